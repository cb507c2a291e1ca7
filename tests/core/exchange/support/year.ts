import type { Known } from './answer-history.ts';
import { noCall, type YearOffice } from './year-office.ts';
import type { Base, Head, Person } from './year-steps.ts';

/** A package of answers on its way. */
export interface Package {
  readonly from: Head;
  readonly round: number;
  readonly known: Known;
  readonly bytes: Uint8Array;
  readonly passphrase: string | null;
}

/** What the three people have, and what is on its way between them. */
export interface Year {
  readonly base: Base;
  readonly offices: Readonly<Record<Person, YearOffice>>;
  readonly packages: Package[];
  /** The place of the newest package that was collected, by sender and round. */
  readonly collected: Map<string, number>;
}

/** The case that a step is about, in one workspace; null where it has not got it. */
export function placeOf({ rounds }: Base, person: Person, index: number) {
  const round = Math.floor(index / 2) % rounds.length;
  const here = rounds[round]?.at[person];
  const caseId = here?.caseIds[index % 2];
  return here === undefined || caseId === undefined
    ? null
    : { roundId: here.roundId, caseId, name: `${round}/${index % 2}`, round };
}

export const placesOf = (base: Base, person: Person) =>
  Array.from({ length: base.rounds.length * 2 }, (_, index) => placeOf(base, person, index)).filter(
    (place) => place !== null,
  );

export const cellsOf = ({ items }: Base, name: string): readonly string[] => [
  ...items.map((id) => `${name}/${id}`),
  `${name}/review`,
];
export const cellsOfRound = (base: Base, round: number): readonly string[] =>
  [0, 1].flatMap((index) => cellsOf(base, `${round}/${index}`));

export async function isHere({ app }: YearOffice, roundId: string): Promise<boolean> {
  return (await app['sampling.rounds']({}, noCall)).some((round) => round.roundId === roundId);
}
