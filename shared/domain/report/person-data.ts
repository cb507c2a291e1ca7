import type { Workbook } from './workbook.ts';

/** A place in a workbook that names a person or a case. `row` counts from 1 as Excel does; 0 is the workbook itself. */
export interface PersonDataHit {
  readonly kind: 'cpr' | 'name' | 'case-number';
  readonly sheet: string;
  readonly row: number;
  readonly found: string;
}

interface Line {
  readonly sheet: string;
  readonly row: number;
  readonly text: string;
}

/** Ten digits of which the first six can be a date; day + 60 is how fictive numbers are written. */
const cprNumber = /(?<!\d)(?:[0-2]\d|3[01]|[67]\d|8\d|9[01])(?:0[1-9]|1[0-2])\d{2}[-– ]?\d{4}(?!\d)/g;
const word = /[\p{L}\p{M}\p{N}]+(?:['’-][\p{L}\p{M}\p{N}]+)*/gu;
/** A shorter number without a letter is also a count; it is a case number only where the text says so. */
const shortestPlainNumber = 5;

/**
 * Everything in a workbook that looks like a CPR number, names one of these people or is one of these case numbers.
 * Full names are found in any case and in either order of "Surname, First"; single names only as a capitalised word
 * that is not among the `ordinary` words (the words the page has before anyone writes on it).
 */
export function findPersonData(
  workbook: Workbook,
  names: readonly string[],
  caseIds: readonly string[],
  ordinary: ReadonlySet<string> = new Set(),
): readonly PersonDataHit[] {
  const people = nameIndex(names, ordinary);
  const ids = caseIds.map((id) => clean(id)).filter((id) => id !== '');
  return linesOf(workbook).flatMap((line) => {
    const hit =
      (kind: PersonDataHit['kind']) =>
      (found: string): PersonDataHit => ({ kind, sheet: line.sheet, row: line.row, found });
    return [
      ...[...line.text.matchAll(cprNumber)].map(([found]) => found).map(hit('cpr')),
      ...namesIn(line.text, people).map(hit('name')),
      ...ids.filter((id) => holdsCaseId(line.text, id)).map(hit('case-number')),
    ];
  });
}

/** Every word of a workbook, lower case: what a page says before a person has written on it. */
export function wordsOf(workbook: Workbook): ReadonlySet<string> {
  return new Set(linesOf(workbook).flatMap(({ text }) => tokens(text).map(({ lower }) => lower)));
}

function linesOf(workbook: Workbook): readonly Line[] {
  const { title, subject, classification, footer } = workbook;
  const own = [title, subject, classification, footer].map((text) => ({ sheet: '', row: 0, text: clean(text) }));
  return own.concat(
    workbook.sheets.flatMap((sheet) => [
      { sheet: sheet.name, row: 0, text: clean(sheet.name) },
      ...sheet.rows.flatMap(({ cells }, index) =>
        cells.flatMap(({ value }) =>
          typeof value === 'string' ? [{ sheet: sheet.name, row: index + 1, text: clean(value) }] : [],
        ),
      ),
    ]),
  );
}

interface People {
  /** Full names of two words or more, as lower-case words. */
  readonly full: readonly (readonly string[])[];
  /** Names of one word, exactly as they are written. */
  readonly single: ReadonlySet<string>;
  /** The words of full names, lower case. */
  readonly parts: ReadonlySet<string>;
}

function nameIndex(names: readonly string[], ordinary: ReadonlySet<string>): People {
  const full: (readonly string[])[] = [];
  const single = new Set<string>();
  const parts = new Set<string>();
  for (const name of new Set(names.map(clean))) {
    const written = tokens(name);
    const [only] = written;
    if (only !== undefined && written.length === 1) single.add(only.text);
    if (written.length < 2) continue;
    const lower = written.map((token) => token.lower);
    full.push(lower);
    const [surname, ...rest] = name.split(',').map((part) => tokens(part).map((token) => token.lower));
    if (surname !== undefined && rest.length > 0) full.push([...rest.flat(), ...surname]);
    for (const token of written) {
      if (token.capital && token.text.length > 1 && !ordinary.has(token.lower)) parts.add(token.lower);
    }
  }
  return { full, single, parts };
}

function namesIn(text: string, people: People): readonly string[] {
  const found = tokens(text);
  const lower = found.map((token) => token.lower);
  const here = new Set(lower);
  const whole = people.full
    .filter((name) => name.every((part) => here.has(part)))
    .filter((name) => lower.some((_, at) => name.every((part, index) => lower[at + index] === part)))
    .map((name) => name.join(' '));
  const pieces = found.filter(
    (token) => people.single.has(token.text) || (token.capital && people.parts.has(token.lower)),
  );
  return whole.length > 0 ? whole : pieces.map((token) => token.text);
}

function holdsCaseId(text: string, id: string): boolean {
  const escaped = id.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  const isCount = /^\d+$/.test(id) && id.length < shortestPlainNumber;
  const before = isCount ? '\\bsag(?:en|s?n(?:umme)?r\\.?)?\\s*(?:nr\\.?\\s*)?' : '(?<![\\p{L}\\p{N}])';
  return new RegExp(`${before}${escaped}(?![\\p{L}\\p{N}])`, 'iu').test(text);
}

interface Token {
  readonly text: string;
  readonly lower: string;
  readonly capital: boolean;
}

function tokens(text: string): readonly Token[] {
  return [...text.matchAll(word)].map(([found]) => {
    const lower = found.toLowerCase();
    return { text: found, lower, capital: found.charAt(0) !== lower.charAt(0) };
  });
}

function clean(text: string): string {
  return text
    .normalize('NFC')
    .replace(/[\s\u00A0]+/g, ' ')
    .trim();
}
