-- Everybody who ever composed, edited or signed a letter before who signs it now: none of them approves it. Rows are
-- added and never taken back. An edit changes who edited a letter last (letter.author), and not who else had a hand in it.
CREATE TABLE letter_author (
  letter BIGINT NOT NULL REFERENCES letter (id),
  staff  VARCHAR(100) NOT NULL,
  PRIMARY KEY (letter, staff)
);

INSERT INTO letter_author (letter, staff)
SELECT id, author FROM letter WHERE author <> ''
UNION
SELECT letter, from_staff FROM hand_over
UNION
SELECT l.id, SUBSTR(a.actor, 7) FROM audit_entry a JOIN letter l ON a.record = 'letter/L-' || l.id
WHERE a.act IN ('composed', 'edited') AND a.actor LIKE 'staff/%' AND a.because NOT LIKE 'handed over %';
