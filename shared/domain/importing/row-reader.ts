import { ColumnReader } from './column-reader.ts';
import type { RawCell } from './raw-row.ts';
import { type CellReading, readFactCell, readFieldCell, readPlainCell } from './read-cell.ts';
import type { FactColumn, FieldColumn } from './resolve-columns.ts';
import type { RowScan } from './scan-row.ts';
import { mixed } from './scan-text.ts';

/** Different cells remembered in all, shared by the columns; a file of a thousand columns has little for each. */
const mostKnown = 120_000;
const mostColumns = 24;

/** A column and where its cells go: a place among the values, or behind them among the facts; -1: nowhere. */
interface Column {
  readonly reader: ColumnReader;
  readonly field: FieldColumn | null;
  readonly fact: FactColumn | null;
  readonly place: number;
}

/** A cell of which something has to be told. */
export interface ToldCell {
  readonly cell: RawCell;
  readonly field: FieldColumn | null;
  readonly fact: FactColumn | null;
  /** In this order. */
  readonly place: number;
}

/** A cell with dates that a whole column decides about. */
export interface DatedCell {
  readonly column: FieldColumn;
  readonly reading: CellReading;
}

/**
 * Reads rows straight to the JSON of a population's line. What it says holds until the next row is read: it is one
 * object for all rows, since an export has millions of cells.
 */
export class RowReader implements RowScan {
  filled = 0;
  first = -1;
  key = 0;
  /** Whether `line` is the row. Where two columns fill one list it is to be read with `readCase`. */
  isWhole = true;
  /** Whether a list in it is to be sorted where the row is a case of its own. */
  isUnsorted = false;
  /** The text of the case number. */
  id = '';
  readonly dated: DatedCell[] = [];
  readonly told: ToldCell[] = [];
  readonly #columns: Column[] = [];
  readonly #parts: string[];
  readonly #valueCount: number;
  readonly #idPlace: number;
  readonly #birthPlace: number;

  /** `valueNames` and `factNames` in the order in which JSON writes them. */
  constructor(
    fields: readonly FieldColumn[],
    facts: readonly FactColumn[],
    valueNames: readonly string[],
    factNames: readonly string[],
  ) {
    this.#valueCount = valueNames.length;
    this.#idPlace = valueNames.indexOf('case_id');
    this.#birthPlace = valueNames.indexOf('birth_date');
    this.#parts = Array.from({ length: valueNames.length + factNames.length }, () => '');
    const most = Math.floor(mostKnown / Math.max(mostColumns, fields.length + facts.length));
    for (const field of fields) {
      const reader = new ColumnReader((cell) => readFieldCell(cell, field), most);
      this.#columns[field.index] = { reader, field, fact: null, place: valueNames.indexOf(field.field) };
    }
    for (const fact of facts) {
      const reader = new ColumnReader((cell) => readFactCell(cell, fact), most);
      const place = valueNames.length + factNames.indexOf(fact.name);
      this.#columns[fact.index] = { reader, field: null, fact, place };
    }
  }

  read(cells: readonly RawCell[]): void {
    this.#parts.fill('');
    this.dated.length = 0;
    this.filled = 0;
    this.first = -1;
    this.told.length = 0;
    this.isWhole = true;
    this.isUnsorted = false;
    this.id = '';
    let high = 0xdeadbeef;
    let low = 0x41c6ce57;
    let birthJson = '';
    for (let index = 0; index < cells.length; index += 1) {
      const cell = cells[index];
      if (cell === null || cell === undefined || cell === '') continue;
      const column = this.#columns[index] ?? this.#plainColumn(index);
      const reading = column.reader.read(cell);
      if (reading.isFilled) {
        this.filled += 1;
        if (this.first < 0) this.first = index;
        high = Math.imul(Math.imul(high ^ (index + 0x10000), 2654435761) ^ reading.high, 2654435761);
        low = Math.imul(Math.imul(low ^ (index + 0x10000), 1597334677) ^ reading.low, 1597334677);
      }
      if (column.place >= 0) this.#put(column, reading, cell);
      if (reading.birthJson !== '') birthJson = reading.birthJson;
    }
    this.key = mixed(high, low);
    if (birthJson !== '' && this.#parts[this.#birthPlace] === '') this.#parts[this.#birthPlace] = birthJson;
  }

  /** The line of the row as a case of its own. */
  line(): string {
    const values = this.#joined(0, this.#valueCount);
    const facts = this.#joined(this.#valueCount, this.#parts.length);
    // Behind `,"case_id":`
    const id = this.#parts[this.#idPlace]?.slice(11) ?? '';
    return `{"id":${id},"values":{${values}},"facts":{${facts}},"activities":[]}\n`;
  }

  #put(column: Column, reading: CellReading, cell: RawCell): void {
    const { place, field, fact } = column;
    if (reading.isTold) this.told.push({ cell, field, fact, place });
    else if (reading.dates !== null && field !== null) this.dated.push({ column: field, reading });
    if (reading.json === '') return;
    if (this.#parts[place] !== '') this.isWhole = false;
    if (reading.isUnsorted) this.isUnsorted = true;
    this.#parts[place] = reading.json;
    if (place === this.#idPlace) this.id = reading.text;
  }

  #joined(from: number, end: number): string {
    let joined = '';
    for (let place = from; place < end; place += 1) {
      const part = this.#parts[place] ?? '';
      if (part !== '') joined += joined === '' ? part.slice(1) : part;
    }
    return joined;
  }

  #plainColumn(index: number): Column {
    const column = { reader: new ColumnReader(readPlainCell, 0), field: null, fact: null, place: -1 };
    this.#columns[index] = column;
    return column;
  }
}
