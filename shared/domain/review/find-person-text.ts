/** What in a text names a person: a CPR number, or a name as it stands there. */
export interface PersonTextHit {
  readonly kind: 'cpr' | 'name';
  readonly found: string;
}

/** Ten digits of which the first six can be a date; day + 60 is how fictive numbers are written. */
const cprNumber = /(?<!\d)(?:[0-2]\d|3[01]|[67]\d|8\d|9[01])(?:0[1-9]|1[0-2])\d{2}[-– ]?\d{4}(?!\d)/g;
const word = /[\p{L}\p{M}\p{N}]+(?:['’-][\p{L}\p{M}\p{N}]+)*/gu;

/** The names of some people, ready to be looked for. */
export interface People {
  /** Full names of two words or more, as lower-case words. */
  readonly full: readonly (readonly string[])[];
  /** Names of one word, exactly as they are written. */
  readonly single: ReadonlySet<string>;
  /** The words of full names, lower case. */
  readonly parts: ReadonlySet<string>;
}

/**
 * Everything in a text that looks like a CPR number or names one of these people. Full names are found in any case and
 * in either order of "Surname, First"; single names only as a capitalised word.
 */
export function findPersonText(text: string, people: People): readonly PersonTextHit[] {
  const line = cleanText(text);
  return [
    ...[...line.matchAll(cprNumber)].map(([found]): PersonTextHit => ({ kind: 'cpr', found })),
    ...namesIn(line, people).map((found): PersonTextHit => ({ kind: 'name', found })),
  ];
}

/** `ordinary`: lower-case words that are no names by themselves, even where a person is called the same. */
export function peopleNamed(names: readonly string[], ordinary: ReadonlySet<string> = new Set()): People {
  const full: (readonly string[])[] = [];
  const single = new Set<string>();
  const parts = new Set<string>();
  for (const name of new Set(names.map(cleanText))) {
    const written = tokens(name);
    const [only] = written;
    if (only !== undefined && written.length === 1) single.add(only.text);
    if (written.length < 2) continue;
    full.push(...spellings(name));
    for (const token of written) {
      if (token.capital && token.text.length > 1 && !ordinary.has(token.lower)) parts.add(token.lower);
    }
  }
  return { full, single, parts };
}

/** The words of a text, lower case. */
export function lowerWords(text: string): readonly string[] {
  return tokens(text).map(({ lower }) => lower);
}

/** One form for texts that look the same: composed letters, single spaces. */
export function cleanText(text: string): string {
  return text
    .normalize('NFC')
    .replace(/[\s\u00A0]+/g, ' ')
    .trim();
}

/** "Hansen, Mette Marie" is also "Mette Marie Hansen". */
function spellings(name: string): readonly (readonly string[])[] {
  const [surname, ...rest] = name.split(',').map(lowerWords);
  const asWritten = lowerWords(name);
  return surname === undefined || rest.length === 0 ? [asWritten] : [asWritten, [...rest.flat(), ...surname]];
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
