import type { StratumCount } from '../estimate.ts';
import type { SamplePart } from '../figures.ts';
import type { CaseGroup } from './case-group.ts';
import type { CompileRound } from './compile-round.ts';
import type { SetParts } from './set-parts.ts';

/** What one case says of one measuring point: counted in n, met; relevant or not; or nothing yet. */
export type CodeKind = 'none' | 'positive' | 'negative' | 'not-relevant';

/** Codes of a round, a row to each case of its table. */
export interface Coded {
  readonly codes: Uint8Array;
  readonly width: number;
  /** Where each measuring point stands in a row. */
  readonly columns: readonly number[];
  readonly mask: number;
  /** By the masked code. */
  readonly kinds: readonly CodeKind[];
}

/** A stratum of one part of one round. */
export interface Stratum {
  readonly index: number;
  readonly part: SamplePart;
  readonly size: number;
  readonly outside: number;
  readonly group: ReturnType<CaseGroup['stratum']>;
}

export interface Counts {
  casesOf(part: SamplePart): number;
  /** Cases of the group with this code. */
  of(part: SamplePart, column: number, code: number): number;
  inStratum(stratum: Stratum, column: number): StratumCount;
}

type StrataOfSet = readonly Stratum[] & { readonly at: ReadonlyMap<CompileRound, ReadonlyMap<string, number>> };

/** Every stratum of the set, round by round in the order of their records. */
export function strataFor(rounds: readonly CompileRound[], sets: SetParts, group: CaseGroup): StrataOfSet {
  const at = new Map<CompileRound, Map<string, number>>();
  const strata: Stratum[] = [];
  for (const round of rounds) {
    const own = new Map<string, number>();
    at.set(round, own);
    const outside = outsideOf(round);
    for (const { part, partIndex, name, size } of round.record.strata) {
      const key = stratumKey(partIndex, name);
      own.set(key, strata.length);
      strata.push({
        index: strata.length,
        part: sets.partOf(round, { part, partIndex }),
        size,
        outside: outside.get(key) ?? 0,
        group: group.stratum(round, { partIndex, name }),
      });
    }
  }
  return Object.assign(strata, { at });
}

/** How many cases of each stratum were replaced because they did not belong to the frame. */
function outsideOf({ table, record }: CompileRound): ReadonlyMap<string, number> {
  const found = new Set(record.replaced.flatMap(({ caseId, reason }) => (reason === 'outside-frame' ? [caseId] : [])));
  const counts = new Map<string, number>();
  for (const { caseId, replacedBy, partIndex, stratum } of table.cases) {
    const key = stratumKey(partIndex, stratum);
    if (replacedBy !== null && found.has(caseId)) counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return counts;
}

function stratumKey(partIndex: number, name: string): string {
  return `${partIndex} ${name}`;
}

const places: Readonly<Record<SamplePart, number>> = { random: 0, census: 1, targeted: 2 };
/** More than there are answers or outcomes. */
const kindsOfCode = 8;

/** Counts the codes of the standing cases: of the group by their part, and of everybody by their stratum. */
export function countCodes(
  rounds: readonly CompileRound[],
  sets: SetParts,
  strata: StrataOfSet,
  group: CaseGroup,
  codedOf: (round: CompileRound) => Coded,
): Counts {
  const cases = [0, 0, 0];
  const coded = rounds.map(codedOf);
  const width = Math.max(0, ...coded.map(({ columns }) => columns.length));
  const counted = new Int32Array(3 * width * kindsOfCode);
  const inStrata = new Int32Array(strata.length * width * 3);
  rounds.forEach((round, index) => {
    const own = coded[index];
    if (own === undefined) return;
    const tally = tallyOf(own, width, counted, inStrata);
    round.table.cases.forEach((row, at) => {
      if (row.replacedBy !== null) return;
      const part = places[sets.partOf(round, row)];
      const isHeld = group.holds(row, round);
      if (isHeld) cases[part] = (cases[part] ?? 0) + 1;
      tally(at, part, strata.at.get(round)?.get(stratumKey(row.partIndex, row.stratum)) ?? -1, isHeld);
    });
  });
  return {
    casesOf: (part) => cases[places[part]] ?? 0,
    of: (part, column, code) => counted[(places[part] * width + column) * kindsOfCode + code] ?? 0,
    inStratum: ({ index, size, outside }, column) => {
      const at = (index * width + column) * 3;
      return {
        size,
        outside,
        read: inStrata[at] ?? 0,
        relevant: inStrata[at + 1] ?? 0,
        positive: inStrata[at + 2] ?? 0,
      };
    },
  };
}

/** Adds one row to the counts; a case outside the group counts as read and not relevant. */
function tallyOf(
  { codes, width: rowWidth, columns, mask, kinds }: Coded,
  width: number,
  counted: Int32Array,
  inStrata: Int32Array,
): (row: number, part: number, stratum: number, isHeld: boolean) => void {
  const add = (array: Int32Array, at: number): void => {
    array[at] = (array[at] ?? 0) + 1;
  };
  return (row, part, stratum, isHeld) => {
    for (let column = 0; column < columns.length; column += 1) {
      const code = (codes[row * rowWidth + (columns[column] ?? 0)] ?? 0) & mask;
      if (isHeld) add(counted, (part * width + column) * kindsOfCode + code);
      const kind = kinds[code];
      if (stratum === -1 || kind === 'none') continue;
      const at = (stratum * width + column) * 3;
      add(inStrata, at);
      if (!isHeld || kind === 'not-relevant') continue;
      add(inStrata, at + 1);
      if (kind === 'positive') add(inStrata, at + 2);
    }
  };
}
