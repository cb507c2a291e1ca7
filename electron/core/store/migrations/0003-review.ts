/**
 * Reviewing in depth: a second reading beside the first, states after closing, time spent, good practice, reasons for
 * overriding a date rule, the conversation with the caseworker, practice answers, and actions closed by a later sample.
 */
export const review = `
ALTER TABLE reviews RENAME TO reviews_before;
ALTER TABLE answers RENAME TO answers_before;
DROP INDEX closed_reviews;

CREATE TABLE reviews (
  round_id TEXT NOT NULL,
  case_id TEXT NOT NULL,
  reading INTEGER NOT NULL CHECK (reading IN (1, 2)),
  reader TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('not-started', 'draft', 'done', 'locked', 'reopened')),
  started_at TEXT NOT NULL,
  closed_at TEXT,
  last_at TEXT NOT NULL,
  seconds INTEGER NOT NULL CHECK (seconds >= 0),
  PRIMARY KEY (round_id, case_id, reading),
  FOREIGN KEY (round_id, case_id) REFERENCES sample_cases (round_id, case_id),
  CHECK ((state IN ('done', 'locked')) = (closed_at IS NOT NULL))
) STRICT, WITHOUT ROWID;
CREATE INDEX closed_reviews ON reviews (closed_at) WHERE closed_at IS NOT NULL;

CREATE TABLE answers (
  round_id TEXT NOT NULL,
  case_id TEXT NOT NULL,
  reading INTEGER NOT NULL,
  item_id TEXT NOT NULL,
  value TEXT CHECK (value IN ('yes', 'partly', 'no', 'na', 'cannot-tell')),
  note TEXT NOT NULL,
  evidence TEXT NOT NULL,
  good_practice TEXT,
  suggested TEXT CHECK (suggested IN ('yes', 'partly', 'no', 'na')),
  override_reason TEXT,
  by_facts INTEGER NOT NULL CHECK (by_facts IN (0, 1)),
  answered_at TEXT NOT NULL,
  PRIMARY KEY (round_id, case_id, reading, item_id),
  FOREIGN KEY (round_id, case_id, reading) REFERENCES reviews (round_id, case_id, reading)
) STRICT, WITHOUT ROWID;

INSERT INTO reviews SELECT round_id, case_id, 1, coalesce((SELECT reviewer FROM profile), ''), state, started_at,
  closed_at, started_at, 0 FROM reviews_before;
INSERT INTO answers SELECT round_id, case_id, 1, item_id, value, note, evidence, NULL, NULL, NULL, 0, answered_at
  FROM answers_before;
DROP TABLE answers_before;
DROP TABLE reviews_before;

CREATE TABLE conversations (
  round_id TEXT NOT NULL,
  case_id TEXT NOT NULL,
  held TEXT,
  praise TEXT NOT NULL,
  agreement TEXT NOT NULL,
  due TEXT,
  PRIMARY KEY (round_id, case_id),
  FOREIGN KEY (round_id, case_id) REFERENCES sample_cases (round_id, case_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE caseworker_comments (
  round_id TEXT NOT NULL,
  case_id TEXT NOT NULL,
  item_id TEXT NOT NULL,
  stance TEXT NOT NULL CHECK (stance IN ('agree', 'disagree')),
  text TEXT NOT NULL,
  PRIMARY KEY (round_id, case_id, item_id),
  FOREIGN KEY (round_id, case_id) REFERENCES sample_cases (round_id, case_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE second_reading_draws (
  round_id TEXT PRIMARY KEY REFERENCES rounds (round_id),
  draw TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE practice_answers (
  practice_id TEXT NOT NULL,
  reader TEXT NOT NULL,
  item_id TEXT NOT NULL,
  value TEXT CHECK (value IN ('yes', 'partly', 'no', 'na', 'cannot-tell')),
  note TEXT NOT NULL,
  answered_at TEXT NOT NULL,
  PRIMARY KEY (practice_id, reader, item_id)
) STRICT, WITHOUT ROWID;

ALTER TABLE actions ADD COLUMN category TEXT;
ALTER TABLE actions ADD COLUMN measured TEXT;

CREATE INDEX changes_of_target ON change_log (target);
`;
