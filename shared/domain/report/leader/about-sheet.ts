import { leaderAboutWords as words, leaderOverviewWords, leaderWords } from '../../../words/leader-report.ts';
import { provenanceRows } from '../provenance.ts';
import { type DescribedSheet, exampleRows, labelRow, textRow } from '../sheet-parts.ts';
import type { ReportSource } from '../source.ts';
import type { Sheet } from '../workbook.ts';

/** What the report was made from, how it was counted, and what the columns mean. */
export function aboutSheet(source: ReportSource, tables: readonly DescribedSheet[]): Sheet {
  return {
    name: leaderWords.sheets.about,
    widths: [33, 61],
    orientation: 'portrait',
    rows: [
      textRow(words.title, 'title', 2),
      ...exampleRows(source.round.example, 2),
      textRow(words.provenanceHeading, 'heading', 2),
      ...provenanceRows(source),
      textRow(words.countingHeading, 'heading', 2),
      ...words.counting.map((line) => textRow(line, 'text', 2)),
      textRow(words.dictionaryHeading, 'heading', 2),
      ...dictionary(tables).map(([name, meaning]) => labelRow(name, meaning)),
    ],
  };
}

/** Named with its sheet: two tables may each have a column of the same name. */
function dictionary(tables: readonly DescribedSheet[]): readonly (readonly [string, string])[] {
  const { columnMeanings } = leaderOverviewWords;
  const overview = Object.entries(columnMeanings).map(([name, meaning]) => [
    leaderWords.sheets.overview,
    name,
    meaning,
  ]);
  const others = tables.flatMap(({ columns }) => columns.map(({ sheet, name, meaning }) => [sheet, name, meaning]));
  return [...overview, ...others].map(([sheet = '', name = '', meaning = '']) => [
    words.columnOf(sheet, name),
    meaning,
  ]);
}
