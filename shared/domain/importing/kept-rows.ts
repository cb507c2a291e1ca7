import type { CaseRecord } from '../population/case.ts';
import { groupRows, hasUnsorted } from './group-rows.ts';
import type { FinalLine, LineStore } from './line-store.ts';
import type { OpenValues, ReadRow } from './read-case.ts';

/** The rows of a case by their numbers among the kept ones; one row without a list of its own. */
export type RowsOfCase = number | number[];

type Change = (values: OpenValues) => void;

/** The accepted rows of a file: each as the line of a case of its own, and which rows make a case together. */
export class KeptRows {
  /** By case number, in the order in which the cases first stand in the file. */
  readonly groups = new Map<string, RowsOfCase>();
  readonly #store: LineStore;
  readonly #shape: OpenValues;
  readonly #factNames: readonly string[];
  readonly #rows: number[] = [];
  /** Rows whose line is not that of their case: a list in it may have to be sorted, or values have to be changed. */
  readonly #unfinished = new Map<number, Change[]>();

  constructor(store: LineStore, shape: OpenValues, factNames: readonly string[]) {
    this.#store = store;
    this.#shape = shape;
    this.#factNames = factNames;
  }

  /** How many rows there are; also the number of the next one. */
  get count(): number {
    return this.#rows.length;
  }

  /** The number of a row in the file. */
  rowOf(index: number): number {
    return this.#rows[index] ?? 0;
  }

  /** Keeps a row as its line; `isUnsorted`: a list in it is yet to be sorted if it stays a case of its own. */
  addLine(id: string, row: number, line: string, isUnsorted: boolean): void {
    const index = this.#rows.length;
    if (isUnsorted) this.#unfinished.set(index, []);
    this.#rows.push(row);
    this.#store.add(line);
    const known = this.groups.get(id);
    if (known === undefined) this.groups.set(id, index);
    else if (typeof known === 'number') this.groups.set(id, [known, index]);
    else known.push(index);
  }

  /** Keeps a row that was read cell by cell. */
  addRow(id: string, { row, values, facts }: ReadRow): void {
    const named = Object.fromEntries(
      this.#factNames.map((name, at) => [name, facts[at] ?? '']).filter(([, fact]) => fact !== ''),
    );
    this.addLine(id, row, lineOf({ id, values, facts: named, activities: [] }), hasUnsorted(values));
  }

  /** Changes the values of a row when its line is written, in the order in which the changes are asked for. */
  change(index: number, work: Change): void {
    const changes = this.#unfinished.get(index);
    if (changes === undefined) this.#unfinished.set(index, [work]);
    else changes.push(work);
  }

  /** The lines of all cases. To be gone through once. */
  *lines(): Generator<FinalLine> {
    for (const [id, rows] of this.groups) {
      if (typeof rows !== 'number') yield this.#grouped(id, rows);
      else yield this.#unfinished.has(rows) ? this.#grouped(id, [rows]) : rows;
    }
  }

  #grouped(id: string, rows: readonly number[]): string {
    const read = rows.map((index): ReadRow => {
      const { values, facts } = this.#read(index);
      const texts = this.#factNames.map((name) => (Object.hasOwn(facts, name) ? (facts[name] ?? '') : ''));
      return { row: this.rowOf(index), values, facts: texts };
    });
    return lineOf(groupRows(id, read, this.#factNames));
  }

  #read(index: number): CaseRecord {
    // A line that was written here.
    const record = JSON.parse(this.#store.read(index)) as CaseRecord;
    const changes = this.#unfinished.get(index) ?? [];
    if (changes.length === 0) return record;
    const values: OpenValues = { ...this.#shape, ...record.values };
    changes.forEach((change) => change(values));
    return { ...record, values: values as CaseRecord['values'] };
  }
}

const lineOf = (record: CaseRecord): string => `${JSON.stringify(record)}\n`;
