/**
 * What importing remembers: mappings by their set of headers, and the marks (keyed hashes) by which a case that was
 * reviewed is known again after its round is deleted. A mark says nothing without the key.
 */
export const importing = `
CREATE TABLE mappings (
  headers_key TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  mapping TEXT NOT NULL,
  saved_at TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE mark_key (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  key BLOB NOT NULL CHECK (length(key) = 32)
) STRICT;

CREATE TABLE reviewed_marks (
  mark BLOB PRIMARY KEY CHECK (length(mark) = 16),
  closed_at TEXT NOT NULL
) STRICT, WITHOUT ROWID;
`;
