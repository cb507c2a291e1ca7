import { committeePageWords } from '../../../words/committee-report.ts';
import { exactVerdictWords, noChangeWords, verdictWords } from '../../../words/trend.ts';
import { yearReportWords as words } from '../../../words/year-report.ts';
import { formatCount } from '../../calendar/format.ts';
import type { AreaFigure, Figures } from '../figures.ts';
import { dotsPer, dotsText } from '../political-result.ts';
import type { ReportSource } from '../source.ts';
import { developmentOf, type Development } from '../trend/change.ts';
import { trendsOf } from '../trend/trend.ts';
import type { Cell, Sheet, SheetRow } from '../workbook.ts';
import { roundName, type YearRound } from './year-rounds.ts';

/** With few rounds there is room for the dots of the latest one; with many the paper is turned. */
const mostWithDots = 3;
const mostUpright = 6;

/** The columns and the paper for so many rounds, two or more. */
export function tableShape(rounds: number): Pick<Sheet, 'widths' | 'orientation'> {
  if (rounds <= mostWithDots) {
    const each = rounds === 2 ? 12 : 10;
    return { widths: [22, 28, ...columnsOf(rounds, each), 20], orientation: 'portrait' };
  }
  if (rounds <= mostUpright) {
    const each = rounds === 6 ? 9 : 11;
    return { widths: [74 - rounds * each, ...columnsOf(rounds, each), 22], orientation: 'portrait' };
  }
  return { widths: [26, ...columnsOf(rounds, 9), 20], orientation: 'landscape' };
}

function columnsOf(count: number, width: number): readonly number[] {
  return Array.from({ length: count }, () => width);
}

/** A row an area, a column a round: met of n in each, and what can be said of the change over the year. */
export function yearTable(source: ReportSource, rounds: readonly YearRound[]): readonly SheetRow[] {
  const changes = changesOf(source, rounds);
  const hasDots = rounds.length <= mostWithDots;
  const latest = rounds.at(-1);
  const perDot = dotsPer(latest?.figures.areas ?? []);
  return [
    headerRow(rounds, hasDots),
    factRow(
      words.read,
      rounds.map(({ figures }) => formatCount(figures.coverage.random.started, 0)),
      hasDots,
    ),
    ...editionRows(rounds, hasDots),
    ...areasOf(rounds).map(({ id, short }): SheetRow => {
      const found = rounds.map(({ figures }) => shownArea(figures, id));
      const last = found.at(-1);
      const dots = last === undefined ? '' : dotsText(last.met, last.n, perDot);
      return {
        cells: [
          { value: short, style: 'cell-wrap' },
          ...(hasDots ? [{ value: dots, style: 'dots' } as const] : []),
          ...found.map((area): Cell => ({ value: metText(area), style: 'cell-number' })),
          { value: last === undefined ? words.nothing : (changes.get(id) ?? words.nothing), style: 'cell-wrap' },
        ],
      };
    }),
  ];
}

function headerRow(rounds: readonly YearRound[], hasDots: boolean): SheetRow {
  return {
    isHeader: true,
    cells: [
      { value: words.columns.area, style: 'header' },
      ...(hasDots ? [{ value: words.columns.dots, style: 'header' } as const] : []),
      ...rounds.map((round): Cell => ({ value: roundName(round), style: 'header-number' })),
      { value: words.columns.change, style: 'header' },
    ],
  };
}

function factRow(label: string, values: readonly string[], hasDots: boolean): SheetRow {
  return {
    cells: [
      { value: label, style: 'cell-wrap' },
      ...(hasDots ? [{ value: '', style: 'dots' } as const] : []),
      ...values.map((value): Cell => ({ value, style: 'cell-number' })),
      { value: '', style: 'cell-wrap' },
    ],
  };
}

/** Which edition each round was read with; only where they differ. */
function editionRows(rounds: readonly YearRound[], hasDots: boolean): readonly SheetRow[] {
  if (!hasBreak(rounds)) return [];
  const isOne = new Set(rounds.map(({ template }) => template.title)).size === 1;
  const text = ({ template: { title, edition } }: YearRound) =>
    isOne ? words.editionOf(edition) : words.otherChecklist(title, edition);
  return [factRow(words.edition, rounds.map(text), hasDots)];
}

/** True where not every round was read with the same edition of the same checklist. */
export function hasBreak(rounds: readonly YearRound[]): boolean {
  return new Set(rounds.map(({ template: { id, edition } }) => `${id} ${edition}`)).size > 1;
}

/** The areas of the latest checklist, then those that only an earlier one had. */
function areasOf(rounds: readonly YearRound[]): YearRound['template']['areas'] {
  const found = new Map<string, YearRound['template']['areas'][number]>();
  for (const { template } of rounds.toReversed())
    for (const area of template.areas) if (!found.has(area.id)) found.set(area.id, area);
  return [...found.values()];
}

/** Undefined where the committee may not see it, where it was not relevant and where it was not asked: all look alike. */
export function shownArea({ areas }: Figures, areaId: string): AreaFigure | undefined {
  const area = areas.find(({ id, part }) => id === areaId && part === 'random');
  return area === undefined || area.n === 0 || area.noInterval === 'suppressed' ? undefined : area;
}

function metText(area: AreaFigure | undefined): string {
  return area === undefined ? words.nothing : committeePageWords.metOf(area.met, area.n);
}

/** From the first to the latest comparable round of the year, from nothing but what the committee may see. */
function changesOf(source: ReportSource, rounds: readonly YearRound[]): ReadonlyMap<string, string> {
  const latest = rounds.at(-1);
  if (latest === undefined) return new Map();
  const earlier = source.earlier.flatMap((each) => {
    const round = rounds.find(({ actions, asOf }) => actions === each.actions && asOf === each.asOf);
    return round === undefined ? [] : [{ ...each, figures: round.figures }];
  });
  const areas = trendsOf({ ...source, earlier }, latest.figures).filter(({ kind }) => kind === 'area');
  return new Map(areas.map((trend) => [trend.id, changeText(developmentOf(trend))]));
}

function changeText({ baseline, missing }: Development): string {
  if (baseline !== null) {
    const { verdict, exact } = baseline;
    return exact && (verdict === 'rise' || verdict === 'fall') ? exactVerdictWords[verdict] : verdictWords[verdict];
  }
  return missing === 'not-comparable' ? noChangeWords[missing] : verdictWords['too-few'];
}
