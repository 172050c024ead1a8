-- What a person here decided of a case, beside the state it was imported with: that it is closed, or open
-- again because of something new. An import replaces the row of the case and leaves these; the last counts.
CREATE TABLE case_event (
  id        BIGINT NOT NULL PRIMARY KEY,
  case_file VARCHAR(100) NOT NULL REFERENCES case_file (id),
  customer  VARCHAR(100) NOT NULL REFERENCES customer (id),
  kind      VARCHAR(20) NOT NULL,
  said_by   VARCHAR(100) NOT NULL,
  said_at   VARCHAR(24) NOT NULL,
  reason    TEXT NOT NULL
);
CREATE INDEX case_event_of_customer ON case_event (customer);

-- What customers answered to invitations, and what it is about: a case or a policy. Who does not want to be
-- asked again is not; then there are no words and no cause.
CREATE TABLE invite_answer (
  id       BIGINT NOT NULL PRIMARY KEY,
  letter   BIGINT NOT NULL REFERENCES letter (id),
  customer VARCHAR(100) NOT NULL REFERENCES customer (id),
  kind     VARCHAR(20) NOT NULL,
  cause    VARCHAR(220) NOT NULL,
  words    TEXT NOT NULL,
  taken_by VARCHAR(100) NOT NULL,
  taken_at VARCHAR(24) NOT NULL
);
CREATE INDEX answer_of_customer ON invite_answer (customer);
