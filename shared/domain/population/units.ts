import type { SamplingUnit } from '../sampling/plan.ts';
import type { CaseRecord } from './case.ts';
import { compareCodePoints, normaliseText } from './normalise-text.ts';

/** What a draw may pick: one case that stands for itself, for a child or for a family. */
export interface Unit {
  /** The case number of the case that stands for the unit, NFC and trimmed; never a CPR number. */
  readonly id: string;
  readonly record: CaseRecord;
  /** The case numbers of all cases that the unit covers, its own first. */
  readonly members: readonly string[];
}

export interface Units {
  readonly units: readonly Unit[];
  /** Cases left out because an earlier row has the same number (after NFC and trim). */
  readonly sameNumber: number;
  /** Cases covered by another case of the same child or family. */
  readonly covered: number;
}

/**
 * Counts a population in units. `case` and `report`: every case once (an export of reports has one line per report;
 * in other exports a case with several reports counts once). `child`: cases with the same CPR number count once.
 * `family`: cases with the same family (sibling) id count once; without one, the child is the family. A case without
 * what the unit is counted by counts for itself. A unit is represented by the case opened latest; among equals, and
 * where no date is known, by the lowest case number in code-point order. Independent of the order of `cases`.
 */
export function toUnits(cases: readonly CaseRecord[], unit: SamplingUnit): Units {
  const byNumber = groupBy(cases, ({ id }) => normaliseText(id)).map(([id, group]) => ({ id, record: latest(group) }));
  const groups = groupBy(byNumber, ({ id, record }) => unitKey(unit, id, record));
  const units = groups.map(([, group]) => toUnit(group));
  return { units, sameNumber: cases.length - byNumber.length, covered: byNumber.length - units.length };
}

interface NumberedCase {
  readonly id: string;
  readonly record: CaseRecord;
}

function unitKey(unit: SamplingUnit, id: string, { values }: CaseRecord): string {
  if (unit === 'family' && values.siblings !== undefined) return `family ${normaliseText(values.siblings)}`;
  const child = unit === 'child' || unit === 'family' ? childKey(values.cpr) : null;
  return child === null ? `case ${id}` : `child ${child}`;
}

/**
 * The CPR number as a key, or null where it does not tell one child from another: none, masked (`010203-****`,
 * `010203-XXXX`) or filled up with zeros. Replacement numbers with letters count as numbers.
 */
function childKey(cpr: string | undefined): string | null {
  const [, birth, serial] = /^(\d{6})[- ]?([0-9A-ZÆØÅ]{4})$/iu.exec(normaliseText(cpr ?? '')) ?? [];
  if (birth === undefined || serial === undefined || /^(?:0000|([A-ZÆØÅ])\1{3})$/iu.test(serial)) return null;
  return `${birth}${serial.toUpperCase()}`;
}

function toUnit(group: readonly NumberedCase[]): Unit {
  const ordered = group.toSorted((a, b) => compareOpened(a.record, b.record) || compareCodePoints(a.id, b.id));
  const [first] = ordered;
  if (first === undefined) throw new RangeError('a unit covers at least one case');
  return { id: first.id, record: first.record, members: ordered.map(({ id }) => id) };
}

function latest(group: readonly CaseRecord[]): CaseRecord {
  return group.reduce((best, record) =>
    (compareOpened(best, record) || compareCodePoints(best.id, record.id)) <= 0 ? best : record,
  );
}

/** Latest first; a case without a date last. */
function compareOpened(a: CaseRecord, b: CaseRecord): number {
  const left = a.values.opened ?? '';
  const right = b.values.opened ?? '';
  return left === right ? 0 : left > right ? -1 : 1;
}

function groupBy<T>(items: readonly T[], keyOf: (item: T) => string): readonly (readonly [string, readonly T[]])[] {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [item]);
    else group.push(item);
  }
  return [...groups];
}
