import type { ChecklistTemplate } from '../../review/template.ts';
import type { DrawRecord } from '../../sampling/draw-record.ts';
import type { AnswerTable } from './answer-table.ts';

/** A round as it is put together with others. */
export interface CompileRound {
  readonly roundId: string;
  readonly name: string;
  /** Whose cases it is drawn among; '' for a round that was drawn here. */
  readonly unit: string;
  readonly asOf: string;
  readonly createdAt: string;
  readonly example: boolean;
  readonly template: ChecklistTemplate;
  readonly record: Pick<DrawRecord, 'plan' | 'strata' | 'replaced'>;
  readonly table: AnswerTable;
  /** Which unit each case was sent to, by case number; none where nothing was sent. */
  readonly sentTo?: ReadonlyMap<string, string>;
  /** Of those, the ones that are a caseworker's name: their figures would be about one person. */
  readonly people?: ReadonlySet<string>;
}

type Shared = Pick<CompileRound, 'unit' | 'sentTo' | 'people'>;

/** Whose case it is: the unit it was sent to, or the round's own. */
export function unitOfCase({ unit, sentTo }: Shared, caseId: string): string {
  return sentTo?.get(caseId) ?? unit;
}

/** The unit in whose figures a case stands; one that was shared out by caseworker stands in its round's. */
export function figureUnit({ unit, sentTo, people }: Shared, caseId: string): string {
  const sent = sentTo?.get(caseId);
  return sent === undefined || people?.has(sent) === true ? unit : sent;
}

/** The units in whose figures the standing cases of a round are, each once; of a round without cases its own. */
export function figureUnits(round: Shared & Pick<CompileRound, 'table'>): ReadonlySet<string> {
  const standing = round.table.cases.filter(({ replacedBy }) => replacedBy === null);
  const units = new Set(standing.map(({ caseId }) => figureUnit(round, caseId)));
  return units.size === 0 ? new Set([round.unit]) : units;
}

/** By the day that deadlines were judged on, then by when they were made: older ones first. */
export function inTime(
  one: Pick<CompileRound, 'asOf' | 'createdAt' | 'roundId'>,
  other: Pick<CompileRound, 'asOf' | 'createdAt' | 'roundId'>,
): number {
  const [a, b] = [one, other].map(({ asOf, createdAt, roundId }) => [asOf, createdAt, roundId].join(' '));
  return (a ?? '') < (b ?? '') ? -1 : Number(a !== b);
}
