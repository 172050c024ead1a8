-- What the business knows, as imported. An empty text means unknown; NULL stands only where no text can:
-- dates, amounts and references. Dates are 'YYYY-MM-DD', moments 'YYYY-MM-DDTHH:MM:SS.mmmZ' in UTC, money is
-- minor units beside its currency. Members of staff and policies are named, not referenced: an export of
-- the history may come without them.
CREATE TABLE customer (
  id              VARCHAR(100) NOT NULL PRIMARY KEY,
  title           TEXT NOT NULL,
  given_name      TEXT NOT NULL,
  family_name     TEXT NOT NULL,
  organisation    TEXT NOT NULL,
  email           TEXT NOT NULL,
  phone           TEXT NOT NULL,
  language        VARCHAR(35) NOT NULL,
  street          TEXT NOT NULL,
  locality        TEXT NOT NULL,
  region          TEXT NOT NULL,
  postal_code     TEXT NOT NULL,
  country         VARCHAR(2) NOT NULL,
  since           VARCHAR(10),
  account_manager VARCHAR(100),
  status          VARCHAR(20) NOT NULL
);

-- Deferred, because a refund may stand in the file before the order that it belongs to.
CREATE TABLE customer_order (
  id           VARCHAR(100) NOT NULL PRIMARY KEY,
  customer     VARCHAR(100) NOT NULL REFERENCES customer (id),
  ordered_on   VARCHAR(10) NOT NULL,
  kind         VARCHAR(10) NOT NULL,
  amount_minor BIGINT NOT NULL,
  currency     VARCHAR(3) NOT NULL,
  description  TEXT NOT NULL,
  refers_to    VARCHAR(100) REFERENCES customer_order (id) DEFERRABLE INITIALLY DEFERRED
);
CREATE INDEX order_of_customer ON customer_order (customer, ordered_on);

CREATE TABLE interaction (
  id         VARCHAR(100) NOT NULL PRIMARY KEY,
  customer   VARCHAR(100) NOT NULL REFERENCES customer (id),
  happened_at VARCHAR(24) NOT NULL,
  channel    VARCHAR(10) NOT NULL,
  direction  VARCHAR(3) NOT NULL,
  staff      VARCHAR(100),
  subject    TEXT NOT NULL,
  message    TEXT NOT NULL,
  tags       VARCHAR(200) NOT NULL,
  message_id TEXT NOT NULL,
  minutes    INTEGER NOT NULL
);
CREATE INDEX interaction_of_customer ON interaction (customer, happened_at);

CREATE TABLE case_file (
  id            VARCHAR(100) NOT NULL PRIMARY KEY,
  customer      VARCHAR(100) NOT NULL REFERENCES customer (id),
  opened        VARCHAR(10) NOT NULL,
  order_id      VARCHAR(100) REFERENCES customer_order (id),
  about         TEXT NOT NULL,
  asked         TEXT NOT NULL,
  asked_minor   BIGINT,
  granted_minor BIGINT,
  currency      VARCHAR(3),
  policy        VARCHAR(100),
  fault         VARCHAR(10) NOT NULL,
  state         VARCHAR(10) NOT NULL,
  resolved      VARCHAR(10)
);
CREATE INDEX case_of_customer ON case_file (customer, opened);

CREATE TABLE policy (
  id                VARCHAR(100) NOT NULL,
  version           INTEGER NOT NULL,
  title             TEXT NOT NULL,
  clause            TEXT NOT NULL,
  wording           TEXT NOT NULL,
  published         VARCHAR(10),
  published_where   TEXT NOT NULL,
  remedy            VARCHAR(10),
  max_percent       VARCHAR(20),
  max_amount_minor  BIGINT,
  agent_limit_minor BIGINT,
  currency          VARCHAR(3),
  window_days       INTEGER,
  PRIMARY KEY (id, version)
);

CREATE TABLE staff (
  id         VARCHAR(100) NOT NULL PRIMARY KEY,
  name       TEXT NOT NULL,
  role       VARCHAR(20) NOT NULL,
  email      TEXT NOT NULL,
  phone      TEXT NOT NULL,
  title      TEXT NOT NULL,
  trained_on TEXT NOT NULL
);

-- What a field held before an import changed it: the row itself holds only the newest value. The customer
-- is the one the record belongs to, or NULL for the playbook.
CREATE TABLE record_change (
  id          BIGINT NOT NULL PRIMARY KEY,
  record      VARCHAR(220) NOT NULL,
  field       VARCHAR(40) NOT NULL,
  customer    VARCHAR(100) REFERENCES customer (id),
  old_value   TEXT NOT NULL,
  new_value   TEXT NOT NULL,
  imported_at VARCHAR(24) NOT NULL,
  source      TEXT NOT NULL,
  line        BIGINT NOT NULL
);
CREATE INDEX change_of_customer ON record_change (customer, imported_at);
CREATE INDEX change_of_record ON record_change (record);
