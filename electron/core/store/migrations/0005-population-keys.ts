/**
 * A random key for each file of an import, so that a new file key leaves those files alone and deleting the row destroys
 * what it opens; and the file keys that were replaced, with which older copies of the workspace can still be read.
 */
export const populationKeys = `
CREATE TABLE population_keys (
  import_id TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('cases', 'marks')),
  key BLOB NOT NULL CHECK (length(key) = 32),
  PRIMARY KEY (import_id, kind)
) STRICT, WITHOUT ROWID;

CREATE TABLE former_file_keys (
  number INTEGER PRIMARY KEY,
  key BLOB NOT NULL CHECK (length(key) = 32),
  replaced_at TEXT NOT NULL
) STRICT;
`;
