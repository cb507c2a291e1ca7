import { committeePageWords } from '../../../words/committee-report.ts';
import { yearReportWords as words } from '../../../words/year-report.ts';
import type { Figures } from '../figures.ts';
import { politicalFigures } from '../political-figures.ts';
import { politicalMethodSheet } from '../political-method.ts';
import { exampleRows, textRow } from '../sheet-parts.ts';
import type { ReportSource } from '../source.ts';
import type { Sheet, SheetRow, Workbook } from '../workbook.ts';

/**
 * The committee's yearly report: the rounds of the calendar year of this round up to and with it, area by area.
 * `figures` are already those of this round that the committee may see.
 */
export function yearWorkbook(source: ReportSource, figures: Figures, seed: string | null): Workbook {
  const year = source.record.asOf.slice(0, 4);
  return {
    title: words.title(year),
    subject: words.subject,
    classification: committeePageWords.classification(source.profile.municipality),
    footer: words.footer(year),
    created: source.created,
    sheets: [page(source, figures, year), politicalMethodSheet(source, figures, seed)],
  };
}

function page(source: ReportSource, figures: Figures, year: string): Sheet {
  const rounds = [
    ...source.earlier
      .filter(({ asOf }) => asOf.startsWith(year))
      .map((round) => ({ name: round.name, figures: politicalFigures(round.figures, source.threshold) })),
    { name: source.round.name, figures },
  ];
  return {
    name: committeePageWords.sheet,
    widths: [34, 34, 13, 13],
    orientation: 'portrait',
    onePage: true,
    rows: [
      textRow(committeePageWords.classification(source.profile.municipality), 'muted', 4),
      ...exampleRows(source.round.example, 4),
      textRow(words.title(year), 'title', 4),
      header(),
      ...source.template.areas.flatMap(({ id, short }) =>
        rounds.map(({ name, figures: shown }) => areaRow(short, name, shown, id)),
      ),
    ],
  };
}

function header(): SheetRow {
  const { area, round, met, n } = words.columns;
  return {
    isHeader: true,
    cells: [
      { value: area, style: 'header' },
      { value: round, style: 'header' },
      { value: met, style: 'header-number' },
      { value: n, style: 'header-number' },
    ],
  };
}

function areaRow(name: string, round: string, { areas }: Figures, areaId: string): SheetRow {
  const area = areas.find(({ id, part }) => id === areaId && part === 'random');
  const isShown = area !== undefined && area.n > 0 && area.noInterval !== 'suppressed';
  return {
    cells: [
      { value: name, style: 'cell-wrap' },
      { value: round, style: 'cell-wrap' },
      { value: isShown ? area.met : '–', style: 'cell-number' },
      { value: isShown ? area.n : '–', style: 'cell-number' },
    ],
  };
}
