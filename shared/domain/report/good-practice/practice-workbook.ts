import { goodPracticeWords as words } from '../../../words/good-practice.ts';
import { column, describedTable } from '../sheet-parts.ts';
import type { Workbook } from '../workbook.ts';
import type { GoodPractice } from './catalogue.ts';

/** The catalogue as one sheet. Without case numbers, and without the examples that a person has hidden. */
export function practiceWorkbook(entries: readonly GoodPractice[], created: string): Workbook {
  const { columns } = words;
  const rows = shownOf(entries);
  const { sheet } = describedTable<GoodPractice>({
    name: words.sheet,
    title: words.title,
    intro: words.intro,
    nothing: words.nothing,
    example: rows.length > 0 && rows.every(({ example }) => example),
    rows,
    columns: [
      column(columns.area, 18, ({ area }) => area),
      column(columns.what, 34, ({ what }) => what.trim() || words.noLine),
      column(columns.why, 28, ({ why }) => why),
      column(columns.ask, 16, ({ ask }) => ask),
      column(columns.question, 28, ({ question }) => question),
      column(columns.unit, 14, ({ unit }) => unit),
      column(columns.round, 14, ({ round }) => round),
      ...(rows.some(({ example }) => example)
        ? [column<GoodPractice>(columns.example, 10, ({ example }) => (example ? words.example : ''))]
        : []),
    ],
  });
  const { title, subject, classification, footer } = words;
  return { title, subject, classification, footer, created, sheets: [sheet] };
}

/** What leaves the program. */
export function shownOf(entries: readonly GoodPractice[]): readonly GoodPractice[] {
  return entries.filter(({ hidden }) => !hidden);
}
