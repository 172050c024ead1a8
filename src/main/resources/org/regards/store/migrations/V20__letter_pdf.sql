-- The SHA-256 of the PDF of the letter itself that went out with it last, or empty: a letter that may have arrived is not
-- sent again under its Message-ID with another one.
ALTER TABLE delivery ADD COLUMN pdf_sha256 VARCHAR(64) NOT NULL DEFAULT '';
