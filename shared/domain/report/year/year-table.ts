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

/** With few rounds there is room for the dots of the latest one; with many the table goes on below. */
const mostWithDots = 3;
const mostBeside = 6;

/** The widths of the columns for so many rounds, two or more; with four the longest area of the checklist takes one line. */
export function tableWidths(rounds: number): Sheet['widths'] {
  if (rounds === 2) return [20, 30, ...columnsOf(2, 12), 22];
  if (rounds === 3) return [20, 30, ...columnsOf(3, 10), 18];
  const beside = Math.ceil(rounds / Math.ceil(rounds / mostBeside));
  return beside === mostBeside ? [18, ...columnsOf(6, 11), 18] : [73 - beside * 11, ...columnsOf(beside, 11), 24];
}

function columnsOf(count: number, width: number): readonly number[] {
  return Array.from({ length: count }, () => width);
}

/**
 * A row an area, a column a round: met of n in each, and after the latest what can be said of the change over the year.
 * Six rounds stand beside each other; of more, the first half stands above the rest.
 */
export function yearTable(source: ReportSource, rounds: readonly YearRound[]): readonly SheetRow[] {
  const changes = changesOf(source, rounds);
  const beside = tableWidths(rounds.length).length - 2;
  if (rounds.length <= mostWithDots) return block(rounds, rounds, rounds.length, changes);
  const blocks = Array.from({ length: Math.ceil(rounds.length / beside) }, (_, index) =>
    rounds.slice(index * beside, (index + 1) * beside),
  );
  return blocks.flatMap((some, index) => [
    ...(index === 0 ? [] : [{ cells: [{ value: '', style: 'text' }], height: 8 } satisfies SheetRow]),
    ...block(rounds, some, beside, index === blocks.length - 1 ? changes : null),
  ]);
}

/** Some of the rounds, over all the areas; without `changes` the last column is empty. */
function block(
  all: readonly YearRound[],
  some: readonly YearRound[],
  columns: number,
  changes: ReadonlyMap<string, string> | null,
): readonly SheetRow[] {
  const hasDots = all.length <= mostWithDots;
  const perDot = dotsPer(all.at(-1)?.figures.areas ?? []);
  const row = (label: string, dots: string, values: readonly string[], last: string): SheetRow => ({
    cells: [
      { value: label, style: 'cell-wrap' },
      ...(hasDots ? [{ value: dots, style: 'dots' } as const] : []),
      ...filledUp(values, columns).map((value): Cell => ({ value, style: 'cell-number' })),
      { value: last, style: 'cell-wrap' },
    ],
  });
  const started = some.map(({ figures }) => formatCount(figures.coverage.random.started, 0));
  return [
    headerRow(some, hasDots, columns, changes !== null),
    row(words.read, '', started, ''),
    ...(hasBreak(all) ? [row(words.edition, '', editions(all, some), '')] : []),
    ...areasOf(all).map(({ id, short }) => {
      const found = some.map(({ figures }) => shownArea(figures, id));
      const last = found.at(-1);
      const change = last === undefined ? undefined : changes?.get(id);
      const dots = last === undefined ? '' : dotsText(last.met, last.n, perDot);
      return row(short, dots, found.map(metText), changes === null ? '' : (change ?? words.nothing));
    }),
  ];
}

function filledUp(values: readonly string[], columns: number): readonly string[] {
  return [...values, ...Array.from({ length: columns - values.length }, () => '')];
}

function headerRow(rounds: readonly YearRound[], hasDots: boolean, columns: number, hasChange: boolean): SheetRow {
  const names = filledUp(rounds.map(roundName), columns);
  return {
    isHeader: true,
    cells: [
      { value: words.columns.area, style: 'header' },
      ...(hasDots ? [{ value: words.columns.dots, style: 'header' } as const] : []),
      ...names.map((value): Cell => ({ value, style: 'header-number' })),
      { value: hasChange ? words.columns.change : '', style: 'header' },
    ],
  };
}

/** Which edition each round was read with. */
function editions(all: readonly YearRound[], some: readonly YearRound[]): readonly string[] {
  const isOne = new Set(all.map(({ template }) => template.title)).size === 1;
  return some.map(({ template: { title, edition } }) =>
    isOne ? words.editionOf(edition) : words.otherChecklist(title, edition),
  );
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
