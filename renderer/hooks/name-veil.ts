import { hiddenNameWords, type NamedRole } from '../words/hidden-names.ts';

/**
 * What hides names: every name it has seen in an answer of the core gets a word such as "Barn 1", the same wherever it
 * stands and for as long as the workspace is open. What is typed with such a word in it goes back as the name.
 */
export interface NameVeil {
  /** Looks for names in an answer. */
  readonly learn: (value: unknown) => void;
  /** The same value with words for names; the very same object where it holds none. */
  readonly veil: <T>(value: T) => T;
  readonly unveil: <T>(value: T) => T;
  readonly forget: () => void;
  /** Grows when a name is learnt: what was shown before may hold it. */
  readonly version: () => number;
  readonly subscribe: (listener: () => void) => () => void;
}

/** The fields of the contract whose value, or whose list of values, is a person. */
const roleOf: Readonly<Record<string, NamedRole>> = {
  child_name: 'child',
  cpr: 'cpr',
  caseworker: 'caseworker',
  caseworkers: 'caseworker',
  owner: 'owner',
  reader: 'reader',
  readers: 'reader',
  reviewer: 'reader',
  who: 'reader',
};

/** Values from a file before anybody has said what its columns are. */
const unknownValues = new Set(['examples']);

/**
 * Blanks that look alike and that nobody types. Which of them stands in a word tells which spelling of the name it
 * stands for, so that a text is saved exactly as it was.
 */
const blanks = ['\u00a0', '\u202f', '\u2007', '\u2008', '\u2009', '\u200a'];
const veiled = new RegExp(
  `(${Object.values(hiddenNameWords.roles).join('|')})([${blanks.join('')}]+)(\\d+|[A-Z]+)`,
  'gu',
);
const cprNumber = String.raw`(?:0[1-9]|[12]\d|3[01])(?:0[1-9]|1[0-2])\d{2}[- ]?\d{4}`;
/** A word of the program rather than a name: a code in an answer must stay what it is. */
const code = /^(?=.*[a-z])[a-z0-9_-]+$/u;
const leastPart = 3;
/** Most texts of a long list are numbers and codes: they are passed by without looking for names. */
const mayName = /\p{Lu}|\d{6}|.{12}/u;

interface Person {
  role: NamedRole;
  /** Given when the person is first met in something that is shown. */
  number: number | null;
  readonly spellings: string[];
}

export function createNameVeil(): NameVeil {
  const people = new Map<string, Person>();
  const parts = new Map<string, Person>();
  const names = new Map<string, string>();
  const given = new Map<NamedRole, number>();
  const listeners = new Set<() => void>();
  let version = 0;
  let pattern: RegExp | null = null;

  const learnName = (name: string, role: NamedRole): void => {
    const trimmed = name.trim();
    const known = people.get(keyOf(trimmed));
    // Somebody who owns an action, too, is first of all a caseworker.
    if (known?.number === null && role === 'caseworker') known.role = role;
    if (known !== undefined || !isName(trimmed, role)) return;
    const person: Person = { role, number: null, spellings: [] };
    people.set(keyOf(trimmed), person);
    if (role === 'child') {
      for (const part of partsOf(trimmed)) if (!people.has(keyOf(part))) parts.set(part, person);
    }
    pattern = null;
    version += 1;
    queueMicrotask(() => listeners.forEach((listener) => listener()));
  };

  const learn = (value: unknown, role?: NamedRole): void => {
    if (typeof value === 'string') {
      if (role !== undefined) learnName(value, role);
    } else if (Array.isArray(value)) {
      for (const one of value) learn(one, role);
    } else if (isPlain(value)) {
      for (const [field, inner] of Object.entries(value)) {
        learn(inner, roleOf[field] ?? (role !== undefined && field === 'value' ? role : undefined));
      }
    }
  };

  const wordFor = (person: Person, spelling: string): string => {
    if (person.number === null) {
      person.number = (given.get(person.role) ?? 0) + 1;
      given.set(person.role, person.number);
    }
    let variant = person.spellings.indexOf(spelling);
    if (variant === -1) variant = person.spellings.push(spelling) - 1;
    const word = `${hiddenNameWords.roles[person.role]}${blankFor(variant)}${identityOf(person.role, person.number)}`;
    names.set(word, spelling);
    return word;
  };

  /** A new CPR number in a text is hidden too, whether or not a field has held it. */
  const personOf = (found: string): Person | undefined => {
    const known = people.get(keyOf(found)) ?? parts.get(found) ?? parts.get(capitalised(found));
    if (known !== undefined || !/^\d/u.test(found)) return known;
    const person: Person = { role: 'cpr', number: null, spellings: [] };
    people.set(keyOf(found), person);
    return person;
  };

  const veilText = (text: string, field: string): string => {
    if (code.test(text) || !mayName.test(text)) return text;
    const whole = people.get(keyOf(text.trim()));
    if (whole !== undefined && (roleOf[field] !== undefined || !isTitle(text, whole))) return wordFor(whole, text);
    pattern ??= patternOf(
      [...people].filter(([name, person]) => !isTitle(name, person)).map(([name]) => name),
      [...parts.keys()],
    );
    return text.replaceAll(pattern, (found) => {
      const person = personOf(found);
      return person === undefined ? found : wordFor(person, found);
    });
  };

  const veil = <T>(value: T): T => {
    learn(value);
    return mapTexts(value, (text, field) =>
      unknownValues.has(field) ? maskUnknown(text) : veilText(text, field),
    ) as T;
  };
  const unveil = <T>(value: T): T =>
    mapTexts(value, (text) => text.replaceAll(veiled, (word) => names.get(word) ?? word)) as T;

  return {
    learn: (value) => learn(value),
    veil,
    unveil,
    forget: () => {
      for (const known of [people, parts, names, given]) known.clear();
      pattern = null;
    },
    version: () => version,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
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
  const found = name.split(/[\s,]+/u).filter((part) => part.length >= leastPart && /^\p{Lu}/u.test(part));
  return found.length > 1 ? found : [];
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

/** Dates and numbers say how a column is read; words may be names. */
function maskUnknown(text: string): string {
  return /\p{L}/u.test(text) || new RegExp(cprNumber, 'u').test(text) ? hiddenNameWords.unknown : text;
}

function isPlain(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype;
}

/** The value with every text of it passed through; what holds none that changed stays the same object. */
function mapTexts(value: unknown, change: (text: string, field: string) => string, field = ''): unknown {
  if (typeof value === 'string') return change(value, field);
  if (Array.isArray(value)) {
    const list: readonly unknown[] = value;
    const mapped = list.map((one) => mapTexts(one, change, field));
    return mapped.some((one, index) => one !== list[index]) ? mapped : value;
  }
  if (!isPlain(value)) return value;
  const mapped = Object.entries(value).map(
    ([name, inner]) => [change(name, ''), mapTexts(inner, change, name)] as const,
  );
  const same = mapped.every(([name, inner]) => Object.hasOwn(value, name) && value[name] === inner);
  return same ? value : Object.fromEntries(mapped);
}
