import { describe, expect, it } from 'vitest';

import type { ItemAnswer } from '#shared/domain/review/answer.ts';
import { type AnswerChange, undoSteps } from '#shared/domain/review/undo.ts';
import { fc } from '../../support/fast-check.ts';

const items = ['a', 'b', 'c'] as const;
const answer = (itemId: string, value: ItemAnswer['value']): ItemAnswer => ({ itemId, value, note: '', evidence: '' });

const act = fc.oneof(
  { weight: 4, arbitrary: fc.tuple(fc.constantFrom(...items), fc.constantFrom('yes', 'no', 'na', null)) },
  { weight: 3, arbitrary: fc.constant('undo' as const) },
  { weight: 2, arbitrary: fc.constant('redo' as const) },
);

/** What a person expects of undo and redo: the whole state at each step, on two stacks. Nothing of the log. */
class Model {
  past: Readonly<Record<string, ItemAnswer>>[] = [];
  future: Readonly<Record<string, ItemAnswer>>[] = [];
  now: Readonly<Record<string, ItemAnswer>> = Object.fromEntries(items.map((id) => [id, answer(id, null)]));

  give(next: ItemAnswer): void {
    this.past.push(this.now);
    this.now = { ...this.now, [next.itemId]: next };
    this.future = [];
  }

  step(way: 'undo' | 'redo'): boolean {
    const [from, to] = way === 'undo' ? [this.past, this.future] : [this.future, this.past];
    const next = from.pop();
    if (next === undefined) return false;
    to.push(this.now);
    this.now = next;
    return true;
  }
}

describe('undo and redo from the log', () => {
  it('do what two stacks of whole states do, for every sequence of answers, undos and redos', () => {
    fc.assert(
      fc.property(fc.array(act, { maxLength: 60 }), (acts) => {
        const model = new Model();
        const log: AnswerChange[] = [];
        let state = { ...model.now };
        for (const each of acts) {
          if (each === 'undo' || each === 'redo') {
            const after = undoSteps(log)[each];
            expect(after !== null).toBe(model.step(each));
            if (after === null) continue;
            const kind = each === 'undo' ? 'undone' : 'redone';
            log.push({ kind, before: state[after.itemId]!, after });
            state = { ...state, [after.itemId]: after };
          } else {
            const after = answer(each[0], each[1]);
            log.push({ kind: 'answered', before: state[after.itemId]!, after });
            state = { ...state, [after.itemId]: after };
            model.give(after);
          }
          expect(state).toEqual(model.now);
        }
      }),
    );
  });

  it('restore nothing from an empty log, and nothing from a log that begins with an undo', () => {
    expect(undoSteps([])).toEqual({ undo: null, redo: null });
    const stray: AnswerChange = { kind: 'undone', before: answer('a', 'yes'), after: answer('a', null) };
    expect(undoSteps([stray])).toEqual({ undo: null, redo: null });
    expect(undoSteps([{ ...stray, kind: 'redone' }])).toEqual({ undo: null, redo: null });
  });

  it('never step back over what others wrote, and go on after it', () => {
    const mine: AnswerChange = { kind: 'answered', before: answer('a', null), after: answer('a', 'yes') };
    const later: AnswerChange = { kind: 'answered', before: answer('a', 'no'), after: answer('a', 'partly') };
    const undone: AnswerChange = { kind: 'undone', before: mine.after, after: mine.before };
    expect(undoSteps([mine, { kind: 'others' }])).toEqual({ undo: null, redo: null });
    expect(undoSteps([mine, undone, { kind: 'others' }])).toEqual({ undo: null, redo: null });
    expect(undoSteps([mine, { kind: 'others' }, later])).toEqual({ undo: later.before, redo: null });
  });
});
