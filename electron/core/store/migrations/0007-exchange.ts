/**
 * Rounds that came from another workspace, what was sent and what came back for it, and the versions of what several
 * people may have written; what is told of good practice; and the courses of two years.
 */
export const exchange = `
-- 0: the cases of the import lie in another workspace; the row stands for them.
ALTER TABLE imports ADD COLUMN here INTEGER NOT NULL DEFAULT 1 CHECK (here IN (0, 1));

CREATE TABLE round_origins (
  round_id TEXT PRIMARY KEY REFERENCES rounds (round_id),
  role TEXT NOT NULL CHECK (role IN ('received', 'second-reading', 'collected')),
  unit TEXT NOT NULL,
  document TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE exchanges (
  exchange_id TEXT PRIMARY KEY,
  round_id TEXT NOT NULL REFERENCES rounds (round_id),
  document TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- A scope is a case, or the actions.
CREATE TABLE cell_versions (
  round_id TEXT NOT NULL REFERENCES rounds (round_id),
  scope TEXT NOT NULL,
  document TEXT NOT NULL,
  PRIMARY KEY (round_id, scope)
) STRICT, WITHOUT ROWID;

CREATE TABLE good_practice (
  round_id TEXT NOT NULL REFERENCES rounds (round_id),
  case_id TEXT NOT NULL,
  item_id TEXT NOT NULL,
  document TEXT NOT NULL,
  PRIMARY KEY (round_id, case_id, item_id)
) STRICT, WITHOUT ROWID;

-- What the committee is told over several rounds: their ids, sorted, with a blank between.
CREATE TABLE set_words (
  round_ids TEXT PRIMARY KEY,
  words TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- No foreign key: the course outlives the deletion of its first round.
CREATE TABLE courses (
  course_id TEXT PRIMARY KEY,
  document TEXT NOT NULL
) STRICT, WITHOUT ROWID;
`;
