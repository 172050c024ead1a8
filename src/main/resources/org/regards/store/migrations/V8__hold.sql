-- What must not be written to whom. A hold is never changed: lifting it is a row of its own. Its cause is a
-- record of the history, or what a person wrote; due is the last day of a pause, and for the others the day
-- by which its owner decides.
CREATE TABLE hold (
  id           BIGINT NOT NULL PRIMARY KEY,
  customer     VARCHAR(100) NOT NULL REFERENCES customer (id),
  kind         VARCHAR(20) NOT NULL,
  cause_record VARCHAR(220) NOT NULL,
  cause        TEXT NOT NULL,
  owner        VARCHAR(100) NOT NULL,
  set_by       VARCHAR(100) NOT NULL,
  set_at       VARCHAR(24) NOT NULL,
  due          VARCHAR(10) NOT NULL,
  releasers    VARCHAR(100) NOT NULL
);
CREATE INDEX hold_of_customer ON hold (customer);

CREATE TABLE hold_lift (
  hold      BIGINT NOT NULL PRIMARY KEY REFERENCES hold (id),
  lifted_by VARCHAR(100) NOT NULL,
  lifted_at VARCHAR(24) NOT NULL,
  reason    TEXT NOT NULL
);

-- A named person's word that one letter goes in spite of one hold: what the law wants, what is owed. A hold
-- that is set later stops the letter again.
CREATE TABLE hold_pass (
  letter   BIGINT NOT NULL REFERENCES letter (id),
  hold     BIGINT NOT NULL REFERENCES hold (id),
  given_by VARCHAR(100) NOT NULL,
  given_at VARCHAR(24) NOT NULL,
  reason   TEXT NOT NULL,
  PRIMARY KEY (letter, hold)
);
CREATE INDEX pass_of_hold ON hold_pass (hold);

-- What a person must do by when; for somebody by name, or for whoever has the role. That it is done is a row
-- of its own. Here, too, the cause is a record, or what a person wrote.
CREATE TABLE task (
  id           BIGINT NOT NULL PRIMARY KEY,
  kind         VARCHAR(20) NOT NULL,
  customer     VARCHAR(100) REFERENCES customer (id),
  cause_record VARCHAR(220) NOT NULL,
  words        TEXT NOT NULL,
  for_role     VARCHAR(20),
  for_staff    VARCHAR(100),
  due          VARCHAR(10) NOT NULL,
  opened_by    VARCHAR(120) NOT NULL,
  opened_at    VARCHAR(24) NOT NULL
);
CREATE INDEX task_of_customer ON task (customer);
CREATE INDEX task_of_cause ON task (cause_record, kind);

CREATE TABLE task_done (
  task    BIGINT NOT NULL PRIMARY KEY REFERENCES task (id),
  done_by VARCHAR(120) NOT NULL,
  done_at VARCHAR(24) NOT NULL,
  words   TEXT NOT NULL
);

-- Who took a customer over from whom: the customer's row holds the newest account manager only.
CREATE TABLE take_over (
  id         BIGINT NOT NULL PRIMARY KEY,
  customer   VARCHAR(100) NOT NULL REFERENCES customer (id),
  from_staff VARCHAR(100) NOT NULL,
  to_staff   VARCHAR(100) NOT NULL,
  decided_by VARCHAR(100) NOT NULL,
  decided_at VARCHAR(24) NOT NULL,
  reason     TEXT NOT NULL
);
CREATE INDEX take_over_of_customer ON take_over (customer);

-- A person who was erased: that it was done, when, by whom and why; nothing of the person but the key.
CREATE TABLE erasure (
  customer  VARCHAR(100) NOT NULL PRIMARY KEY,
  erased_by VARCHAR(100) NOT NULL,
  erased_at VARCHAR(24) NOT NULL,
  reason    TEXT NOT NULL
);
