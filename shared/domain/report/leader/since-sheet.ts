import { leaderColumns as names, leaderTableWords, leaderWords } from '../../../words/leader-report.ts';
import { breakWords } from '../../../words/trend.ts';
import { type TemplateItem, templateItems } from '../../review/template.ts';
import type { Figures, ItemFigure } from '../figures.ts';
import { type Column, column, type DescribedSheet, describedTable } from '../sheet-parts.ts';
import type { EarlierRound, ReportSource } from '../source.ts';
import { itemBreak } from '../trend/breaks.ts';

const words = leaderTableWords.since;

interface Pair {
  readonly item: TemplateItem;
  readonly area: string;
  readonly now: ItemFigure;
  /** Undefined where the two cannot be compared; `remark` says why. */
  readonly before: ItemFigure | undefined;
  readonly remark: string | null;
}

/** The team's own counts in this round and the one before it, question by question; no difference is drawn. */
export function sinceSheet(source: ReportSource, figures: Figures): DescribedSheet {
  const last = source.earlier.at(-1);
  const rows = last === undefined ? [] : pairs(source, figures, last);
  return describedTable({
    name: leaderWords.sheets.since,
    title: last === undefined ? words.noTitle : words.title(last.name),
    intro: words.intro,
    nothing: last === undefined ? words.first : whyNothing(source, last),
    columns,
    rows,
    example: source.round.example,
  });
}

const columns: readonly Column<Pair>[] = [
  column(names.area, 26, ({ area }) => area),
  column(names.question, 50, ({ item }) => item.question),
  column(names.yesBefore, 10, ({ before }) => before?.yes ?? null, true),
  column(names.nBefore, 9, ({ before }) => before?.n ?? null, true),
  column(names.yesNow, 9, ({ now }) => now.yes, true),
  column(names.nNow, 8, ({ now }) => now.n, true),
  column(names.remark, 26, ({ remark }) => remark),
];

/** Questions that were relevant in a random case of the team in both rounds or one of them; none before both are read. */
function pairs(source: ReportSource, figures: Figures, last: EarlierRound): readonly Pair[] {
  const before = readBefore(source, last);
  const now = randomById(figures);
  if (before.size === 0 || now.size === 0) return [];
  const areas = new Map(source.template.areas.map(({ id, name }) => [id, name]));
  return templateItems(source.template).flatMap((item): Pair[] => {
    const figure = now.get(item.id);
    const earlier = before.get(item.id);
    if (figure === undefined || figure.n + (earlier?.n ?? 0) === 0) return [];
    const area = areas.get(item.area) ?? item.area;
    const reason = itemBreak(last, { template: source.template, plan: source.record.plan }, item.id);
    if (reason !== null) return [{ item, area, now: figure, before: undefined, remark: breakWords[reason] }];
    return [{ item, area, now: figure, before: earlier, remark: null }];
  });
}

/** The figures of an earlier round about the same cases as this report: of the team, or of all teams. */
function readBefore({ team }: ReportSource, { figures, ofTeam }: EarlierRound): ReadonlyMap<string, ItemFigure> {
  return randomById(team === null ? figures : (ofTeam ?? { items: [] }));
}

/** By item id, where anything has been read. */
function randomById({ items }: Pick<Figures, 'items'>): ReadonlyMap<string, ItemFigure> {
  const random = items.filter(({ part }) => part === 'random');
  return new Map(random.some(({ n }) => n > 0) ? random.map((figure) => [figure.id, figure]) : []);
}

function whyNothing(source: ReportSource, last: EarlierRound): string {
  return readBefore(source, last).size === 0 ? words.noEarlierCases : words.nothingRead;
}
