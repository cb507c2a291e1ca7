import { hiddenNameWords as words } from '../../words/hidden-names.ts';
import { maskRealCpr } from '../importing/mask-cpr.ts';
import { cleanText, type People, peopleNamed } from '../review/find-person-text.ts';

const word = /[\p{L}\p{M}\p{N}]+(?:['’-][\p{L}\p{M}\p{N}]+)*/gu;
const genitive = /['’]?s?$/u;

/** A text without the names that some people have and without CPR numbers. */
export type HideNames = (text: string) => string;

/**
 * Hides full names in any case, and their single words and one-word names where they are capitalised, also in the
 * genitive; names side by side become one `[navn]`. `ordinary`: lower-case words that are left as they are.
 */
export function namesHider(names: readonly string[], ordinary: ReadonlySet<string>): HideNames {
  const people = peopleNamed(names, ordinary);
  const full = new Map<string, (readonly string[])[]>();
  for (const name of people.full) full.set(name[0] ?? '', [...(full.get(name[0] ?? '') ?? []), name]);
  return (text) => {
    const masked = maskRealCpr(text);
    const found = [...masked.normalize('NFC').matchAll(word)];
    const hidden = hiddenTokens(found, people, full);
    return hidden.size === 0 ? masked : withoutTokens(masked.normalize('NFC'), found, hidden);
  };
}

/** True where a text is one of these names and nothing else. */
export function isName(text: string, names: readonly string[]): boolean {
  const form = (name: string) => cleanText(name).toLocaleLowerCase('da');
  return names.some((name) => form(name) === form(text));
}

function hiddenTokens(
  found: readonly RegExpExecArray[],
  people: People,
  full: ReadonlyMap<string, readonly (readonly string[])[]>,
): ReadonlySet<number> {
  const hidden = new Set<number>();
  const lower = found.map(([text]) => text.toLowerCase());
  found.forEach(([text], at) => {
    const forms = formsOf(text);
    const isCapital = text.charAt(0) !== text.charAt(0).toLowerCase();
    if (forms.some((form) => people.single.has(form) || (isCapital && people.parts.has(form.toLowerCase()))))
      hidden.add(at);
    for (const name of full.get(lower[at] ?? '') ?? []) {
      const last = name.length - 1;
      const isHere = name.every(
        (part, index) =>
          lower[at + index] === part || (index === last && formsOf(lower[at + index] ?? '').includes(part)),
      );
      if (isHere) name.forEach((_, index) => hidden.add(at + index));
    }
  });
  return hidden;
}

/** "Sofies" is also "Sofie". */
function formsOf(text: string): readonly string[] {
  return [text, text.replace(genitive, '')];
}

function withoutTokens(text: string, found: readonly RegExpExecArray[], hidden: ReadonlySet<number>): string {
  let result = '';
  let end = 0;
  found.forEach((token, at) => {
    if (!hidden.has(at)) return;
    const between = text.slice(end, token.index);
    const follows = hidden.has(at - 1) && /^,?\s+$/u.test(between);
    result += follows ? '' : `${between}${words.name}`;
    end = token.index + token[0].length;
  });
  return result + text.slice(end);
}
