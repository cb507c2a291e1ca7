import { isRegisterError, type ItemAnswer, type OverrideReason, overrideReasons } from '../review/answer.ts';

/** Of the date suggestions that a person answered: how many were not followed, and why. */
export interface RegisterErrors {
  readonly suggested: number;
  readonly changed: number;
  readonly reasons: Readonly<Record<OverrideReason, number>>;
  /** Changed without a reason. */
  readonly unexplained: number;
}

export interface ItemRegisterErrors extends RegisterErrors {
  readonly itemId: string;
}

/**
 * How often what the registered dates suggest is not what the reader found in the case: the register or the rule is
 * wrong. Counts answers that a person gave where a rule suggested one; "missing date" suggests nothing.
 */
export function registerErrors(answers: readonly ItemAnswer[]): RegisterErrors {
  const given = answers.filter(
    ({ suggested, value, byFacts }) => suggested !== undefined && value !== null && !byFacts,
  );
  const changed = given.filter(isRegisterError);
  const count = (reason: OverrideReason | undefined) =>
    changed.filter(({ override }) => override?.reason === reason).length;
  return {
    suggested: given.length,
    changed: changed.length,
    reasons: Object.fromEntries(overrideReasons.map((reason) => [reason, count(reason)])) as RegisterErrors['reasons'],
    unexplained: count(undefined),
  };
}

/** The same for each item that a suggestion was answered on, the most often changed first, then in the items' order. */
export function registerErrorsByItem(
  itemIds: readonly string[],
  answers: readonly ItemAnswer[],
): readonly ItemRegisterErrors[] {
  const byItem = Map.groupBy(answers, ({ itemId }) => itemId);
  return itemIds
    .map((itemId) => ({ itemId, ...registerErrors(byItem.get(itemId) ?? []) }))
    .filter(({ suggested }) => suggested > 0)
    .sort((a, b) => b.changed / b.suggested - a.changed / a.suggested);
}
