import Papa from 'papaparse';

export interface ParsedRecords {
  readonly records: readonly string[][];
  /** Positions in `records` of those whose quotes do not follow the rules, ascending. */
  readonly malformed: readonly number[];
  /** Characters of the text that the records take up; what is left is a record that is not complete. */
  readonly length: number;
}

/**
 * The complete records (each ends in a line feed) at the start of a text whose line breaks are all `\n`.
 * Nothing is trimmed, guessed or converted; without `quotes` every line is a record.
 */
export function parseRecords(text: string, delimiter: string, { quotes }: { quotes: boolean }): ParsedRecords {
  const settings = { delimiter, newline: '\n', ...(quotes ? {} : { fastMode: true }) } as const;
  const parsed: Papa.ParseResult<string[]> = new Papa.Parser(settings).parse(text, 0, true);
  const rows = parsed.errors.flatMap(({ row }) => (row === undefined || row >= parsed.data.length ? [] : [row]));
  return { records: parsed.data, malformed: [...new Set(rows)], length: parsed.meta.cursor };
}
