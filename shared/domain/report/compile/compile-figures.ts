import { answerValues, type AnswerValue } from '../../review/answer.ts';
import { type ChecklistTemplate, type Outcome, outcomes, templateItems } from '../../review/template.ts';
import { type Estimate, estimateCensus, estimateRandom } from '../estimate.ts';
import type { AreaFigure, ItemFigure, SamplePart } from '../figures.ts';
import { valueBits } from './answer-table.ts';
import { areaCodes } from './area-codes.ts';
import type { CaseGroup } from './case-group.ts';
import type { CompileRound } from './compile-round.ts';
import { countCodes, type CodeKind, type Counts, type Coded, strataFor, type Stratum } from './count-codes.ts';
import { setParts } from './set-parts.ts';

export interface SetFigures {
  readonly items: readonly ItemFigure[];
  readonly areas: readonly AreaFigure[];
}

const parts: readonly SamplePart[] = ['random', 'census', 'targeted'];

/** What an answer says of its item, by its code; 0 is unanswered. */
const answerKinds: readonly CodeKind[] = [
  'none',
  ...answerValues.map((value): CodeKind => {
    if (value === 'na') return 'not-relevant';
    return value === 'yes' ? 'positive' : 'negative';
  }),
];

/** What an outcome says of its area, by its place. */
const outcomeKinds: readonly CodeKind[] = outcomes.map((outcome): CodeKind => {
  if (outcome === 'unfinished') return 'none';
  if (outcome === 'not-relevant') return 'not-relevant';
  return outcome === 'met' ? 'positive' : 'negative';
});

/** The area codes of a round by a template; computed anew where nothing is remembered. */
export type AreaCodesOf = (template: ChecklistTemplate, round: CompileRound) => Uint8Array;

/**
 * The figures of rounds that stand together: the same counts, rates and intervals that one round has, over all their
 * strata, each with the size of its own frame, so that rounds that drew different shares are weighted right. A stratum
 * is one of one part of one round, so several rounds of one unit are strata of their own. A group that is not made of
 * whole strata is a domain: cases outside it that were read count as read and not relevant, so that the interval holds
 * without knowing how many cases the group has (Cochran, Sampling Techniques, 3rd edition, section 5A.14). The counts
 * are of the group's own cases.
 */
export function compileFigures(
  rounds: readonly CompileRound[],
  template: ChecklistTemplate,
  group: CaseGroup,
  areaCodesOf: AreaCodesOf = (by, { table }) => areaCodes(by, table),
): SetFigures {
  const sets = setParts(rounds);
  const strata = strataFor(rounds, sets, group);
  const items = templateItems(template);
  const answered = countCodes(rounds, sets, strata, group, (round) => ({
    codes: round.table.codes,
    width: round.table.itemIds.length,
    columns: items.map(({ id }) => round.table.itemIds.indexOf(id)),
    mask: valueBits,
    kinds: answerKinds,
  }));
  const come = countCodes(rounds, sets, strata, group, (round): Coded => ({
    codes: areaCodesOf(template, round),
    width: template.areas.length,
    columns: template.areas.map((_, index) => index),
    mask: 255,
    kinds: outcomeKinds,
  }));
  const estimate = (part: SamplePart, counts: Counts, column: number) =>
    estimateFor(part, sets.wholeFrame, strata, counts, column);
  const present = parts.filter((part) => answered.casesOf(part) > 0);
  return {
    items: present.flatMap((part) =>
      items.map(({ id }, column) => itemFigure(id, part, answered, column, estimate(part, answered, column))),
    ),
    areas: present.flatMap((part) =>
      template.areas.map(({ id }, column) => areaFigure(id, part, come, column, estimate(part, come, column))),
    ),
  };
}

function itemFigure(id: string, part: SamplePart, counts: Counts, column: number, estimate: Estimate): ItemFigure {
  const count = (value: AnswerValue) => counts.of(part, column, answerValues.indexOf(value) + 1);
  const given = { yes: count('yes'), partly: count('partly'), no: count('no'), cannotTell: count('cannot-tell') };
  const n = given.yes + given.partly + given.no + given.cannotTell;
  return { id, part, n, ...given, na: count('na'), unanswered: counts.of(part, column, 0), ...estimate };
}

function areaFigure(id: string, part: SamplePart, counts: Counts, column: number, estimate: Estimate): AreaFigure {
  const count = (outcome: Outcome) => counts.of(part, column, outcomes.indexOf(outcome));
  const come: Record<Outcome, number> = {
    met: count('met'),
    'partly-met': count('partly-met'),
    'not-met': count('not-met'),
    'not-relevant': count('not-relevant'),
    unfinished: count('unfinished'),
  };
  const n = come.met + come['partly-met'] + come['not-met'];
  return { id, part, n, met: come.met, outcomes: come, ...estimate };
}

function estimateFor(
  part: SamplePart,
  wholeFrame: boolean,
  strata: readonly Stratum[],
  counts: Counts,
  column: number,
): Estimate {
  if (part === 'targeted') return { rate: null, interval: null, noInterval: 'targeted', weighted: false };
  const here = strata.filter((stratum) => stratum.part === part && stratum.group !== 'none');
  const read = here.map((stratum) => counts.inStratum(stratum, column));
  if (part === 'census' || wholeFrame) return estimateCensus(read);
  return estimateRandom(read, { domain: here.some(({ group }) => group === 'mixed') });
}
