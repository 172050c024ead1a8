-- One way of one letter to one recipient. The row is written before each act that it announces, so that
-- after a crash it says what may have happened. The recipient is the email address, or on paper the key of
-- the customer; the digest is over exactly what goes out; the server is "sandbox" where nothing left.
CREATE TABLE delivery (
  id         BIGINT NOT NULL PRIMARY KEY,
  letter     BIGINT NOT NULL REFERENCES letter (id),
  channel    VARCHAR(10) NOT NULL,
  recipient  VARCHAR(320) NOT NULL,
  state      VARCHAR(20) NOT NULL,
  attempt    INTEGER NOT NULL,
  digest     VARCHAR(64) NOT NULL,
  message_id VARCHAR(320) NOT NULL,
  server     TEXT NOT NULL,
  reply      TEXT NOT NULL,
  file       TEXT NOT NULL,
  queued_at  VARCHAR(24) NOT NULL,
  changed_at VARCHAR(24) NOT NULL,
  UNIQUE (letter, channel, recipient)
);
CREATE INDEX delivery_by_state ON delivery (state, changed_at);
