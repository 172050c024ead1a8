-- What the dispatch of email knows of a delivery: when it may be tried next (send-at times, retries, quiet
-- hours), which worker has it now, who let it go, since when it is tried, and why it waits for a word of a person.
ALTER TABLE delivery ADD COLUMN due_at VARCHAR(24) NOT NULL DEFAULT '';
ALTER TABLE delivery ADD COLUMN worker BIGINT;
ALTER TABLE delivery ADD COLUMN queued_by VARCHAR(100) NOT NULL DEFAULT '';
ALTER TABLE delivery ADD COLUMN first_tried_at VARCHAR(24);
ALTER TABLE delivery ADD COLUMN resent INTEGER NOT NULL DEFAULT 0;
-- How often a server would not take it; what was our own fault or nobody could reach does not count.
ALTER TABLE delivery ADD COLUMN tries INTEGER NOT NULL DEFAULT 0;
ALTER TABLE delivery ADD COLUMN waits_for TEXT NOT NULL DEFAULT '';
-- The Message-ID of the customer's own message that the letter answers, or empty.
ALTER TABLE delivery ADD COLUMN in_reply_to VARCHAR(998) NOT NULL DEFAULT '';
UPDATE delivery SET due_at = queued_at;
CREATE INDEX delivery_by_due ON delivery (channel, state, due_at, id);
CREATE INDEX delivery_by_message_id ON delivery (message_id);

-- One row while the queue stands still for everybody: our own fault (5.7.x), or the server does not let us in.
CREATE TABLE queue_stop (
  id         INTEGER NOT NULL PRIMARY KEY,
  reason     TEXT NOT NULL,
  stopped_at VARCHAR(24) NOT NULL
);

-- Raised by every transaction that may change what a check of a letter looks at, where the database itself does not
-- tell: what was looked up before holds as long as this stays the same.
CREATE TABLE store_version (
  number BIGINT NOT NULL
);
INSERT INTO store_version (number) VALUES (1);
