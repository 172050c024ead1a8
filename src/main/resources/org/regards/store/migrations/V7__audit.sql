-- Who did what, when and why. Rows are added and never changed; each holds a token of its words, made with a key
-- of the customer whom it is about, and a link over the link before it and the token. To erase a person, the
-- words and the key go and the token stays: the chain holds, and the token says nothing of anybody.
CREATE TABLE audit_entry (
  number   BIGINT NOT NULL PRIMARY KEY,
  at       VARCHAR(24) NOT NULL,
  actor    VARCHAR(120) NOT NULL,
  act      VARCHAR(20) NOT NULL,
  record   VARCHAR(220) NOT NULL,
  customer VARCHAR(100) NOT NULL,
  because  TEXT NOT NULL,
  key_id   VARCHAR(36) NOT NULL,
  token    VARCHAR(64) NOT NULL,
  link     VARCHAR(64) NOT NULL
);
CREATE INDEX audit_of_customer ON audit_entry (customer, number);
CREATE INDEX audit_of_record ON audit_entry (record, number);

-- One key a customer, and one under the empty id for what is about nobody.
CREATE TABLE audit_key (
  customer VARCHAR(100) NOT NULL PRIMARY KEY,
  id       VARCHAR(36) NOT NULL UNIQUE,
  secret   VARCHAR(64) NOT NULL
);
