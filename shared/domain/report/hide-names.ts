import { hiddenNameWords as words } from '../../words/hidden-names.ts';
import { maskRealCpr } from '../importing/mask-cpr.ts';
import { cleanText, type People, peopleNamed } from '../review/find-person-text.ts';

const word = /[\p{L}\p{M}\p{N}]+(?:['’-][\p{L}\p{M}\p{N}]+)*/gu;
/** "Sofies" is also "Sofie". */
const endings = ['', 's', "'s", '’s'] as const;

/** A text without the names that some people have and without CPR numbers. */
export type HideNames = (text: string) => string;

/** The words that names are made of, lower case, with their genitives, each with the word itself. */
interface NameIndex {
  readonly people: People;
  readonly known: ReadonlyMap<string, string>;
  /** Full names by their first word. */
  readonly full: ReadonlyMap<string, readonly (readonly string[])[]>;
}

/**
 * Hides full names in any case, and their single words and one-word names where they are capitalised, also in the
 * genitive; names side by side become one `[navn]`. `ordinary`: lower-case words that are left as they are. Of
 * `fullOnly` the full names are hidden, and single words of them are left: there may be thousands.
 */
export function namesHider(
  names: readonly string[],
  ordinary: ReadonlySet<string>,
  fullOnly: readonly string[] = [],
): HideNames {
  const people = peopleNamed(names, ordinary);
  const others = fullOnly.length === 0 ? [] : peopleNamed(fullOnly).full;
  const index = indexOf({ ...people, full: [...people.full, ...others] });
  return (text) => {
    if (text === '') return text;
    const masked = maskRealCpr(text).normalize('NFC');
    const found = [...masked.matchAll(word)];
    const hidden = hiddenTokens(found, index);
    return hidden.size === 0 ? masked : withoutTokens(masked, found, hidden);
  };
}

/** True where a text is one of these names and nothing else. */
export function isName(text: string, names: readonly string[]): boolean {
  const form = (name: string) => cleanText(name).toLocaleLowerCase('da');
  return names.some((name) => form(name) === form(text));
}

function indexOf(people: People): NameIndex {
  const known = new Map<string, string>();
  const bases = [...people.full.flat(), ...people.parts, ...[...people.single].map((name) => name.toLowerCase())];
  for (const ending of endings) {
    for (const base of bases) if (!known.has(base + ending)) known.set(base + ending, base);
  }
  const full = new Map<string, (readonly string[])[]>();
  for (const name of people.full) {
    const [first = ''] = name;
    const others = full.get(first);
    if (others === undefined) full.set(first, [name]);
    else others.push(name);
  }
  return { people, known, full };
}

function hiddenTokens(found: readonly RegExpExecArray[], { people, known, full }: NameIndex): ReadonlySet<number> {
  const hidden = new Set<number>();
  const bases = found.map(([text]) => known.get(text.toLowerCase()));
  bases.forEach((base, at) => {
    if (base === undefined) return;
    const text = found[at]?.[0] ?? '';
    const isCapital = text.charAt(0) !== text.charAt(0).toLowerCase();
    const isSingle = people.single.has(text) || people.single.has(text.slice(0, base.length));
    if (isSingle || (isCapital && people.parts.has(base))) hidden.add(at);
    for (const name of full.get(base) ?? []) {
      if (name.every((part, index) => bases[at + index] === part)) name.forEach((_, index) => hidden.add(at + index));
    }
  });
  return hidden;
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
