import type { CompileChoice } from '#shared/contract/compile.ts';
import { AppError } from '#shared/contract/errors.ts';
import type { CoreHandlers, Input } from '#shared/contract/operations.ts';
import { type Compilation, compile } from '#shared/domain/report/compile/compilation.ts';
import { roundsBefore } from '#shared/domain/report/compile/rounds-before.ts';

import type { Ports } from '../ports.ts';
import type { Store } from '../store/store-port.ts';
import type { Tables } from '../store/tables.ts';
import type { KnownRounds } from './answer-table.ts';
import { countsHere } from './set-of-rounds.ts';
import { unitQuality } from './unit-quality.ts';

type CompileHandlers = Pick<CoreHandlers, Extract<keyof CoreHandlers, `compile.${string}`>>;

/** Rounds of several units and months put together. */
export function createCompileHandlers(ports: Ports, store: Store, known: KnownRounds): CompileHandlers {
  return {
    'compile.choices': () => Promise.resolve({ rounds: store.read((tables) => choicesOf(tables, known)) }),
    'compile.matrix': (input) =>
      Promise.resolve(store.read((tables) => compilationOf(tables, known, input, ports.clock.today()))),
  };
}

function choicesOf(tables: Tables, known: KnownRounds): readonly CompileChoice[] {
  const progress = tables.answerTables.progress();
  return tables.answerTables
    .roundIds()
    .toReversed()
    .flatMap((roundId): CompileChoice[] => {
      if (!countsHere(tables, roundId)) return [];
      const { name, asOf, unit, template, example } = known.outline(tables, roundId);
      return [
        {
          roundId,
          name,
          asOf,
          unit,
          role: tables.origins.get(roundId)?.role ?? 'own',
          templateId: template.id,
          templateTitle: template.title,
          edition: template.edition,
          ...(progress.get(roundId) ?? { drawn: 0, closed: 0 }),
          example,
        },
      ];
    });
}

function compilationOf(
  tables: Tables,
  known: KnownRounds,
  { roundIds, by, group }: Input<'compile.matrix'>,
  today: string,
): Compilation {
  const wanted = new Set(roundIds);
  const rounds = [...wanted].map((roundId) => known.round(tables, roundId));
  if ([...wanted].some((roundId) => !countsHere(tables, roundId))) {
    throw new AppError('report-not-of-part', 'a round of the set was received: its answers count where it was drawn');
  }
  const others = tables.answerTables
    .roundIds()
    .filter((roundId) => !wanted.has(roundId) && countsHere(tables, roundId));
  const outlines = others.map((roundId) => known.outline(tables, roundId));
  const before = new Map(
    [...roundsBefore(rounds, outlines)].map(([unit, { roundId }]) => [unit, known.round(tables, roundId)]),
  );
  const compilation = compile({
    rounds,
    before,
    by,
    group,
    actions: tables.actions.list(),
    quality: unitQuality(tables, rounds),
    conflicts: rounds.reduce((sum, { conflicts }) => sum + conflicts, 0),
    today,
    areaCodesOf: (template, round) => known.areaCodes(tables, template, round),
  });
  if (compilation === null) throw new AppError('compile-different-templates', 'the checklists are not editions of one');
  return compilation;
}
