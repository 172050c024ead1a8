-- The key under which the number of a letter becomes the code that is printed on it. One row, made when the
-- first code is wanted. Without it, codes on paper that comes back can no longer be read.
CREATE TABLE letter_key (
  id  INTEGER NOT NULL PRIMARY KEY CHECK (id = 1),
  aes VARCHAR(32) NOT NULL
);
