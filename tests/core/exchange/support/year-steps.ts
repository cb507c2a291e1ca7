import { join } from 'node:path';

import { samplingPlan } from '#shared/domain/sampling/plan.ts';

import { plan } from '../../review/review-fixture.ts';
import { noCall, type YearOffice, yearOffice } from './year-office.ts';
import { fc } from '../../../support/fast-check.ts';

export const spoken = 'ravn kaffe sejl lygte mose';

const heads = ['lars', 'mona'] as const;
export type Head = (typeof heads)[number];
export type Person = Head | 'karen';

/** A round of the year as each workspace knows it; the cases stand in the same order everywhere. */
interface YearRound {
  readonly name: string;
  readonly writers: readonly Person[];
  readonly at: Partial<Record<Person, { readonly roundId: string; readonly caseIds: readonly string[] }>>;
}

export interface Base {
  readonly folder: string;
  readonly rounds: readonly YearRound[];
  readonly items: readonly string[];
}

async function draw({ app }: YearOffice, name: string) {
  const file = { ref: 'sager.csv', name: 'sager.csv' };
  const { importId } = await app['importing.run']({ file, mapping: null }, noCall);
  const drawn = { importId, plan: samplingPlan.parse(plan), name, redrawReason: 'et nyt kvartal' };
  const { roundId } = await app['sampling.draw']({ ...drawn, templateId: 'underretninger' }, noCall);
  const queue = await app['review.queue']({ roundId }, noCall);
  return { roundId, caseIds: queue.map(({ caseId }) => caseId) };
}

/** Two rounds that the consultant drew, both heads reading the same two cases of each, and one that Lars drew alone. */
export async function makeBase(scratch: string): Promise<Base> {
  const offices = {
    karen: await yearOffice('Karen Konsulent', join(scratch, 'karen')),
    lars: await yearOffice('Lars Leder', join(scratch, 'lars')),
    mona: await yearOffice('Mona Mester', join(scratch, 'mona')),
  };
  const rounds: YearRound[] = [];
  for (const name of ['Første kvartal', 'Andet kvartal']) {
    const { roundId, caseIds: all } = await draw(offices.karen, name);
    const caseIds = all.slice(0, 2);
    const at: YearRound['at'] = { karen: { roundId, caseIds } };
    for (const who of heads) {
      const target = { ref: 'sager.ltp', name: 'sager.ltp' };
      const sending = {
        roundId,
        kind: 'cases' as const,
        unit: who,
        head: offices[who].reviewer,
        caseIds: [...caseIds],
      };
      await offices.karen.app['exchange.send']({ ...sending, passphrase: spoken, target }, noCall);
      offices[who].files.set(target.ref, offices.karen.files.get(target.ref)!);
      const received = await offices[who].app['exchange.receive']({ file: target, passphrase: spoken }, noCall);
      at[who] = { roundId: received.roundId, caseIds };
    }
    rounds.push({ name, writers: ['karen', 'lars', 'mona'], at });
  }
  const own = await draw(offices.lars, 'Lars alene');
  const numbers = ['1-1-001', '1-1-002'];
  const at = { lars: { ...own, caseIds: own.caseIds.slice(0, 2) }, karen: { roundId: own.roundId, caseIds: numbers } };
  rounds.push({ name: 'Lars alene', writers: ['karen', 'lars'], at });
  const key = { roundId: own.roundId, caseId: own.caseIds[0]!, reading: 1 as const };
  const { template } = await offices.lars.app['review.open'](key, noCall);
  const items = template.sections.flatMap((section) => section.items.map(({ id }) => id));
  for (const { app } of Object.values(offices)) await app['workspace.lock']({}, noCall);
  return { folder: scratch, rounds, items };
}

export type Step =
  | {
      readonly kind: 'answer';
      readonly who: Person;
      readonly at: number;
      readonly item: number;
      readonly value: 'yes' | 'no' | null;
    }
  | { readonly kind: 'undo' | 'redo' | 'view' | 'close'; readonly who: Person; readonly at: number }
  | { readonly kind: 'send'; readonly who: Head; readonly round: number }
  | { readonly kind: 'collect'; readonly back: number }
  | { readonly kind: 'decide'; readonly conflict: number; readonly side: number }
  | { readonly kind: 'restart'; readonly who: Person };

const who = fc.constantFrom<Person>('karen', 'lars', 'mona');
/** A round and a case of it; mostly the first one, so that people meet. */
const at = fc.oneof({ weight: 3, arbitrary: fc.constant(0) }, fc.nat(5));
export const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 8,
    arbitrary: fc.record({
      kind: fc.constant('answer' as const),
      who,
      at,
      item: fc.nat(1),
      value: fc.constantFrom('yes' as const, 'no' as const, null),
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constant('send' as const),
      who: fc.constantFrom(...heads),
      round: fc.oneof(fc.constant(0), fc.nat(2)),
    }),
  },
  {
    weight: 6,
    arbitrary: fc.record({ kind: fc.constant('collect' as const), back: fc.oneof(fc.constant(0), fc.nat(5)) }),
  },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('decide' as const), conflict: fc.nat(3), side: fc.nat(2) }) },
  {
    weight: 3,
    arbitrary: fc.record({ kind: fc.constantFrom('undo' as const, 'redo' as const, 'view' as const), who, at }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('close' as const), who: fc.constantFrom(...heads), at }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('restart' as const), who }) },
);
