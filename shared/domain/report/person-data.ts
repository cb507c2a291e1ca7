import { cleanText, findPersonText, lowerWords, peopleNamed } from '../review/find-person-text.ts';
import type { Chart, Sheet, SheetRow, Workbook } from './workbook.ts';

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
  const people = peopleNamed(names, ordinary);
  const ids = caseIds.map((id) => readable(id)).filter((id) => id !== '');
  const hits = linesOf(workbook).flatMap(({ sheet, row, text }) => {
    const persons = findPersonText(text, people).map((hit): PersonDataHit => ({ ...hit, sheet, row }));
    const cases = ids
      .filter((id) => holdsCaseId(text, id))
      .map((found): PersonDataHit => ({ kind: 'case-number', sheet, row, found }));
    return [...persons, ...cases];
  });
  return [...new Map(hits.map((hit) => [JSON.stringify(hit), hit])).values()];
}

/** Every word of a workbook, lower case: what a page says before a person has written on it. */
export function wordsOf(workbook: Workbook): ReadonlySet<string> {
  return new Set(linesOf(workbook).flatMap(({ text }) => lowerWords(text)));
}

function linesOf(workbook: Workbook): readonly Line[] {
  const { title, subject, classification, footer, names = [] } = workbook;
  const own = [title, subject, classification, footer, ...names.map(({ name }) => name)];
  return [
    ...own.map((text) => ({ sheet: '', row: 0, text: readable(text) })),
    ...workbook.sheets.flatMap((sheet) => [
      ...[sheet.name, ...(sheet.charts ?? []).flatMap(chartTexts)].map((text) => lineOf(sheet, 0, text)),
      ...sheet.rows.flatMap(({ cells }, index) => cellTexts(cells).map((text) => lineOf(sheet, index + 1, text))),
    ]),
  ];
}

function lineOf({ name }: Sheet, row: number, text: string): Line {
  return { sheet: name, row, text: readable(text) };
}

/** Each text of a row, and all of them in one line: a name may be split over cells. */
function cellTexts(cells: SheetRow['cells']): readonly string[] {
  const texts = cells.flatMap(({ value }) => (typeof value === 'string' && value.trim() !== '' ? [value] : []));
  return texts.length > 1 ? [...texts, texts.join(' ')] : texts;
}

function chartTexts({ title, alternative, categories, series }: Chart): readonly string[] {
  return [title, alternative, ...categories.values, ...series.map(({ name }) => name)];
}

/** As a reader sees it: no invisible letters, one form of each digit, one hyphen in what may be a CPR number. */
function readable(text: string): string {
  const seen = cleanText(text.normalize('NFKC').replace(/\p{Cf}/gu, ''));
  return seen.replace(/(?<!\d)(\d{6})(?: ?[-‐‑‒–—−./] ?| )(\d{4})(?!\d)/gu, '$1-$2');
}

function holdsCaseId(text: string, id: string): boolean {
  // A pattern for each of hundreds of cases and each text took most of a second; letters that match fold alike here.
  if (!folded(text).includes(folded(id))) return false;
  const escaped = id.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  const isCount = /^\d+$/.test(id) && id.length < shortestPlainNumber;
  const before = isCount ? '\\bsag(?:en|s?n(?:umme)?r\\.?)?\\s*(?:nr\\.?\\s*)?' : '(?<![\\p{L}\\p{N}])';
  return new RegExp(`${before}${escaped}(?![\\p{L}\\p{N}])`, 'iu').test(text);
}

const folded = (text: string): string => text.toLowerCase().toUpperCase();
