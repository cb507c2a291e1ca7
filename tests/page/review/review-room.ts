import { AppError } from '#shared/contract/errors.ts';
import type { Handlers } from '#shared/contract/operations.ts';
import type { CaseReview } from '#shared/contract/review.ts';
import type { Action } from '#shared/domain/review/action.ts';
import { answerAfter } from '#shared/domain/review/answer-after.ts';
import type { ItemAnswer, ReviewState } from '#shared/domain/review/answer.ts';
import type { ClosingWarning } from '#shared/domain/review/closing-warnings.ts';
import type { DateFinding, DateVerdict } from '#shared/domain/review/date-finding.ts';
import { suggestedValue } from '#shared/domain/review/suggested-value.ts';
import type { ChecklistTemplate, TemplateItem } from '#shared/domain/review/template.ts';

import type { FakeApplication } from '../fake-application.ts';
import { record } from '../harness/demo-data.ts';
import { renderApp } from '../render-app.tsx';
import { aRound } from '../sampling/a-round.ts';

const item = (id: string, question: string, part: Partial<TemplateItem> = {}): TemplateItem => ({
  id,
  question,
  type: 'legal',
  law: 'barnets lov § 5',
  applies: 'altid',
  evidence: 'journal',
  rule: null,
  severity: 'significant',
  area: 'inddragelse',
  lawyerCheck: false,
  ...part,
});

export const template: ChecklistTemplate = {
  id: 'barnets-lov',
  edition: 1,
  title: 'Barnets lov',
  law: 'barnets lov',
  note: '',
  areas: [{ id: 'inddragelse', name: 'Inddragelse', short: 'Inddragelse' }],
  sections: [
    {
      title: 'Inddragelse',
      items: [
        item('samtale', 'Er der talt med barnet?', { severity: 'critical', yesWhen: 'Et notat med dato.' }),
        item('vaegt', 'Er barnets ord vægtet?', { rule: 'R09' }),
      ],
    },
    {
      title: 'Plan',
      items: [
        item('frist', 'Kom planen til tiden?', { rule: 'R14' }),
        item('maal', 'Har planen mål?', { rule: 'R13' }),
      ],
    },
  ],
  rollUp: [{ outcome: 'unfinished', words: 'Uafsluttet', when: {} }],
};

export const questions = template.sections.flatMap(({ items }) => items.map(({ question }) => question));
const itemIds = template.sections.flatMap(({ items }) => items.map(({ id }) => id));

const finding = (rule: string, verdict: DateVerdict): DateFinding => ({
  rule,
  verdict,
  words: `Reglen ${rule} på sagens datoer.`,
  dates: [],
});

export interface Room extends FakeApplication {
  /** What the disk holds of a case, by item. */
  readonly stored: (caseId: string) => ReadonlyMap<string, ItemAnswer>;
  /** Every later save fails until it is called with false. */
  readonly breakSaving: (broken: boolean) => void;
}

interface Start {
  readonly states?: Readonly<Record<string, ReviewState>>;
  readonly answers?: readonly ItemAnswer[];
  readonly actions?: readonly Action[];
  readonly handlers?: Partial<Handlers>;
  /** What else the core says of the first case. */
  readonly review?: Partial<CaseReview>;
  readonly warnings?: readonly ClosingWarning[];
}

export const answer = (itemId: string, value: ItemAnswer['value'], note = ''): ItemAnswer => ({
  itemId,
  value,
  note,
  evidence: '',
});

const round = aRound();
const { roundId } = round;
const caseIds = round.record.cases.map(({ caseId }) => caseId);

