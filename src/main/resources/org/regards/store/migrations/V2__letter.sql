-- Numbers that the program itself hands out, one row a kind; portable where sequences are not.
CREATE TABLE counter (
  name  VARCHAR(40) NOT NULL PRIMARY KEY,
  value BIGINT NOT NULL
);
INSERT INTO counter (name, value) VALUES ('letter', 0);

-- One letter. The body holds parts, text and facts in the letter markup; the facts name their records.
-- Recipient and signatory are kept as they were when it was written: that is what goes out.
CREATE TABLE letter (
  id               BIGINT NOT NULL PRIMARY KEY,
  customer         VARCHAR(100) NOT NULL REFERENCES customer (id),
  type             VARCHAR(40) NOT NULL,
  case_id          VARCHAR(100) REFERENCES case_file (id),
  language         VARCHAR(35) NOT NULL,
  channel          VARCHAR(10) NOT NULL,
  state            VARCHAR(20) NOT NULL,
  template         VARCHAR(200) NOT NULL,
  written_on       VARCHAR(10) NOT NULL,
  written_at       VARCHAR(24) NOT NULL,
  recipient_name   TEXT NOT NULL,
  organisation     TEXT NOT NULL,
  street           TEXT NOT NULL,
  locality         TEXT NOT NULL,
  region           TEXT NOT NULL,
  postal_code      TEXT NOT NULL,
  country          VARCHAR(2) NOT NULL,
  recipient_email  TEXT NOT NULL,
  signatory        VARCHAR(100) NOT NULL,
  signatory_name   TEXT NOT NULL,
  signatory_title  TEXT NOT NULL,
  signatory_email  TEXT NOT NULL,
  signatory_phone  TEXT NOT NULL,
  body             TEXT NOT NULL
);
CREATE INDEX letter_of_customer ON letter (customer, written_at);
-- Whether a customer has one of a type and day is asked for every letter of a run: from the index alone.
CREATE INDEX letter_of_day ON letter (customer, type, written_on);
