import { administrativeWords as words } from '../../../words/administrative-report.ts';
import { dataWords, dictionaryColumnWords as columns, dictionaryWords } from '../../../words/administrative-sheets.ts';
import { outcomeWords, partWords, stateWords } from '../../../words/report.ts';
import { column, type ColumnMeaning, type DescribedSheet, describedTable } from '../sheet-parts.ts';
import type { ReportSource } from '../source.ts';
import type { NamedRange } from '../workbook.ts';

interface Entry extends Omit<ColumnMeaning, 'sheet'> {
  readonly kind: string;
  readonly sheet: string | null;
}

/** Every column of every table, every word that a cell of the data may hold, and every named range. */
export function dictionarySheet(
  source: ReportSource,
  described: readonly DescribedSheet[],
  names: readonly NamedRange[],
): DescribedSheet {
  const own: readonly ColumnMeaning[] = Object.values(columns).map(({ name, meaning }) => ({
    sheet: words.sheets.dictionary,
    name,
    type: dictionaryWords.text,
    meaning,
  }));
  const all = [...described.flatMap((each) => each.columns), ...own];
  return describedTable<Entry>({
    name: words.sheets.dictionary,
    ...dictionaryWords.table,
    columns: [
      column(columns.kind, 17, ({ kind }) => kind),
      column(columns.sheet, 18, ({ sheet }) => sheet),
      column(columns.name, 32, ({ name }) => name),
      column(columns.type, 12, ({ type }) => type),
      column(columns.meaning, 48, ({ meaning }) => meaning),
    ],
    rows: [
      ...all.map((each) => ({ kind: dictionaryWords.column, ...each })),
      ...wordEntries(),
      ...names.map((range) => rangeEntry(range, described)),
    ],
    example: source.round.example,
    orientation: 'portrait',
  });
}

function wordEntries(): readonly Entry[] {
  const lists = [
    [dictionaryWords.answer, dataWords.answers, dictionaryWords.answers],
    [dictionaryWords.outcome, outcomeWords, dictionaryWords.outcomes],
    [dictionaryWords.part, partWords, dictionaryWords.parts],
    [dictionaryWords.state, stateWords, dictionaryWords.states],
  ] as const;
  return lists.flatMap(([kind, names, meanings]: readonly [string, Record<string, string>, Record<string, string>]) =>
    Object.entries(names).map(([key, name]) => ({
      kind,
      sheet: null,
      name,
      type: dictionaryWords.text,
      meaning: meanings[key] ?? '',
    })),
  );
}

function rangeEntry(
  { name, sheet, column: number, firstRow, lastRow }: NamedRange,
  described: readonly DescribedSheet[],
) {
  const named = described.find((each) => each.sheet.name === sheet)?.columns[number - 1];
  return {
    kind: dictionaryWords.range,
    sheet,
    name,
    type: named?.type ?? '',
    meaning: dictionaryWords.rangeMeaning(named?.name ?? '', firstRow, lastRow),
  };
}
