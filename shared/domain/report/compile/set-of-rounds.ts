import { compileWords } from '../../../words/compile.ts';
import { danishDay } from '../round-facts.ts';
import type { LeftOut } from './common-template.ts';
import type { CompileRound } from './compile-round.ts';

/**
 * Invented cases never stand among real ones, and a round in which nothing is read says nothing: beside others it would
 * only take their intervals from them.
 */
export function roundsThatCount<R extends Pick<CompileRound, 'roundId' | 'example'>>(
  rounds: readonly R[],
  isRead: (round: R) => boolean,
): { readonly rounds: readonly R[]; readonly leftOut: readonly LeftOut[] } {
  const real = rounds.filter(({ example }) => !example);
  const kind = real.length > 0 ? real : rounds;
  const read = kind.filter(isRead);
  const counted = read.length > 0 ? read : kind;
  const reason = (round: R) => (kind.includes(round) ? 'nothing-read' : 'example');
  return {
    rounds: counted,
    leftOut: rounds
      .filter((round) => !counted.includes(round))
      .map((round) => ({ roundId: round.roundId, itemIds: null, questions: [], reason: reason(round) })),
  };
}

/** The name of a round, or the day that its deadlines were judged on. */
export function roundTitle({ name, asOf }: Pick<CompileRound, 'name' | 'asOf'>): string {
  return name.trim() || compileWords.asOf(danishDay(asOf));
}

/** A round as a set is named by it; `units`: in whose figures its cases stand. */
export interface NamedRound extends Pick<CompileRound, 'name' | 'asOf'> {
  readonly units: Iterable<string>;
}

/** What the rounds are called together: the name of one alone, else how many, of how many units, and from when to when. */
export function setTitle(rounds: readonly NamedRound[]): string {
  const [first] = rounds;
  const last = rounds.at(-1);
  if (first === undefined || last === undefined) return '';
  if (rounds.length === 1) return roundTitle(first);
  const units = new Set(rounds.flatMap((round) => [...round.units])).size;
  return compileWords.title(rounds.length, units, danishDay(first.asOf), danishDay(last.asOf));
}

/** People by name, compared without regard to case and blanks; an empty name is nobody. */
export function differentReaders(names: readonly string[]): number {
  const folded = [...new Set(names)].map((name) =>
    name.normalize('NFC').trim().replace(/\s+/gu, ' ').toLocaleLowerCase('da'),
  );
  return new Set(folded.filter((name) => name !== '')).size;
}
