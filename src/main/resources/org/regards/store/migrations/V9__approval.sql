-- Who composed a letter, or edited it last; empty where nobody said who they were.
ALTER TABLE letter ADD COLUMN author VARCHAR(100) NOT NULL DEFAULT '';

-- What people said of a letter that they read. Rows are added and never changed. A word counts for the text that it
-- was said of, by its digest, and until somebody declines the letter. The last word that a letter needed completes
-- its approval.
CREATE TABLE approval (
  id        BIGINT NOT NULL PRIMARY KEY,
  letter    BIGINT NOT NULL REFERENCES letter (id),
  digest    VARCHAR(64) NOT NULL,
  verdict   VARCHAR(10) NOT NULL,
  staff     VARCHAR(100) NOT NULL,
  role      VARCHAR(20) NOT NULL,
  completes INTEGER NOT NULL,
  because   TEXT NOT NULL,
  warnings  TEXT NOT NULL,
  said_at   VARCHAR(24) NOT NULL
);
CREATE INDEX approval_of_letter ON approval (letter, id);

-- What counsel said of a letter, or of all letters to a customer where no letter is named; the last word counts.
-- A release of a letter is one of its text.
CREATE TABLE counsel_word (
  id       BIGINT NOT NULL PRIMARY KEY,
  customer VARCHAR(100) NOT NULL REFERENCES customer (id),
  letter   BIGINT REFERENCES letter (id),
  digest   VARCHAR(64) NOT NULL,
  verdict  VARCHAR(10) NOT NULL,
  staff    VARCHAR(100) NOT NULL,
  because  TEXT NOT NULL,
  said_at  VARCHAR(24) NOT NULL
);
CREATE INDEX counsel_word_of_customer ON counsel_word (customer, id);

-- The ledger of exceptions: who let one letter give more than the policy does, up to how much, and why.
CREATE TABLE policy_exception (
  id         BIGINT NOT NULL PRIMARY KEY,
  letter     BIGINT NOT NULL REFERENCES letter (id),
  customer   VARCHAR(100) NOT NULL REFERENCES customer (id),
  policy     VARCHAR(100) NOT NULL,
  rule       VARCHAR(10) NOT NULL,
  most_minor BIGINT NOT NULL,
  currency   VARCHAR(3) NOT NULL,
  staff      VARCHAR(100) NOT NULL,
  role       VARCHAR(20) NOT NULL,
  because    TEXT NOT NULL,
  said_at    VARCHAR(24) NOT NULL
);
CREATE INDEX exception_of_customer ON policy_exception (customer, id);
CREATE INDEX exception_of_letter ON policy_exception (letter, id);

-- Letters that one person wrote and another one signs, not before a moment.
CREATE TABLE hand_over (
  id         BIGINT NOT NULL PRIMARY KEY,
  letter     BIGINT NOT NULL REFERENCES letter (id),
  from_staff VARCHAR(100) NOT NULL,
  to_staff   VARCHAR(100) NOT NULL,
  not_before VARCHAR(24) NOT NULL,
  staff      VARCHAR(100) NOT NULL,
  because    TEXT NOT NULL,
  said_at    VARCHAR(24) NOT NULL
);
CREATE INDEX hand_over_of_letter ON hand_over (letter, id);
