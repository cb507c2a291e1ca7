import { leaderOverviewWords as words } from '../../../words/leader-report.ts';
import { templateItems } from '../../review/template.ts';
import { sharesChart } from '../chart-parts.ts';
import type { Figures, SamplePart } from '../figures.ts';
import { isWholeFrame } from '../sample-part.ts';
import { textRow } from '../sheet-parts.ts';
import type { ReportSource } from '../source.ts';
import type { Chart, Sheet, SheetRow } from '../workbook.ts';
import { span } from './overview-parts.ts';

const counted = ['yes', 'partly', 'no', 'cannotTell'] as const;
/** Columns of the table, counted from 1. */
const columnsOf = { area: 1, answers: [2, 3, 4, 5], findings: [3, 4, 5] } as const;

/**
 * The answers of one part by area, those with critical findings first, with a line on what they may be used for; no row
 * where nothing has been answered.
 */
export function areaRows(source: ReportSource, figures: Figures, part: SamplePart): readonly SheetRow[] {
  const areas = areasOf(source, figures, part);
  if (areas.length === 0) return [];
  const { area, n, findings, critical } = words.columns;
  const names = [area, ...counted.map((name) => words.columns[name]), n, findings, critical];
  return [
    textRow(words.areasHeading(words.part[part], figures.coverage[part]?.started ?? 0), 'heading', span),
    textRow(noteOf(source, part), 'muted', span),
    {
      isHeader: true,
      cells: names.map((value, index) => ({ value, style: index === 0 ? 'header' : 'header-number' })),
    },
    ...areas.map(({ name, answers, critical: criticalNo }) => areaRow(name, answers, criticalNo)),
  ];
}

/** A bar to each area under the table of the sheet. */
export function areasChart(sheet: Sheet): Chart {
  return sharesChart({ table: sheet, title: words.chartTitle, category: columnsOf.area, series: columnsOf.answers });
}

function areaRow(name: string, answers: readonly number[], critical: number): SheetRow {
  const sum = (columns: readonly number[]) => ({
    formula: { kind: 'sum-of-row' as const, columns },
    result: columns.reduce((total, column) => total + (answers[column - 2] ?? 0), 0),
  });
  return {
    cells: [
      { value: name, style: 'cell-wrap' },
      ...[...answers, sum(columnsOf.answers), sum(columnsOf.findings), critical].map((value) => ({
        value,
        style: 'cell-number' as const,
      })),
    ],
  };
}

function areasOf({ template }: ReportSource, figures: Figures, part: SamplePart) {
  const items = new Map(templateItems(template).map((item) => [item.id, item]));
  return template.areas
    .map(({ id, name }) => {
      const own = figures.items.filter((figure) => figure.part === part && items.get(figure.id)?.area === id);
      const total = (key: (typeof counted)[number]) => own.reduce((sum, figure) => sum + figure[key], 0);
      const critical = own.filter((figure) => items.get(figure.id)?.severity === 'critical');
      return {
        name,
        answers: counted.map(total),
        critical: critical.reduce((sum, { no }) => sum + no, 0),
      };
    })
    .filter(({ answers }) => answers.some((count) => count > 0))
    .toSorted((a, b) => b.critical - a.critical);
}

function noteOf({ team, record: { plan } }: ReportSource, part: SamplePart): string {
  const { sampleNotes } = words;
  if (part === 'targeted') return sampleNotes.targeted;
  if (team === null || part === 'census' || isWholeFrame(plan)) return sampleNotes.whole;
  const perTeam = plan.parts.every((each) => each.kind === 'targeted' || each.stratifyBy === 'team');
  return perTeam ? sampleNotes.perTeam : sampleNotes.team;
}
