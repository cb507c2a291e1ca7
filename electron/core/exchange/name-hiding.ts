import type { NameHiding } from '#shared/domain/exchange/reduce-versions.ts';
import { isName, namesHider } from '#shared/domain/report/hide-names.ts';
import { lowerWords } from '#shared/domain/review/find-person-text.ts';
import { type ChecklistTemplate, templateItems } from '#shared/domain/review/template.ts';
import { exchangeWords } from '#shared/words/exchange.ts';
import { hiddenNameWords } from '#shared/words/hidden-names.ts';

import type { SampleCaseRow } from '../store/tables.ts';
import { nobody, type PeopleBeyond } from './people-beyond.ts';

/**
 * Names of all cases of the round, also where another case's note mentions them, all caseworkers that this workspace
 * knows, and the full names of all other children: a note on one child may name a sibling that was not drawn.
 */
export function nameHiding(
  template: ChecklistTemplate,
  rows: readonly SampleCaseRow[],
  beyond: PeopleBeyond,
): NameHiding {
  const ordinary = new Set(templateItems(template).flatMap(({ question }) => lowerWords(question)));
  const caseworkers = [...new Set([...namesIn(rows, ['caseworker']), ...beyond.caseworkers])];
  const children = namesIn(rows, ['child_name']);
  const text = namesHider([...children, ...caseworkers], ordinary, beyond.children);
  const own = new Map(rows.map((row) => [row.drawn.caseId, namesIn([row], ['caseworker'])]));
  const owner: NameHiding['owner'] = (name, caseId) => {
    if (caseId !== null && isName(name, own.get(caseId) ?? [])) return hiddenNameWords.caseworker;
    return isName(name, caseworkers) ? hiddenNameWords.otherCaseworker : text(name);
  };
  return { text: withoutNumbers(text, rows, beyond.caseIds), owner };
}

/** How names leave what a round and its unit are called: full names only, for a round may be called August, a team Bodil. */
export function titleHider(rows: readonly SampleCaseRow[], beyond: PeopleBeyond = nobody): (title: string) => string {
  const caseworkers = [...namesIn(rows, ['caseworker']), ...beyond.caseworkers];
  const all = [...namesIn(rows, ['child_name']), ...caseworkers, ...beyond.children];
  const hide = withoutNumbers(namesHider([], new Set(), all), rows, beyond.caseIds);
  return (title) => (isName(title, caseworkers) ? hiddenNameWords.name : hide(title));
}

/** One of fewer characters could be any other number. */
const shortestNumber = 4;
/** What a case number may be in a text, as far as it has no blanks, and its parts where a stroke stands between. */
const numberLike = /[\p{L}\d]+(?:[-/._][\p{L}\d]+)*/gu;
const betweenStrokes = /[^/]+/gu;

/** A note may also say a case number, of the round or of another case. */
function withoutNumbers(
  hide: (text: string) => string,
  rows: readonly SampleCaseRow[],
  others: ReadonlySet<string>,
): (text: string) => string {
  const hidden = (token: string): string => (others.has(token.toLowerCase()) ? exchangeWords.caseNumber : token);
  const known = (text: string): string =>
    text.replaceAll(numberLike, (token) =>
      others.has(token.toLowerCase()) ? exchangeWords.caseNumber : token.replaceAll(betweenStrokes, hidden),
    );
  const own = withoutOwnNumbers(rows);
  return (text) => hide(text === '' || others.size === 0 ? own(text) : known(own(text)));
}

function withoutOwnNumbers(rows: readonly SampleCaseRow[]): (text: string) => string {
  const numbers = rows.map(({ drawn }) => drawn.caseId.trim()).filter((number) => number.length >= shortestNumber);
  if (numbers.length === 0) return (text) => text;
  const longestFirst = numbers
    .toSorted((a, b) => b.length - a.length)
    .map((number) => number.replaceAll(/[\\^$.*+?()[\]{}|/]/gu, String.raw`\$&`));
  const found = new RegExp(`(?<![\\p{L}\\d])(?:${longestFirst.join('|')})(?![\\p{L}\\d])`, 'giu');
  return (text) => text.replaceAll(found, exchangeWords.caseNumber);
}

function namesIn(rows: readonly SampleCaseRow[], fields: readonly ('child_name' | 'caseworker')[]): readonly string[] {
  const names = rows.flatMap(({ case: { values, activities } }) =>
    [values, ...activities.map((activity) => activity.values)].flatMap((each) =>
      fields.map((field) => each[field]?.trim() ?? ''),
    ),
  );
  return [...new Set(names)].filter((name) => name !== '');
}
