import { cleanText, findPersonText, lowerWords, peopleNamed } from '../review/find-person-text.ts';
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
  const ids = caseIds.map((id) => cleanText(id)).filter((id) => id !== '');
  return linesOf(workbook).flatMap(({ sheet, row, text }) => {
    const persons = findPersonText(text, people).map((hit): PersonDataHit => ({ ...hit, sheet, row }));
    const cases = ids
      .filter((id) => holdsCaseId(text, id))
      .map((found): PersonDataHit => ({ kind: 'case-number', sheet, row, found }));
    return [...persons, ...cases];
  });
}

/** Every word of a workbook, lower case: what a page says before a person has written on it. */
export function wordsOf(workbook: Workbook): ReadonlySet<string> {
  return new Set(linesOf(workbook).flatMap(({ text }) => lowerWords(text)));
}

function linesOf(workbook: Workbook): readonly Line[] {
  const { title, subject, classification, footer } = workbook;
  const own = [title, subject, classification, footer].map((text) => ({ sheet: '', row: 0, text: cleanText(text) }));
  return own.concat(
    workbook.sheets.flatMap((sheet) => [
      { sheet: sheet.name, row: 0, text: cleanText(sheet.name) },
      ...sheet.rows.flatMap(({ cells }, index) =>
        cells.flatMap(({ value }) =>
          typeof value === 'string' ? [{ sheet: sheet.name, row: index + 1, text: cleanText(value) }] : [],
        ),
      ),
    ]),
  );
}

function holdsCaseId(text: string, id: string): boolean {
  const escaped = id.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  const isCount = /^\d+$/.test(id) && id.length < shortestPlainNumber;
  const before = isCount ? '\\bsag(?:en|s?n(?:umme)?r\\.?)?\\s*(?:nr\\.?\\s*)?' : '(?<![\\p{L}\\p{N}])';
  return new RegExp(`${before}${escaped}(?![\\p{L}\\p{N}])`, 'iu').test(text);
}
