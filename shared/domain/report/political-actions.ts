import { committeePageWords as words, committeeRoles } from '../../words/committee-report.ts';
import type { Action } from '../review/action.ts';
import type { Figures } from './figures.ts';
import { clipText } from './clip-text.ts';
import { danishDay } from './round-facts.ts';
import { samplePartOf } from './sample-part.ts';
import type { ReportSource } from './source.ts';
import { hiddenAlone } from './suppression.ts';

const mostActions = 3;
/** Three lines of the page; the whole text stands in the register of actions. */
const longestText = 280;

/**
 * "Det gør vi": at most three changes of practice, the open ones first and the earliest date first, then how many of
 * the randomly drawn cases were put right at once. The owner is named only where it is a role.
 */
export function actionRows(source: ReportSource, figures: Figures): readonly string[] {
  const practice = source.actions
    .filter(({ kind }) => kind === 'practice')
    .toSorted((a, b) => Number(a.done !== null) - Number(b.done !== null) || dueKey(a).localeCompare(dueKey(b)))
    .slice(0, mostActions);
  const lines = practice.map((action, index) => words.number(index + 1) + actionText(action));
  return [...(lines.length === 0 ? [words.noActions] : lines), ...putRight(source, figures)];
}

/** What is changed, on a line of its own who sees to it and when. */
export function actionText({ text, owner, due, done }: Action): string {
  const role = owner.trim().toLowerCase();
  const sentence = clipText(text, longestText);
  const what = /[.!?…]$/.test(sentence) ? sentence : `${sentence}.`;
  const who = [
    committeeRoles.includes(role) ? words.owner(role) : '',
    done === null ? '' : words.done(danishDay(done)),
    done !== null || due === null ? '' : words.due(danishDay(due)),
  ]
    .filter(Boolean)
    .join(' ');
  return who === '' ? what : what + words.newLine + who;
}

function putRight({ actions, cases, record, threshold }: ReportSource, figures: Figures): readonly string[] {
  const partOf = samplePartOf(record.plan);
  const random = new Set(
    cases
      .filter(({ drawn, replacedBy }) => partOf(drawn) === 'random' && replacedBy === null)
      .map(({ drawn }) => drawn.caseId),
  );
  const done = actions.filter(
    ({ kind, done: at, caseId }) => kind === 'case' && at !== null && caseId !== null && random.has(caseId),
  );
  const positive = new Set(done.map(({ caseId }) => caseId)).size;
  const n = figures.coverage.random.started;
  return positive === 0 || positive > n || hiddenAlone({ n, positive }, threshold) !== null
    ? []
    : [words.putRight(positive, n)];
}

function dueKey({ due }: Action): string {
  return due ?? '9999-12-31';
}
