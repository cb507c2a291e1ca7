import { committeeMethodWords as words, committeePageWords } from '../../words/committee-report.ts';
import { clipText } from './clip-text.ts';
import type { Figures, ItemFigure } from './figures.ts';
import { resultText } from './interval-text.ts';
import { shownRequirements } from './political-requirements.ts';
import type { ReportSource } from './source.ts';
import { textRow } from './sheet-parts.ts';
import type { SheetRow } from './workbook.ts';

/** All forty of the national checklist would make the page too small to read. */
const mostRequirements = 10;
/** One line of the column. */
const longestQuestion = 58;

/** The legal requirements kept in the smallest share of the cases read, ten relevant cases or more behind each. */
export function requirementRows({ template }: ReportSource, figures: Figures): readonly SheetRow[] {
  const shown = shownRequirements(figures, template);
  const weakest = shown.toSorted((a, b) => keptOf(a.figure) - keptOf(b.figure)).slice(0, mostRequirements);
  if (weakest.length === 0) return [];
  const { requirement, yes, all } = words.requirementColumns;
  return [
    textRow(words.requirementsHeading(weakest.length, shown.length), 'heading', 3),
    {
      isHeader: true,
      cells: [
        { value: yes, style: 'header-number' },
        { value: all, style: 'header' },
        { value: requirement, style: 'header' },
      ],
    },
    ...weakest.map(({ question, figure }) => requirementRow(clipText(question, longestQuestion), figure)),
  ];
}

function requirementRow(question: string, figure: ItemFigure): SheetRow {
  return {
    cells: [
      { value: committeePageWords.metOf(figure.yes, figure.n), style: 'cell-number' },
      { value: resultText(figure, figure.na > 0), style: 'cell-wrap' },
      { value: question, style: 'cell-wrap' },
    ],
  };
}

function keptOf({ yes, n }: ItemFigure): number {
  return yes / n;
}
