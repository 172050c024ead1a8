-- The programs that send from this store, and those that have: one row each, kept, because the witness in the letters
-- folder names the last of them (a store that does not know it is older than what was sent).
CREATE TABLE worker (
  id           BIGINT NOT NULL PRIMARY KEY,
  -- Random, so that two copies of a store never give the same.
  token        VARCHAR(36) NOT NULL,
  host         VARCHAR(255) NOT NULL,
  -- What tells this machine, and this running of it, from any other.
  machine      VARCHAR(255) NOT NULL,
  pid          BIGINT NOT NULL,
  -- When the process began, in the machine's own words.
  process      VARCHAR(40) NOT NULL,
  -- Raised with every sign of life and every claim; the clocks below are only shown.
  beat         BIGINT NOT NULL,
  state        VARCHAR(10) NOT NULL,
  started_at   VARCHAR(24) NOT NULL,
  last_beat_at VARCHAR(24) NOT NULL
);
CREATE UNIQUE INDEX worker_by_token ON worker (token);
CREATE INDEX worker_by_state ON worker (state);

-- Which store this is: one row, written with the first dispatch.
CREATE TABLE store_name (
  id   INTEGER NOT NULL PRIMARY KEY,
  name VARCHAR(36) NOT NULL
);

-- One row from when the store was found older than what was sent from it until a person has given their word.
CREATE TABLE store_restored (
  id         INTEGER NOT NULL PRIMARY KEY,
  noticed_at VARCHAR(24) NOT NULL,
  reason     TEXT NOT NULL
);
