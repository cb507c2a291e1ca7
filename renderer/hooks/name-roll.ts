import { hiddenNameWords, type NamedRole } from '../words/hidden-names.ts';

/** Everybody whose name has been seen, and the word that each spelling of it is shown as. */
export interface NameRoll {
  /** True where the name was not known. */
  readonly note: (name: string, role: NamedRole) => boolean;
  /** Whether this whole text is a person; a title such as "Teamleder" only where a person is named. */
  readonly isPerson: (text: string, named: boolean) => boolean;
  /** The text of a person's name, as its word. */
  readonly wordFor: (name: string) => string;
  /** What a word stands for, as it was written. */
  readonly writtenAs: (word: string) => string | undefined;
  /** Finds names within a text. */
  readonly pattern: () => RegExp;
  readonly clear: () => void;
}

/**
 * Blanks that look alike and that nobody types. Which of them stands in a word tells which spelling of the name it
 * stands for, so that a text is saved exactly as it was.
 */
const blanks = ['\u00a0', '\u202f', '\u2007', '\u2008', '\u2009', '\u200a'];
/** A word that stands for a name. */
export const nameWord = new RegExp(
  `(${Object.values(hiddenNameWords.roles).join('|')})([${blanks.join('')}]+)(\\d+|[A-Z]+)`,
  'gu',
);
export const cprNumber = String.raw`(?:0[1-9]|[12]\d|3[01])(?:0[1-9]|1[0-2])\d{2}[- ]?\d{4}`;
/** A word of the program rather than a name: a code in an answer must stay what it is. */
export const code = /^(?=.*[a-z])[a-z0-9_-]+$/u;
const leastPart = 3;

interface Person {
  role: NamedRole;
  /** Given when the person is first met in something that is shown. */
  number: number | null;
  readonly spellings: string[];
}

export function createNameRoll(): NameRoll {
  const people = new Map<string, Person>();
  const parts = new Map<string, Person>();
  const written = new Map<string, string>();
  const given = new Map<NamedRole, number>();
  let pattern: RegExp | null = null;

  const note = (name: string, role: NamedRole): boolean => {
    const known = people.get(keyOf(name));
    // Somebody who owns an action, too, is first of all a caseworker.
    if (known?.number === null && role === 'caseworker') known.role = role;
    if (known !== undefined || !isName(name, role)) return false;
    const person: Person = { role, number: null, spellings: [] };
    people.set(keyOf(name), person);
    if (role === 'child') {
      for (const part of partsOf(name)) if (!parts.has(part)) parts.set(part, person);
    }
    pattern = null;
    return true;
  };

  /** A CPR number in a text is hidden too, whether or not a field has held it. */
  const personOf = (name: string): Person | undefined => {
    const find = (): Person | undefined => people.get(keyOf(name)) ?? parts.get(name) ?? parts.get(capitalised(name));
    if (find() === undefined && /^\d/u.test(name)) note(name, 'cpr');
    return find();
  };

  const wordFor = (name: string): string => {
    const person = personOf(name.trim());
    if (person === undefined) return name;
    if (person.number === null) {
      person.number = (given.get(person.role) ?? 0) + 1;
      given.set(person.role, person.number);
    }
    let variant = person.spellings.indexOf(name);
    if (variant === -1) variant = person.spellings.push(name) - 1;
    const word = `${hiddenNameWords.roles[person.role]}${blankFor(variant)}${identityOf(person.role, person.number)}`;
    written.set(word, name);
    return word;
  };

  return {
    note,
    wordFor,
    isPerson: (text, named) => {
      const person = people.get(keyOf(text.trim()));
      return person !== undefined && (named || !isTitle(text, person));
    },
    writtenAs: (word) => written.get(word),
    pattern: () =>
      (pattern ??= patternOf(
        [...people].filter(([name, person]) => !isTitle(name, person)).map(([name]) => name),
        [...parts.keys()],
      )),
    clear: () => {
      for (const known of [people, parts, written, given]) known.clear();
      pattern = null;
    },
  };
}

/** A CPR number has digits; a code such as `open` must stay what it is wherever it stands. */
function isName(text: string, role: NamedRole): boolean {
  return text.length >= 2 && !code.test(text) && (role !== 'cpr' || /\d/u.test(text));
}

/** "Teamleder" as the owner of an action: one word that may mean something else elsewhere. */
function isTitle(name: string, { role }: Person): boolean {
  return role === 'owner' && !/\s/u.test(name);
}

function keyOf(name: string): string {
  return name.toLocaleLowerCase('da');
}

function capitalised(text: string): string {
  return text.charAt(0) + text.slice(1).toLocaleLowerCase('da');
}

function partsOf(name: string): readonly string[] {
  return name.split(/[\s,]+/u).filter((part) => part.length >= leastPart && /^\p{Lu}/u.test(part));
}

function blankFor(variant: number): string {
  const blank = blanks[variant % blanks.length] ?? '';
  return variant < blanks.length ? blank : blank + blankFor(Math.floor(variant / blanks.length) - 1);
}

/** Children and numbers are counted, the others lettered: "Rådgiver A", after Z comes AA. */
function identityOf(role: NamedRole, number: number): string {
  if (role === 'child' || role === 'cpr') return String(number);
  const before = Math.floor((number - 1) / 26);
  return (before === 0 ? '' : identityOf(role, before)) + String.fromCodePoint(65 + ((number - 1) % 26));
}

/** Names of several words stand in any text; one word or initials only between marks, as in a list; parts as written. */
function patternOf(known: readonly string[], parts: readonly string[]): RegExp {
  const longestFirst = (texts: readonly string[]): string =>
    texts
      .toSorted((a, b) => b.length - a.length)
      .map((text) => text.replaceAll(/[.*+?^${}()|[\]\\/]/gu, String.raw`\$&`))
      .join('|');
  const [start, end] = [String.raw`(?<![\p{L}\p{N}])`, String.raw`(?=s?(?![\p{L}\p{N}]))`];
  const several = longestFirst(known.filter((name) => /\s/u.test(name)));
  const single = longestFirst(known.filter((name) => !/\s/u.test(name) && !/^\d/u.test(name)));
  const [open, close] = [String.raw`(?<=^|[,:;·/|(=–]\s?)`, String.raw`(?=$|\s?[,:;·/|)–]|\s\()`];
  const choices = [`${start}(?:${cprNumber})(?![\\p{L}\\p{N}])`];
  if (several !== '') choices.push(`${start}(?:${insensitive(several)})${end}`);
  if (parts.length > 0)
    choices.push(`${start}(?:${longestFirst([...parts, ...parts.map((part) => part.toLocaleUpperCase('da'))])})${end}`);
  if (single !== '') choices.push(`${open}(?:${insensitive(single)})${close}`);
  return new RegExp(choices.join('|'), 'gu');
}

/** Known names are kept in small letters: each letter matches both ways, the rest of the pattern stays exact. */
function insensitive(text: string): string {
  return text.replaceAll(/\p{Ll}/gu, (letter) => `[${letter}${letter.toLocaleUpperCase('da')}]`);
}
