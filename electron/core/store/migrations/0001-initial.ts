/** The first schema. A released migration never changes; a later one builds on it. */
export const initial = `
CREATE TABLE profile (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  municipality TEXT NOT NULL,
  department TEXT NOT NULL,
  reviewer TEXT NOT NULL
) STRICT;

CREATE TABLE imports (
  number INTEGER PRIMARY KEY,
  import_id TEXT NOT NULL UNIQUE,
  summary TEXT NOT NULL,
  mapping TEXT NOT NULL,
  problems TEXT NOT NULL
) STRICT;

CREATE TABLE rounds (
  number INTEGER PRIMARY KEY,
  round_id TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL,
  import_id TEXT NOT NULL REFERENCES imports (import_id),
  created_at TEXT NOT NULL,
  example INTEGER NOT NULL CHECK (example IN (0, 1)),
  template_id TEXT NOT NULL,
  template_edition INTEGER NOT NULL,
  population_fingerprint TEXT NOT NULL,
  record TEXT NOT NULL
) STRICT;
CREATE INDEX rounds_of_population ON rounds (population_fingerprint);

CREATE TABLE sample_cases (
  round_id TEXT NOT NULL REFERENCES rounds (round_id),
  case_id TEXT NOT NULL,
  part TEXT NOT NULL CHECK (part IN ('random', 'targeted')),
  part_index INTEGER NOT NULL,
  stratum TEXT NOT NULL,
  rank INTEGER NOT NULL,
  ticket TEXT NOT NULL,
  exceeded_by INTEGER,
  replaced_by TEXT,
  case_record TEXT NOT NULL,
  PRIMARY KEY (round_id, case_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE reviews (
  round_id TEXT NOT NULL,
  case_id TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('not-started', 'draft', 'done')),
  started_at TEXT NOT NULL,
  closed_at TEXT,
  PRIMARY KEY (round_id, case_id),
  FOREIGN KEY (round_id, case_id) REFERENCES sample_cases (round_id, case_id),
  CHECK ((state = 'done') = (closed_at IS NOT NULL))
) STRICT, WITHOUT ROWID;
CREATE INDEX closed_reviews ON reviews (closed_at) WHERE closed_at IS NOT NULL;

CREATE TABLE answers (
  round_id TEXT NOT NULL,
  case_id TEXT NOT NULL,
  item_id TEXT NOT NULL,
  value TEXT CHECK (value IN ('yes', 'partly', 'no', 'na', 'cannot-tell')),
  note TEXT NOT NULL,
  evidence TEXT NOT NULL,
  answered_at TEXT NOT NULL,
  PRIMARY KEY (round_id, case_id, item_id),
  FOREIGN KEY (round_id, case_id) REFERENCES reviews (round_id, case_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE actions (
  number INTEGER PRIMARY KEY,
  action_id TEXT NOT NULL UNIQUE,
  round_id TEXT NOT NULL REFERENCES rounds (round_id),
  case_id TEXT,
  item_id TEXT,
  kind TEXT NOT NULL CHECK (kind IN ('case', 'practice')),
  text TEXT NOT NULL,
  owner TEXT NOT NULL,
  due TEXT,
  critical INTEGER NOT NULL CHECK (critical IN (0, 1)),
  created TEXT NOT NULL,
  done TEXT
) STRICT;

CREATE TABLE templates (
  template_id TEXT NOT NULL,
  edition INTEGER NOT NULL,
  template TEXT NOT NULL,
  PRIMARY KEY (template_id, edition)
) STRICT, WITHOUT ROWID;

CREATE TABLE committee_words (
  round_id TEXT PRIMARY KEY REFERENCES rounds (round_id),
  words TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE change_log (
  number INTEGER PRIMARY KEY,
  at TEXT NOT NULL,
  who TEXT NOT NULL,
  kind TEXT NOT NULL,
  target TEXT NOT NULL,
  before TEXT,
  after TEXT
) STRICT;

-- No foreign keys: the audit log outlives what it tells of.
CREATE TABLE audit_log (
  number INTEGER PRIMARY KEY,
  at TEXT NOT NULL,
  who TEXT NOT NULL,
  kind TEXT NOT NULL,
  target TEXT NOT NULL,
  hash BLOB NOT NULL CHECK (length(hash) = 32)
) STRICT;
CREATE TRIGGER audit_log_keeps_lines BEFORE DELETE ON audit_log
BEGIN SELECT RAISE(ABORT, 'the audit log is append-only'); END;
CREATE TRIGGER audit_log_keeps_words BEFORE UPDATE ON audit_log
BEGIN SELECT RAISE(ABORT, 'the audit log is append-only'); END;
`;
