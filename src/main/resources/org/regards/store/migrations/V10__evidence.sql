-- What was seen of somebody on the web: where and when, what it said, and the SHA-256 of the file that shows it.
-- The digest is over all that a row says. Rows are added and never changed.
CREATE TABLE post_evidence (
  number      BIGINT NOT NULL PRIMARY KEY,
  customer    VARCHAR(100) NOT NULL REFERENCES customer (id),
  url         TEXT NOT NULL,
  seen_at     VARCHAR(24) NOT NULL,
  message     TEXT NOT NULL,
  file_name   TEXT NOT NULL,
  file_digest VARCHAR(64) NOT NULL,
  recorded_by VARCHAR(100) NOT NULL,
  recorded_at VARCHAR(24) NOT NULL,
  digest      VARCHAR(64) NOT NULL
);
CREATE INDEX post_evidence_of_customer ON post_evidence (customer, number);
