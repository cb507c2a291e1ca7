import type { Moment } from '../calendar/local-date.ts';
import { readCpr } from './cpr.ts';
import type { OrderEvidence } from './date-evidence.ts';
import { categoryFields, fieldKinds } from './fields.ts';
import { isUnsorted } from './group-rows.ts';
import type { RawCell } from './raw-row.ts';
import { longestText, type OpenValues, readFact, readField } from './read-case.ts';
import type { FactColumn, FieldColumn } from './resolve-columns.ts';
import { scanText } from './scan-text.ts';

/** A date that was read from a text. */
export interface WrittenDate {
  readonly moment: Moment;
  readonly text: string;
  /** What it shows about the order of day and month; undefined until somebody asks. */
  evidence?: OrderEvidence | 'none';
}

/** What one cell adds to its row, wherever in the column it stands. */
export interface CellReading {
  /** Two numbers that cells with the same text share. */
  readonly high: number;
  readonly low: number;
  /** Whether it holds more than blanks. */
  readonly isFilled: boolean;
  /** `,"opened":"2024-01-02"`, or an empty text. */
  readonly json: string;
  /** The value of a text field, where it is one. */
  readonly text: string;
  /** `,"birth_date":"2012-03-04"` from a CPR number. */
  readonly birthJson: string;
  readonly dates: readonly WrittenDate[] | null;
  /** Whether something is to be told of it: it is then read once more with its row, for that alone. */
  readonly isTold: boolean;
  /** Whether it is a list that has to be sorted where its row is a case of its own. */
  readonly isUnsorted: boolean;
}

const nothing = { json: '', text: '', birthJson: '', dates: null, isTold: false, isUnsorted: false } as const;

export function readPlainCell(cell: RawCell): CellReading {
  const { high, low } = scanText(plainText(cell));
  return { high, low, isFilled: plainText(cell) !== '', ...nothing };
}

/** Reads a cell as `readCase` would, without its row. */
export function readFieldCell(cell: RawCell, column: FieldColumn): CellReading {
  const plain = plainText(cell);
  const { high, low, isSimple, hasSixDigits } = scanText(plain);
  const isFilled = plain !== '';
  const key = `,"${column.field}":`;
  if (typeof cell === 'string' && isSimple && fieldKinds[column.field] === 'text') {
    const isKept = plain.length <= longestText && !(hasSixDigits && categoryFields.has(column.field));
    if (isKept) {
      const json = isFilled ? `${key}"${plain}"` : '';
      return { high, low, isFilled, json, text: plain, birthJson: '', dates: null, isTold: false, isUnsorted: false };
    }
  }
  return { high, low, isFilled, ...(column.field === 'cpr' ? readNumber(cell) : readAlone(cell, column, key)) };
}

/** As `readField` reads a CPR number, without the way round: hardly two cells of such a column are alike. */
function readNumber(cell: RawCell) {
  if (typeof cell !== 'string') return readAlone(cell, cprColumn, cprKey);
  const { cpr, birthDate, code } = readCpr(cell);
  return {
    ...nothing,
    json: cpr === null ? '' : `${cprKey}"${cpr}"`,
    birthJson: birthDate === null ? '' : `,"birth_date":"${birthDate}"`,
    isTold: code !== null,
  };
}

const cprKey = ',"cpr":';
const cprColumn: FieldColumn = { index: 0, header: '', field: 'cpr' };

/** A cell that is kept under its column's name. */
export function readFactCell(cell: RawCell, column: FactColumn): CellReading {
  const plain = plainText(cell);
  const { high, low } = scanText(plain);
  let isTold = false;
  const text = readFact(0, cell, column, { problem: () => (isTold = true) });
  const json = text === '' ? '' : `,${JSON.stringify(column.name)}:${JSON.stringify(text)}`;
  return { high, low, isFilled: plain !== '', ...nothing, json, isTold };
}

function readAlone(cell: RawCell, column: FieldColumn, key: string) {
  const values: OpenValues = {};
  const dates: WrittenDate[] = [];
  let isTold = false;
  const tell = (): void => {
    isTold = true;
  };
  const dated = (_row: number, _column: FieldColumn, moment: Moment, text: string): void => {
    dates.push({ moment, text });
  };
  readField(0, cell, column, values, { problem: tell, invalidDate: tell, dated });
  const value: unknown = values[column.field];
  const birth = column.field === 'birth_date' ? undefined : values.birth_date;
  return {
    json: value === undefined ? '' : key + JSON.stringify(value),
    text: typeof value === 'string' ? value : '',
    birthJson: birth === undefined ? '' : `,"birth_date":${JSON.stringify(birth)}`,
    dates: dates.length === 0 ? null : dates,
    isTold,
    isUnsorted: isUnsorted(column.field, value),
  };
}

/** What tells a cell from others: blanks around a text and number against text do not. */
function plainText(cell: RawCell): string {
  if (typeof cell === 'string') return hasEdges(cell) ? cell.trim() : cell;
  if (cell === null) return '';
  if (typeof cell !== 'object') return String(cell);
  return 'moment' in cell ? cell.moment : cell.error;
}

/** Whether a text may begin or end with a blank: every blank is below `!` or beyond ASCII. */
function hasEdges(text: string): boolean {
  return !(isInner(text.charCodeAt(0)) && isInner(text.charCodeAt(text.length - 1)));
}

const isInner = (code: number): boolean => code > 32 && code < 127;

/** A copy of its own: a slice would keep the text alive from which it was cut. */
export function detached(cell: RawCell): RawCell {
  return typeof cell === 'string' && cell.length > longestCopied ? ` ${cell}`.slice(1) : cell;
}

/** Shorter texts are always copies. */
const longestCopied = 12;
