/**
 * The same rules for answers in words that SQLite checks faster: of a list in a check it makes a table for every row that is
 * written, which took a third of the time of writing an answer. Only the words change; the rows are not touched.
 */
export const answerChecks = `
PRAGMA writable_schema = ON;
UPDATE sqlite_schema SET sql = replace(replace(sql,
    'CHECK (value IN (''yes'', ''partly'', ''no'', ''na'', ''cannot-tell''))',
    'CHECK (value = ''yes'' OR value = ''partly'' OR value = ''no'' OR value = ''na'' OR value = ''cannot-tell'')'),
    'CHECK (suggested IN (''yes'', ''partly'', ''no'', ''na''))',
    'CHECK (suggested = ''yes'' OR suggested = ''partly'' OR suggested = ''no'' OR suggested = ''na'')')
  WHERE type = 'table' AND name = 'answers';
PRAGMA writable_schema = RESET;
`;
