import type { NameHiding } from '#shared/domain/exchange/reduce-versions.ts';
import { isName, namesHider } from '#shared/domain/report/hide-names.ts';
import { lowerWords } from '#shared/domain/review/find-person-text.ts';
import { type ChecklistTemplate, templateItems } from '#shared/domain/review/template.ts';
import { exchangeWords } from '#shared/words/exchange.ts';
import { hiddenNameWords } from '#shared/words/hidden-names.ts';

import type { SampleCaseRow } from '../store/tables.ts';

/** Names of all cases of the round, also where another case's note mentions them. */
export function nameHiding(template: ChecklistTemplate, rows: readonly SampleCaseRow[]): NameHiding {
  const ordinary = new Set(templateItems(template).flatMap(({ question }) => lowerWords(question)));
  const text = namesHider(namesIn(rows, ['child_name', 'caseworker']), ordinary);
  const caseworkers = namesIn(rows, ['caseworker']);
  const own = new Map(rows.map((row) => [row.drawn.caseId, namesIn([row], ['caseworker'])]));
  const owner: NameHiding['owner'] = (name, caseId) => {
    if (caseId !== null && isName(name, own.get(caseId) ?? [])) return hiddenNameWords.caseworker;
    return isName(name, caseworkers) ? hiddenNameWords.otherCaseworker : text(name);
  };
  return { text: withoutNumbers(text, rows), owner };
}

/** A note may also say a case number of the round; one of fewer than four characters could be any other number. */
function withoutNumbers(hide: (text: string) => string, rows: readonly SampleCaseRow[]): (text: string) => string {
  const numbers = rows.map(({ drawn }) => drawn.caseId.trim()).filter((number) => number.length >= 4);
  if (numbers.length === 0) return hide;
  const longestFirst = numbers
    .toSorted((a, b) => b.length - a.length)
    .map((number) => number.replaceAll(/[\\^$.*+?()[\]{}|/]/gu, String.raw`\$&`));
  const found = new RegExp(`(?<![\\p{L}\\d])(?:${longestFirst.join('|')})(?![\\p{L}\\d])`, 'giu');
  return (text) => hide(text.replaceAll(found, exchangeWords.caseNumber));
}

function namesIn(rows: readonly SampleCaseRow[], fields: readonly ('child_name' | 'caseworker')[]): readonly string[] {
  const names = rows.flatMap(({ case: { values, activities } }) =>
    [values, ...activities.map((activity) => activity.values)].flatMap((each) =>
      fields.map((field) => each[field]?.trim() ?? ''),
    ),
  );
  return [...new Set(names)].filter((name) => name !== '');
}
