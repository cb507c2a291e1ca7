/** The smallest group that the committee's papers may show. */
export const reportSettings = `
CREATE TABLE report_settings (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  threshold INTEGER NOT NULL CHECK (threshold IN (3, 5, 10))
) STRICT;
`;
