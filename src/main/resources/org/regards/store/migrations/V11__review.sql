-- The last letters of a type in a language, that a new one is compared with.
CREATE INDEX letter_of_type ON letter (type, language, id);

-- What was given under a policy, latest first.
CREATE INDEX case_of_policy ON case_file (policy, state, resolved);
