import {
  leaderActionStates,
  leaderColumns as names,
  leaderTableWords,
  leaderWords,
  practiceWord,
} from '../../../words/leader-report.ts';
import { formatDanish } from '../../calendar/format.ts';
import type { Action } from '../../review/action.ts';
import { templateItems } from '../../review/template.ts';
import { dayOf } from '../round-facts.ts';
import { column, type DescribedSheet, describedTable } from '../sheet-parts.ts';
import type { ReportSource } from '../source.ts';
import type { CellValue } from '../workbook.ts';
import { actionsInOrder, isOverdue } from './team-facts.ts';

/** What is agreed on the team's cases and for the practice of all, with what is late said in words. */
export function teamActionsSheet(source: ReportSource): DescribedSheet {
  const { title, intro, nothing } = leaderTableWords.actions;
  const questions = new Map(templateItems(source.template).map(({ id, question }) => [id, question]));
  const { today } = source;
  return describedTable<Action>({
    name: leaderWords.sheets.actions,
    title,
    intro: intro(formatDanish(today)),
    nothing,
    columns: [
      column(names.stands, 14, (action) => stands(action, today)),
      column(names.due, 12, ({ due }) => dayCell(due)),
      column(names.action, 44, ({ text }) => text),
      column(names.about, 16, ({ caseId }) => caseId ?? practiceWord),
      column(names.question, 38, ({ itemId }) => (itemId === null ? null : (questions.get(itemId) ?? itemId))),
      column(names.owner, 20, ({ owner }) => owner || null),
      column(names.done, 12, ({ done }) => dayCell(done)),
    ],
    rows: actionsInOrder(source.actions),
    example: source.round.example,
  });
}

function stands(action: Action, today: string): string {
  if (action.done !== null) return leaderActionStates.done;
  return isOverdue(action, today) ? leaderActionStates.overdue : leaderActionStates.open;
}

/** An ISO day as a date; what is none stands as it is. */
function dayCell(iso: string | null): CellValue {
  const date = iso === null ? null : dayOf(iso);
  return date === null ? iso : { date };
}
