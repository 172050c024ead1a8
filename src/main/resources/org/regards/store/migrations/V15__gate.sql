-- What counsel spoke of: letters, or a request to those who run a site, which has a word of its own.
ALTER TABLE counsel_word ADD COLUMN scope VARCHAR(20) NOT NULL DEFAULT 'letters';

-- What of the plan's list of what goes during a hold a letter is; empty on passes that are older than this.
ALTER TABLE hold_pass ADD COLUMN essential TEXT NOT NULL DEFAULT '';

-- A named person's word that one letter goes although it is not decided yet whether a hold is set.
CREATE TABLE task_pass (
  letter    BIGINT NOT NULL REFERENCES letter (id),
  task      BIGINT NOT NULL REFERENCES task (id),
  given_by  VARCHAR(100) NOT NULL,
  given_at  VARCHAR(24) NOT NULL,
  reason    TEXT NOT NULL,
  essential TEXT NOT NULL,
  PRIMARY KEY (letter, task)
);
CREATE INDEX pass_of_task ON task_pass (task);
