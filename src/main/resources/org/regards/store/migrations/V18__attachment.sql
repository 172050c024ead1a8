-- Files that go with letters by email, and whether the letter itself goes along as a PDF. How many files there are stands
-- with the letter, so that whoever reads letters without any asks nothing more.
ALTER TABLE letter ADD COLUMN attached_files INTEGER NOT NULL DEFAULT 0;
ALTER TABLE letter ADD COLUMN attached_pdf INTEGER NOT NULL DEFAULT 0;

-- What was approved is what goes out: the bytes are kept, once however many letters they go with. Who changes
-- a file on their disk later changes no letter.
CREATE TABLE attachment_content (
  sha256  VARCHAR(64) NOT NULL PRIMARY KEY,
  content BYTEA NOT NULL
);

CREATE TABLE letter_attachment (
  letter     BIGINT NOT NULL REFERENCES letter (id),
  position   INTEGER NOT NULL,
  name       TEXT NOT NULL,
  media_type VARCHAR(200) NOT NULL,
  size       BIGINT NOT NULL,
  sha256     VARCHAR(64) NOT NULL REFERENCES attachment_content (sha256),
  PRIMARY KEY (letter, position)
);
CREATE INDEX letter_attachment_by_content ON letter_attachment (sha256);
