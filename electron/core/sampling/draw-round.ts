import { AppError } from '#shared/contract/errors.ts';
import type { Input } from '#shared/contract/operations.ts';
import { addMonths, isLocalDate, type LocalDate } from '#shared/domain/calendar/local-date.ts';
import type { CaseRecord } from '#shared/domain/population/case.ts';
import { type HeldOut, heldOutCases, refuseChildren } from '#shared/domain/sampling/check-plan.ts';
import type { DrawRecord } from '#shared/domain/sampling/draw-record.ts';
import { drawSample } from '#shared/domain/sampling/draw-sample.ts';
import { makeDrawRecord } from '#shared/domain/sampling/make-draw-record.ts';
import type { SamplingPlan } from '#shared/domain/sampling/plan.ts';
import { exclusionWords, roundName } from '#shared/words/sampling.ts';

import { newId } from '../files/new-id.ts';
import type { Population } from '../population/load-population.ts';
import { reviewedSince } from '../population/reviewed-before.ts';
import type { Ports } from '../ports.ts';
import type { Store } from '../store/store-port.ts';
import type { ImportRow, RoundRow, SampleCaseRow, Tables } from '../store/tables.ts';
import { asAppError } from './as-app-error.ts';
import { makeSeed } from './make-seed.ts';

/** The checklist that a new round is reviewed in: the named one, else the usual one. Throws `unknown-template`. */
export type CurrentTemplate = (templateId?: string) => {
  readonly id: string;
  readonly edition: number;
  /** Keeps the edition with the round, so that a later one of the program does not change its reviews. */
  readonly keep?: (tables: Tables) => void;
};

/** A drawn round as it will be stored. */
export interface NewRound {
  readonly round: RoundRow;
  readonly cases: readonly SampleCaseRow[];
}

/** The day deadlines are judged on: the plan's, or today in Denmark. */
export function judgedOn(plan: SamplingPlan, ports: Ports): LocalDate {
  return plan.asOf !== null && isLocalDate(plan.asOf) ? plan.asOf : ports.clock.today();
}

/**
 * The cases that a plan holds out: by hand, own cases, by condition, and those with a review closed in the months
 * before the judged day.
 */
export function heldOutBy(
  plan: SamplingPlan,
  asOf: LocalDate,
  cases: readonly CaseRecord[],
  store: Store,
): readonly HeldOut[] {
  asAppError(() => refuseChildren(plan));
  const months = plan.exclude.reviewedWithinMonths;
  const since = months === undefined ? null : `${addMonths(asOf, -months)}T00:00:00.000Z`;
  const reviewed = since === null ? [] : store.read((tables) => reviewedSince(tables, cases, since));
  const reasons = { ownCase: exclusionWords.ownCase, reviewed: exclusionWords.reviewedWithin(months ?? 0) };
  return heldOutCases(plan, { cases, reviewed, reasons });
}

/**
 * Draws a round. The seed is the plan's, or twenty digits from the system's source. From the second draw on a
 * population on, a reason is required: who may choose the seed could draw until the sample looks nice.
 */
export function drawRound(
  ports: Ports,
  store: Store,
  row: ImportRow,
  population: Population,
  input: Input<'sampling.draw'>,
  template: ReturnType<CurrentTemplate>,
): NewRound {
  const { plan, name, redrawReason } = input;
  const asOf = judgedOn(plan, ports);
  const seed = plan.seed ?? makeSeed(ports.random);
  const draw = asAppError(() =>
    drawSample({ cases: population.cases, plan, asOf, seed, heldOut: heldOutBy(plan, asOf, population.cases, store) }),
  );
  const drawNumber = store.read((tables) => tables.rounds.countDraws(draw.frame.populationFingerprint)) + 1;
  const record = makeDrawRecord(draw, {
    programVersion: ports.programVersion,
    drawnAt: ports.clock.now(),
    drawNumber,
    redrawReason: reasonFor(drawNumber, redrawReason),
    file: { sha256: row.summary.sha256, mapping: row.mapping },
    plan,
    asOf,
  });
  const round = roundRow(ports, row, record, name || roundName(asOf), template);
  const cases = draw.cases.flatMap((drawn) => {
    const found = draw.records.get(drawn.caseId);
    return found === undefined
      ? []
      : [{ roundId: round.id, drawn, replacedBy: null, case: { ...found, id: drawn.caseId } }];
  });
  return { round, cases };
}

function roundRow(
  ports: Ports,
  { summary }: ImportRow,
  record: DrawRecord,
  name: string,
  template: ReturnType<CurrentTemplate>,
): RoundRow {
  return {
    id: newId(ports.random),
    name,
    importId: summary.importId,
    createdAt: record.drawnAt,
    example: summary.example,
    templateId: template.id,
    templateEdition: template.edition,
    record,
  };
}

function reasonFor(drawNumber: number, reason: string | undefined): string | null {
  if (drawNumber === 1) return null;
  if (reason === undefined || reason === '') {
    throw new AppError('redraw-needs-reason', `draw number ${drawNumber} on the same population`, { drawNumber });
  }
  return reason;
}
