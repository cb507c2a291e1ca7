import type { AnswerValue } from './answer.ts';
import type { Outcome, RollUpLine } from './template.ts';

/**
 * What the answers to the legal items of one area come to. A relevant item is one not answered "not relevant", so an
 * unanswered item counts as relevant. `yes` is `none` where no item is relevant.
 */
export interface AreaFacts {
  readonly relevant: 'none' | 'some';
  readonly unanswered: 'none' | 'some';
  /** A critical item answered no. */
  readonly criticalNo: 'none' | 'some';
  /** How many of the relevant items are answered yes; `some` is at least one, but not all. */
  readonly yes: 'none' | 'some' | 'all';
}

/** A legal item with its answer; null for unanswered. */
export interface AnsweredItem {
  readonly critical: boolean;
  readonly value: AnswerValue | null;
}

export function areaFacts(items: readonly AnsweredItem[]): AreaFacts {
  const relevant = items.filter(({ value }) => value !== 'na');
  const yes = relevant.filter(({ value }) => value === 'yes').length;
  return {
    relevant: relevant.length > 0 ? 'some' : 'none',
    unanswered: relevant.some(({ value }) => value === null) ? 'some' : 'none',
    criticalNo: relevant.some(({ critical, value }) => critical && value === 'no') ? 'some' : 'none',
    yes: yes === 0 ? 'none' : yes === relevant.length ? 'all' : 'some',
  };
}

/** True where every condition that the line states holds. */
export function lineApplies({ when }: RollUpLine, facts: AreaFacts): boolean {
  return (
    (when.relevant ?? facts.relevant) === facts.relevant &&
    (when.unanswered ?? facts.unanswered) === facts.unanswered &&
    (when.criticalNo ?? facts.criticalNo) === facts.criticalNo &&
    (when.yes ?? facts.yes) === facts.yes
  );
}

/** The first line that applies. Throws RangeError where the rule has a hole. */
export function rollUpLine(rollUp: readonly RollUpLine[], facts: AreaFacts): RollUpLine {
  const line = rollUp.find((candidate) => lineApplies(candidate, facts));
  if (line === undefined) throw new RangeError(`the roll-up rule has no line for ${JSON.stringify(facts)}`);
  return line;
}

/** Facts for which a roll-up rule has no line, or several lines that say different things. */
export interface RollUpGap {
  readonly facts: AreaFacts;
  /** Empty for a hole. */
  readonly outcomes: readonly Outcome[];
}

/** The holes and overlaps of a rule, over all facts that can occur; empty for a sound rule. */
export function rollUpGaps(rollUp: readonly RollUpLine[]): readonly RollUpGap[] {
  return possibleFacts.flatMap((facts) => {
    const outcomes = [...new Set(rollUp.filter((line) => lineApplies(line, facts)).map((line) => line.outcome))];
    return outcomes.length === 1 ? [] : [{ facts, outcomes }];
  });
}

const noneOrSome = ['none', 'some'] as const;

/** Nothing relevant leaves nothing else; an unanswered or a "no" item rules out that all are yes. */
const possibleFacts: readonly AreaFacts[] = [
  { relevant: 'none', unanswered: 'none', criticalNo: 'none', yes: 'none' },
  ...noneOrSome.flatMap((unanswered) =>
    noneOrSome.flatMap((criticalNo) =>
      (['none', 'some', 'all'] as const)
        .filter((yes) => yes !== 'all' || (unanswered === 'none' && criticalNo === 'none'))
        .map((yes) => ({ relevant: 'some' as const, unanswered, criticalNo, yes })),
    ),
  ),
];
