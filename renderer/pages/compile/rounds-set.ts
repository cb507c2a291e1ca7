import type { CompileChoice } from '#shared/contract/compile.ts';

/** Which rounds stand together: those of a period, a unit and a checklist, or some that were picked. */
export interface RoundsChoice {
  /** A month (`2025-11`), quarter (`2025-q4`) or year (`2025`); null: all. */
  readonly period: string | null;
  /** '' for rounds that were drawn here; null: all. */
  readonly unit: string | null;
  readonly templateId: string | null;
  /** Ids; null: all that the rest names. */
  readonly picked: readonly string[] | null;
}

export type PeriodKind = 'quarter' | 'month' | 'year';

const monthOf = (asOf: string): string => asOf.slice(0, 7);
const yearOf = (asOf: string): string => asOf.slice(0, 4);

export function quarterOf(asOf: string): string {
  return `${yearOf(asOf)}-q${Math.ceil(Number(asOf.slice(5, 7)) / 3)}`;
}

/** The periods that a day lies in. */
export const periodOf: Readonly<Record<PeriodKind, (asOf: string) => string>> = {
  quarter: quarterOf,
  month: monthOf,
  year: yearOf,
};

/** Invented cases are only proposed where there are no others. */
function realOnes(rounds: readonly CompileChoice[]): readonly CompileChoice[] {
  const real = rounds.filter(({ example }) => !example);
  return real.length > 0 ? real : rounds;
}

/** Everything of the newest quarter. */
export function proposedChoice(rounds: readonly CompileChoice[]): RoundsChoice {
  const newest = realOnes(rounds).reduce((last, { asOf }) => (asOf > last ? asOf : last), '');
  return { period: newest === '' ? null : quarterOf(newest), unit: null, templateId: null, picked: null };
}

/** The chosen rounds, in the order of the list: the newest first. */
export function chosenRounds(rounds: readonly CompileChoice[], choice: RoundsChoice): readonly CompileChoice[] {
  const { picked } = choice;
  if (picked !== null) {
    const ids = new Set(picked);
    return rounds.filter(({ roundId }) => ids.has(roundId));
  }
  return realOnes(rounds).filter((round) => isNamed(round, choice));
}

function isNamed({ asOf, unit, templateId }: CompileChoice, choice: RoundsChoice): boolean {
  const isIn = choice.period === null || Object.values(periodOf).some((period) => period(asOf) === choice.period);
  const isOfUnit = choice.unit === null || unit === choice.unit;
  return isIn && isOfUnit && (choice.templateId === null || templateId === choice.templateId);
}

/** The periods with rounds, newest first, each with how many. */
export function periodsIn(rounds: readonly CompileChoice[], kind: PeriodKind): readonly (readonly [string, number])[] {
  const byPeriod = Map.groupBy(realOnes(rounds), ({ asOf }) => periodOf[kind](asOf));
  return [...byPeriod]
    .map(([period, own]) => [period, own.length] as const)
    .toSorted(([one], [other]) => (one < other ? 1 : -1));
}

/** The checklists of the rounds, each with the title of its newest round. */
export function checklistsIn(rounds: readonly CompileChoice[]): ReadonlyMap<string, string> {
  return new Map(rounds.toReversed().map(({ templateId, templateTitle }) => [templateId, templateTitle] as const));
}

/** The choice as a page's route holds it. */
export function toParams({ period, unit, templateId, picked }: RoundsChoice): Readonly<Record<string, string>> {
  return {
    period: period ?? '',
    ...(unit === null ? {} : { unit }),
    ...(templateId === null ? {} : { checklist: templateId }),
    ...(picked === null ? {} : { rounds: picked.join(' ') }),
  };
}

/** Null where the route says nothing of rounds. */
export function fromParams(params: Readonly<Record<string, string>>): RoundsChoice | null {
  const { period, unit = null, checklist = null, rounds } = params;
  if (period === undefined) return null;
  const picked = rounds === undefined ? null : rounds.split(' ').filter(Boolean);
  return { period: period === '' ? null : period, unit, templateId: checklist, picked };
}
