import { startWords } from '../../words/start.ts';
import { formatCount, formatDate } from '../../components/formats.ts';

const millisecondsPerDay = 86_400_000;

/** Whole days from one ISO date to another; negative when `to` is earlier. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(`${to}T00:00Z`) - Date.parse(`${from}T00:00Z`)) / millisecondsPerDay);
}

/** How an action stands to its due date today. */
export function dueWords(due: string | null, today: string): { readonly words: string; readonly overdue: boolean } {
  const { critical, units } = startWords;
  if (due === null) {
    return { words: critical.noDue, overdue: false };
  }
  const late = daysBetween(due, today);
  if (late > 0) {
    return { words: critical.overdue(formatCount(late, ...units.day)), overdue: true };
  }
  return { words: late === 0 ? critical.dueToday : critical.due(formatDate(due)), overdue: false };
}
