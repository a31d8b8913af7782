-- What the clerk once put right in names that were read (issuer, signer, title, unit), for the next document of that issuer.

CREATE TABLE reading_correction (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  uid INTEGER NOT NULL UNIQUE CHECK (uid BETWEEN 100000000000000000 AND 999999999999999999),
  issuer TEXT NOT NULL,
  field TEXT NOT NULL CHECK (field IN ('issuer', 'signer', 'signer_title', 'unit')),
  written TEXT NOT NULL CHECK (written <> ''),
  meant TEXT NOT NULL CHECK (meant <> ''),
  times INTEGER NOT NULL CHECK (times >= 0),
  last_used TEXT CHECK (last_used LIKE '____-__-__'),
  UNIQUE (issuer, field, written)
) STRICT;
