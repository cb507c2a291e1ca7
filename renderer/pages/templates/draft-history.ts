import type { Edited } from './template-draft.ts';

/** Every state of a draft since it was opened; the present one is the last of `past` and not of `future`. */
export interface DraftHistory {
  readonly start: Edited;
  readonly past: readonly Edited[];
  readonly now: Edited;
  readonly future: readonly Edited[];
  /** The text that is being written; further letters of the same word are no step of their own. */
  readonly writing: string | null;
}

const mostSteps = 300;

export function startHistory(start: Edited): DraftHistory {
  return { start, past: [], now: start, future: [], writing: null };
}

/** The draft after a change. `writing` names the text that a letter was typed in; a space ends the step. */
export function changed(history: DraftHistory, now: Edited, writing: string | null, text = ''): DraftHistory {
  if (now.template === history.now.template && now.changes === history.now.changes) return history;
  const goesOn = writing !== null && writing === history.writing;
  const past = goesOn ? history.past : [...history.past, history.now].slice(-mostSteps);
  return { ...history, past, now, future: [], writing: /\s$/u.test(text) ? null : writing };
}

export function undone(history: DraftHistory): DraftHistory {
  const before = history.past.at(-1);
  if (before === undefined) return history;
  return {
    ...history,
    past: history.past.slice(0, -1),
    now: before,
    future: [history.now, ...history.future],
    writing: null,
  };
}

export function redone(history: DraftHistory): DraftHistory {
  const [next, ...future] = history.future;
  if (next === undefined) return history;
  return { ...history, past: [...history.past, history.now], now: next, future, writing: null };
}

/** True while the draft is not what was opened. */
export function isUnsaved({ now, start }: DraftHistory): boolean {
  return now !== start;
}