/** The review page on a core that keeps answers in memory: three cases of four items each, the first one open. */
export function openRoom(start: Start = {}): Room {
  const { states = {}, answers = [], actions = [], handlers = {}, review = {}, warnings = [] } = start;
  const kept = new Map(caseIds.map((id) => [id, new Map<string, ItemAnswer>()]));
  answers.forEach((one) => kept.get(caseIds[0]!)!.set(one.itemId, one));
  const state = new Map<string, ReviewState>(caseIds.map((id) => [id, states[id] ?? 'not-started']));
  let register = actions;
  let broken = false;
  const done: { readonly before: ItemAnswer; readonly after: ItemAnswer }[] = [];
  const undone: typeof done = [];
  const answered = (caseId: string): number =>
    [...kept.get(caseId)!.values()].filter(({ value }) => value !== null).length;
  const save = (): void => {
    if (broken) {
      throw new AppError('disk-full', 'no room');
    }
    fake.announce({ name: 'stage-changed', stage: 'review' });
  };
  const openCase = (caseId: string): CaseReview => ({
    roundId,
    caseId,
    reading: 1,
    reader: 'Karen Læser',
    state: state.get(caseId)!,
    record: record(caseId),
    drawnBecause: 'Tilfældigt trukket som nr. 1 i gruppen Team Nord',
    asOf: '2025-11-21',
    template,
    answers: [...kept.get(caseId)!.values()],
    applicability: Object.fromEntries(
      itemIds.map((id) => [id, { applies: 'yes', reason: 'Gælder i alle sager.', law: 'barnets lov § 5, stk. 3' }]),
    ),
    suggestions: { vaegt: finding('R09', 'no'), frist: finding('R14', 'missing'), maal: finding('R13', 'yes') },
    actions: register.filter((action) => action.caseId === caseId),
    canUndo: answered(caseId) > 0,
    canRedo: false,
    conversation: null,
    comments: {},
    minutes: 0,
    ...(caseId === caseIds[0] ? review : {}),
  });
  const step = (way: 1 | -1) => async (of: { readonly caseId: string }) => {
    const moved = way === -1 ? done.pop() : undone.pop();
    if (moved === undefined) throw new AppError(way === -1 ? 'nothing-to-undo' : 'nothing-to-redo', 'no');
    (way === -1 ? undone : done).push(moved);
    const stands = way === -1 ? moved.before : moved.after;
    kept.get(of.caseId)!.set(stands.itemId, stands);
    save();
    return {
      answer: stands,
      state: 'draft',
      savedAt: 'now',
      canUndo: done.length > 0,
      canRedo: undone.length > 0,
    } as const;
  };
  const fake = renderApp(
    {
      'sampling.rounds': async () => [round],
      'review.queue': async () =>
        round.record.cases.map(({ caseId, part, stratum, rank }) => ({
          caseId,
          part,
          stratum,
          rank,
          state: state.get(caseId)!,
          answered: answered(caseId),
          items: 4,
          replacedBy: null,
          second: null,
          minutes: 0,
        })),
      'review.open': async ({ caseId }) => openCase(caseId),
      'review.viewed': async () => null,
      'review.answer': async ({ roundId: _round, caseId, reading: _reading, itemId, ...patch }) => {
        save();
        const before = kept.get(caseId)!.get(itemId) ?? answer(itemId, null);
        const suggested = suggestedValue(openCase(caseId).suggestions[itemId]);
        const after = answerAfter(before, patch, suggested);
        done.push({ before, after });
        undone.length = 0;
        kept.get(caseId)!.set(itemId, after);
        state.set(caseId, 'draft');
        return { answer: after, state: 'draft', savedAt: '2025-11-21T15:00:00', canUndo: true, canRedo: false };
      },
      'review.undo': step(-1),
      'review.redo': step(1),
      'review.close': async ({ caseId, despiteWarnings }) => {
        const { applicability } = openCase(caseId);
        const unanswered = itemIds.filter(
          (id) => applicability[id]?.applies !== 'no' && (kept.get(caseId)!.get(id)?.value ?? null) === null,
        ).length;
        if (unanswered > 0) {
          throw new AppError('review-incomplete', 'no', { unanswered });
        }
        if (warnings.length > 0 && !despiteWarnings) {
          return { state: 'draft', nextCaseId: null, warnings };
        }
        state.set(caseId, 'done');
        save();
        return { state: 'done', nextCaseId: caseIds.find((id) => state.get(id) !== 'done') ?? null, warnings: [] };
      },
      'review.reopen': async ({ caseId }) => {
        state.set(caseId, 'reopened');
        save();
        return { state: 'reopened' };
      },
      'review.lock': async () => {
        caseIds.forEach((id) => state.set(id, 'locked'));
        save();
        return { locked: caseIds.length };
      },
      'review.saveAction': async ({ action: draft }) => {
        const made = {
          ...draft,
          id: 'ny',
          critical: draft.itemId === 'samtale',
          created: '2025-11-21',
          done: null,
          measured: null,
        };
        register = [...register, made];
        save();
        return made;
      },
      'review.setActionDone': async ({ id, done }) => {
        register = register.map((old) => (old.id === id ? { ...old, done: done ? '2025-11-21' : null } : old));
        save();
        return register.find((old) => old.id === id)!;
      },
      ...handlers,
    },
    { page: 'review', params: { roundId, caseId: caseIds[0]! } },
  );
  return {
    ...fake,
    stored: (caseId) => kept.get(caseId)!,
    breakSaving: (next) => {
      broken = next;
    },
  };
}
