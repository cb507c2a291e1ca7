/**
 * How long a round is kept, what was deleted, and a key for each round: under it the audit log names the round's cases,
 * so that the lines stay and name no one once the round and its key are deleted.
 */
export const keeping = `
CREATE TABLE round_keeping (
  round_id TEXT PRIMARY KEY REFERENCES rounds (round_id),
  case_key BLOB NOT NULL CHECK (length(case_key) = 32),
  retain_until TEXT
) STRICT, WITHOUT ROWID;
INSERT INTO round_keeping SELECT round_id, randomblob(32), NULL FROM rounds;

-- No foreign keys: it tells of what is gone. No names of people, no case numbers.
CREATE TABLE deletions (
  number INTEGER PRIMARY KEY,
  deletion_id TEXT NOT NULL UNIQUE,
  at TEXT NOT NULL,
  who TEXT NOT NULL,
  round_id TEXT NOT NULL,
  name TEXT NOT NULL,
  population_fingerprint TEXT NOT NULL,
  imports TEXT NOT NULL,
  removed TEXT NOT NULL,
  files TEXT NOT NULL,
  complete INTEGER NOT NULL CHECK (complete IN (0, 1))
) STRICT;
`;
