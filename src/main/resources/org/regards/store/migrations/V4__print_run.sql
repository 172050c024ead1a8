-- Paper that waits for a print run. The row is what a run takes: it goes when a run is released with the letter
-- or when a person takes the letter back. The order is written so that every collation sorts it alike.
CREATE TABLE print_queue (
  letter     BIGINT NOT NULL PRIMARY KEY REFERENCES letter (id),
  type       VARCHAR(40) NOT NULL,
  country    VARCHAR(2) NOT NULL,
  post_order TEXT NOT NULL UNIQUE,
  queued_at  VARCHAR(24) NOT NULL
);
-- Which drafts wait on paper is asked without reading the letters themselves.
CREATE INDEX letter_by_state ON letter (state, channel, type);

-- One print run. Reserved: its folder is being written and hidden, its letters are still queued. Releasing: the
-- letters are in it, for good; the folder is about to get its name. The digest is that of manifest.json, which
-- holds those of the files.
CREATE TABLE print_run (
  id              BIGINT NOT NULL PRIMARY KEY,
  state           VARCHAR(20) NOT NULL,
  folder          TEXT NOT NULL,
  type            VARCHAR(40),
  duplex          INTEGER NOT NULL,
  sheets_per_file INTEGER NOT NULL,
  made_by         TEXT NOT NULL,
  made_at         VARCHAR(24) NOT NULL,
  letters         INTEGER NOT NULL,
  sheets          INTEGER NOT NULL,
  digest          VARCHAR(64) NOT NULL
);
-- The proof is the digest of the file's first letter printed alone: it tells whether the same letter would still
-- look the same.
CREATE TABLE print_file (
  run         BIGINT NOT NULL REFERENCES print_run (id),
  number      INTEGER NOT NULL,
  name        VARCHAR(100) NOT NULL,
  stock       TEXT NOT NULL,
  first_sheet INTEGER NOT NULL,
  last_sheet  INTEGER NOT NULL,
  pages       INTEGER NOT NULL,
  letters     INTEGER NOT NULL,
  digest      VARCHAR(64) NOT NULL,
  proof       VARCHAR(64) NOT NULL,
  PRIMARY KEY (run, number)
);
-- Where each letter lies in a run; it counts once the run is more than reserved. Several cards may share a sheet,
-- each in its place. The digest is the letter's.
CREATE TABLE print_sheet (
  run         BIGINT NOT NULL REFERENCES print_run (id),
  letter      BIGINT NOT NULL REFERENCES letter (id),
  file        INTEGER NOT NULL,
  first_sheet INTEGER NOT NULL,
  last_sheet  INTEGER NOT NULL,
  place       INTEGER NOT NULL,
  first_page  INTEGER NOT NULL,
  pages       INTEGER NOT NULL,
  envelope    VARCHAR(80) NOT NULL,
  digest      VARCHAR(64) NOT NULL,
  PRIMARY KEY (run, letter)
);
CREATE INDEX sheet_in_order ON print_sheet (run, first_sheet);
CREATE INDEX sheet_of_letter ON print_sheet (letter);

-- Sheets that were spoiled and printed again.
CREATE TABLE reprint (
  id      BIGINT NOT NULL PRIMARY KEY,
  run     BIGINT NOT NULL REFERENCES print_run (id),
  sheets  TEXT NOT NULL,
  reason  TEXT NOT NULL,
  made_by TEXT NOT NULL,
  made_at VARCHAR(24) NOT NULL,
  file    TEXT NOT NULL,
  digest  VARCHAR(64) NOT NULL
);
CREATE INDEX reprint_of_run ON reprint (run, id);

-- The one run that holds the letter.
ALTER TABLE delivery ADD COLUMN run BIGINT REFERENCES print_run (id);
CREATE INDEX delivery_in_run ON delivery (run);

-- What became of a letter after it left: posted, returned. It belongs to the customer's history.
CREATE TABLE letter_event (
  letter      BIGINT NOT NULL REFERENCES letter (id),
  kind        VARCHAR(20) NOT NULL,
  happened_on VARCHAR(10) NOT NULL,
  reason      VARCHAR(20) NOT NULL,
  recorded_by TEXT NOT NULL,
  recorded_at VARCHAR(24) NOT NULL,
  PRIMARY KEY (letter, kind)
);
