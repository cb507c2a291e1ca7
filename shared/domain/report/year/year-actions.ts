import { committeePageWords } from '../../../words/committee-report.ts';
import { verdictWords } from '../../../words/trend.ts';
import { yearReportWords as words } from '../../../words/year-report.ts';
import { type Action, isMeasured } from '../../review/action.ts';
import type { Figures } from '../figures.ts';
import { actionText } from '../political-actions.ts';
import { shownRequirements } from '../political-requirements.ts';
import type { ReportSource } from '../source.ts';
import { changeBetween } from '../trend/change.ts';
import { trendsOf } from '../trend/trend.ts';
import { roundName, type YearRound } from './year-rounds.ts';

const mostActions = 4;

/** The changes of practice that were done in the year, with what a later sample shows of each. */
export function doneRows(source: ReportSource, rounds: readonly YearRound[], year: string): readonly string[] {
  const done = practiceOf(rounds)
    .filter(({ action }) => action.done?.startsWith(year) === true)
    .toSorted((a, b) => (a.action.done ?? '').localeCompare(b.action.done ?? ''));
  if (done.length === 0) return [words.nothingDone];
  return listed(done, ({ action, index }) => {
    const effect = effectText(source, rounds, action, index);
    return actionText(action) + (effect === '' ? '' : committeePageWords.newLine + effect);
  });
}

/** The changes of practice that are agreed and not done, the earliest date first; late on the day of the report. */
export function remainingRows({ created }: ReportSource, rounds: readonly YearRound[]): readonly string[] {
  const open = practiceOf(rounds)
    .filter(({ action }) => action.done === null)
    .toSorted((a, b) => (a.action.due ?? '9').localeCompare(b.action.due ?? '9'));
  return open.length === 0
    ? [words.nothingRemains]
    : listed(open, ({ action }) => {
        const isLate = action.due !== null && action.due < created.slice(0, 10);
        return actionText(action) + (isLate ? words.overdue : '');
      });
}

interface Practice {
  readonly action: Action;
  /** Of its round. */
  readonly index: number;
}

function practiceOf(rounds: readonly YearRound[]): readonly Practice[] {
  return rounds.flatMap(({ actions }, index) =>
    actions.filter(({ kind }) => kind === 'practice').map((action) => ({ action, index })),
  );
}

function listed(all: readonly Practice[], textOf: (practice: Practice) => string): readonly string[] {
  const lines = all
    .slice(0, mostActions)
    .map((practice, index) => committeePageWords.number(index + 1) + textOf(practice));
  return all.length > mostActions ? [...lines, words.more(all.length - mostActions)] : lines;
}

/** The same item in the action's own round and in the latest one after it; counts only where both may be printed. */
function effectText(source: ReportSource, rounds: readonly YearRound[], action: Action, index: number): string {
  const { itemId } = action;
  if (itemId === null || !isMeasured(action)) return '';
  const last = rounds.length - 1;
  if (index === last) return words.effect.notYet;
  const points = itemPoints(source, rounds, itemId);
  const [before, after] = [points[index], points[last]];
  const [first, latest] = [rounds[index], rounds[last]];
  if (before === undefined || after === undefined || first === undefined || latest === undefined)
    return words.effect.broken;
  if (points.slice(index + 1).some(({ breakBefore }) => breakBefore !== null)) return words.effect.broken;
  if (!mayPrint(first, itemId) || !mayPrint(latest, itemId)) return words.effect.tooFew;
  const { verdict } = changeBetween(before, after);
  const said = verdictWords[verdict];
  return words.effect.measured(
    before.met,
    before.n,
    roundName(latest),
    after.met,
    after.n,
    said.charAt(0).toUpperCase() + said.slice(1),
  );
}

function itemPoints(source: ReportSource, rounds: readonly YearRound[], itemId: string) {
  const earlier = source.earlier.map((each, index) => ({ ...each, figures: rounds[index]?.figures ?? each.figures }));
  const latest: Figures | undefined = rounds.at(-1)?.figures;
  const trends = latest === undefined ? [] : trendsOf({ ...source, earlier }, latest);
  return trends.find(({ kind, id }) => kind === 'item' && id === itemId)?.points ?? [];
}

function mayPrint({ figures, template }: YearRound, itemId: string): boolean {
  const item = template.sections.flatMap(({ items }) => items).find(({ id }) => id === itemId);
  if (item?.type === 'legal') return shownRequirements(figures, template).some(({ figure }) => figure.id === itemId);
  const figure = figures.items.find(({ id, part }) => id === itemId && part === 'random');
  return figure !== undefined && figure.rate !== null;
}
