import type { CompileChoice } from '#shared/contract/compile.ts';
import { AppError } from '#shared/contract/errors.ts';
import type { Handlers } from '#shared/contract/operations.ts';
import type { RoundSummary } from '#shared/contract/sampling.ts';
import { compile, type Compilation, type UnitQuality } from '#shared/domain/report/compile/compilation.ts';
import type { CompileRound } from '#shared/domain/report/compile/compile-round.ts';
import { roundsBefore } from '#shared/domain/report/compile/rounds-before.ts';
import type { Action } from '#shared/domain/review/action.ts';

import { compileRoundOf } from '../../unit/report/compile/compile-fixture.ts';
import { answersKept } from '../../unit/report/earlier-fixture.ts';
import { reportSource } from '../../unit/report/report-fixture.ts';
import { aRound } from '../sampling/a-round.ts';

export const units = ['', 'Familieafdeling Nord', 'Familieafdeling Syd', 'Center for Børn og Unge med handicap'];
const quarters = ['2025-05-05', '2025-08-04', '2025-11-03'];
const strata = ['Modtagelsen', 'Team Anbringelse'].map((name, index) => ({ name, size: 60 + 80 * index, drawn: 8 }));

/** Three quarters of four units; the last unit has not drawn before the third. */
export const someRounds: readonly CompileRound[] = quarters.flatMap((asOf, time) =>
  units.flatMap((unit, place) => {
    if (place === 3 && time < 2) return [];
    const source = reportSource({
      strata: place === 0 ? [{ name: 'Modtagelsen', size: 90, drawn: 12 }] : strata,
      targeted: place === 1 ? 4 : 0,
      closed: time === 2 && place === 2 ? 11 : 40,
      answers: answersKept(0.6 + time * 0.15, time * 7 + place + 1),
    });
    const cases = source.cases.map((row) => ({
      ...row,
      case: {
        ...row.case,
        values: { ...row.case.values, team: row.drawn.part === 'targeted' ? 'Modtagelsen' : row.drawn.stratum },
      },
    }));
    const roundId = `r${time}${place}`;
    const about = { roundId, unit, name: `${time + 2}. kvartal 2025`, asOf, createdAt: `${asOf}T08:00:00.000Z` };
    return [compileRoundOf({ ...source, cases }, about)];
  }),
);

export const choices: readonly CompileChoice[] = someRounds
  .toReversed()
  .map(({ roundId, name, asOf, unit, template, table, example }) => ({
    roundId,
    name,
    asOf,
    unit,
    example,
    templateId: template.id,
    edition: template.edition,
    role: unit === '' ? 'own' : 'collected',
    templateTitle: template.title,
    closed: table.cases.filter(({ state }) => state === 'done').length,
    drawn: table.cases.length,
  }));

export const summaries: readonly RoundSummary[] = choices.map(({ roundId, name, asOf, unit, role, closed, drawn }) =>
  aRound({ roundId, name, unit, role, closed, drawn }, { asOf }),
);

export const criticalAction: Action = {
  id: 'a1',
  roundId: 'r21',
  caseId: 'BFMod-2025-1007',
  itemId: 'underret-24',
  kind: 'case',
  category: null,
  text: 'Vurder underretningen i dag, og skriv vurderingen i sagen',
  owner: 'Afdelingsleder',
  due: '2025-11-10',
  critical: true,
  created: '2025-11-05',
  done: null,
  measured: null,
};

const actions: readonly Action[] = [
  criticalAction,
  { ...criticalAction, id: 'a2', roundId: 'r22', text: 'Hold samtale med barnet', due: '2026-01-15', owner: '' },
];

const quality: readonly UnitQuality[] = [
  { unit: '', code: 'rejected', count: 9, of: 437 },
  { unit: 'Familieafdeling Nord', code: 'invalid-date', count: 3, of: null },
];

/** What the core answers, worked out from the made-up rounds by the domain itself. */
export function compileRounds(
  {
    roundIds,
    by,
    group,
  }: { roundIds: readonly string[]; by: 'all' | 'unit' | 'team' | 'measure'; group: string | null },
  more: Partial<Compilation> = {},
): Compilation {
  const rounds = someRounds.filter(({ roundId }) => roundIds.includes(roundId));
  const before = roundsBefore(
    rounds,
    someRounds.filter(({ roundId }) => !roundIds.includes(roundId)),
  );
  const made = compile({ rounds, before, by, group, actions, quality, conflicts: 0, today: '2025-11-21' });
  if (made === null) throw new AppError('compile-different-templates', 'as the core says it');
  return { ...made, ...more };
}

export function matrixHandlers(more: Partial<Compilation> = {}): Partial<Handlers> {
  return {
    'sampling.rounds': async () => summaries,
    'compile.choices': async () => ({ rounds: choices }),
    'compile.matrix': async (input) => compileRounds(input, more),
  };
}

/** So much that a page shall show everything it has to say. */
export const muchToSay: Partial<Compilation> = {
  conflicts: 2,
  registerErrors: [
    { itemId: 'underret-24', question: 'Er underretningen vurderet inden 24 timer?', errors: 7, of: 41 },
    { itemId: 'bfu-frist', question: 'Er undersøgelsen afsluttet inden 4 måneder?', errors: 1, of: 38 },
  ],
  leftOut: [
    { roundId: 'r23', itemIds: null, questions: [], reason: 'nothing-read' },
    {
      roundId: 'r20',
      itemIds: ['a'],
      questions: ['Er barnet hørt, inden der er truffet afgørelse?'],
      reason: 'other-words',
    },
  ],
};
