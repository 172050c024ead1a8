-- Addresses to which mail did not arrive and never will: nobody has them, or the mailbox is closed. An address is
-- in lower case; source is the Message-ID of the report, or empty where the server said so at once.
CREATE TABLE email_bounce (
  customer  VARCHAR(100) NOT NULL REFERENCES customer (id),
  address   VARCHAR(320) NOT NULL,
  fault     VARCHAR(20) NOT NULL,
  status    VARCHAR(12) NOT NULL,
  letter    BIGINT NOT NULL REFERENCES letter (id),
  source    TEXT NOT NULL,
  marked_at VARCHAR(24) NOT NULL,
  PRIMARY KEY (customer, address)
);
CREATE INDEX email_bounce_of_address ON email_bounce (address);

-- What was heard of a message after it left, in words, or empty.
ALTER TABLE delivery ADD COLUMN heard TEXT NOT NULL DEFAULT '';

-- When we came to know of a contact, where that is not when it happened: a message waits in its mailbox.
ALTER TABLE interaction ADD COLUMN recorded_at VARCHAR(24);

-- How far a folder of a mailbox is read. All up to last_uid is; another uid_validity means other numbers. A message
-- that could not be read several times in a row is passed over.
CREATE TABLE mailbox_progress (
  mailbox      VARCHAR(600) NOT NULL PRIMARY KEY,
  uid_validity BIGINT NOT NULL,
  last_uid     BIGINT NOT NULL,
  failed_uid   BIGINT NOT NULL,
  failures     INTEGER NOT NULL,
  read_at      VARCHAR(24) NOT NULL
);

-- Messages that were filed, so that none is filed twice, wherever it turns up again. The fingerprint is over what
-- its sender wrote, without what servers put above it.
CREATE TABLE mail_filed (
  fingerprint VARCHAR(64) NOT NULL,
  customer    VARCHAR(100) NOT NULL REFERENCES customer (id),
  kind        VARCHAR(20) NOT NULL,
  letter      BIGINT REFERENCES letter (id),
  interaction VARCHAR(100),
  filed_at    VARCHAR(24) NOT NULL,
  PRIMARY KEY (fingerprint, customer)
);
CREATE INDEX mail_filed_of_customer ON mail_filed (customer);

CREATE INDEX customer_by_email ON customer (LOWER(email));
