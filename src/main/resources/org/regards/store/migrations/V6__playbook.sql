-- The business's plan. Nothing in these tables is ever changed: what was judged by a plan can be judged
-- again. A plan is kept once under the SHA-256 of its text; of two adoptions from one day the later counts.
CREATE TABLE plan (
  digest  VARCHAR(64) NOT NULL PRIMARY KEY,
  content TEXT NOT NULL
);
CREATE TABLE plan_adoption (
  id            BIGINT NOT NULL PRIMARY KEY,
  digest        VARCHAR(64) NOT NULL REFERENCES plan (digest),
  in_force_from VARCHAR(10) NOT NULL,
  adopted_at    VARCHAR(24) NOT NULL
);

-- Who was trained on which version of a policy, and to the end of which day that counts.
CREATE TABLE training (
  id          BIGINT NOT NULL PRIMARY KEY,
  staff       VARCHAR(100) NOT NULL,
  policy      VARCHAR(100) NOT NULL,
  version     INTEGER NOT NULL,
  trained_on  VARCHAR(10) NOT NULL,
  valid_until VARCHAR(10) NOT NULL,
  recorded_at VARCHAR(24) NOT NULL
);

-- What a person says a contact is or is not, beside the tags it was imported with; the last word counts.
CREATE TABLE incident_verdict (
  id          BIGINT NOT NULL PRIMARY KEY,
  interaction VARCHAR(100) NOT NULL REFERENCES interaction (id),
  customer    VARCHAR(100) NOT NULL REFERENCES customer (id),
  tag         VARCHAR(20) NOT NULL,
  verdict     VARCHAR(10) NOT NULL,
  said_by     VARCHAR(100) NOT NULL,
  said_at     VARCHAR(24) NOT NULL,
  reason      TEXT NOT NULL
);
CREATE INDEX verdict_of_customer ON incident_verdict (customer);
