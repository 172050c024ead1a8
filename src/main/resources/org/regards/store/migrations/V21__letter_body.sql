-- The text of a letter beside its row: the row is written anew whenever the letter's state changes,
-- three times on its way out, and the text is the larger part of it.
CREATE TABLE letter_body (
  letter BIGINT NOT NULL PRIMARY KEY REFERENCES letter (id),
  body   TEXT NOT NULL
);
INSERT INTO letter_body (letter, body) SELECT id, body FROM letter;
ALTER TABLE letter DROP COLUMN body;
