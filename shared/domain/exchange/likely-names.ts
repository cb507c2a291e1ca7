import { capitalWords, firstNames, wordsAndNames } from '../../words/first-names.ts';

/** Words of a text that may name somebody, each once, in their order. */
export interface LikelyNames {
  /** Capitalised inside a sentence, or a capitalised first name wherever it stands. */
  readonly words: readonly string[];
  /** First names in lower case, which no other word is: weaker, and worth a look. */
  readonly hints: readonly string[];
}

const word = /\p{L}[\p{L}\p{M}]*(?:['’-]\p{L}[\p{L}\p{M}]*)*/gu;
/** After one of these, and in front of quotes, brackets and dashes, a sentence begins. */
const sentenceStart = /(?:^|[.!?:;•\n]|[\r\n]\s*\d+[.)])[\s"'”“»«([–—*-]*$/u;
/** What stands where a name was hidden already. */
const placeholder = /\[[^\]]*\]/gu;
const shortest = 2;

/**
 * What in a text may be a name that no list knows: a sibling elsewhere, a foster parent. Capitals tell most of them, a
 * list of first names the rest; neither finds every name, and both find words that are none. `ordinary`: lower-case
 * words that are no names here.
 */
export function likelyNames(text: string, ordinary: ReadonlySet<string> = new Set()): LikelyNames {
  const line = text.normalize('NFC').replaceAll(placeholder, (hidden) => ' '.repeat(hidden.length));
  const words = new Set<string>();
  const hints = new Set<string>();
  for (const { 0: found, index } of line.matchAll(word)) {
    const kind = kindOf(found, sentenceStart.test(line.slice(Math.max(0, index - 40), index)), ordinary);
    if (kind !== null) (kind === 'word' ? words : hints).add(found);
  }
  return { words: [...words], hints: [...hints] };
}

function kindOf(found: string, isFirst: boolean, ordinary: ReadonlySet<string>): 'word' | 'hint' | null {
  const lower = found.toLocaleLowerCase('da');
  if (found.length < shortest || isOrdinary(lower, ordinary) || isAbbreviation(found)) return null;
  const isCapital = found.charAt(0) !== lower.charAt(0);
  const given = formsOf(lower).filter((form) => firstNames.has(form));
  const isGiven = given.length > 0;
  const isWordToo = given.every((form) => wordsAndNames.has(form));
  if (!isCapital) return isGiven && !isWordToo ? 'hint' : null;
  if (isFirst) return isGiven && !isWordToo ? 'word' : null;
  return 'word';
}

function isOrdinary(lower: string, ordinary: ReadonlySet<string>): boolean {
  return capitalWords.has(lower) || ordinary.has(lower);
}

/** CPR, BFU, "PPR's": nobody is called by capitals only. */
function isAbbreviation(found: string): boolean {
  const stem = found.replace(/['’]s$/u, '');
  return stem.length <= 5 && stem === stem.toLocaleUpperCase('da') && stem !== stem.toLocaleLowerCase('da');
}

/** The word, what it is the genitive of, and the parts of each. */
function formsOf(lower: string): readonly string[] {
  const forms = [lower, lower.replace(/['’]?s$/u, '')];
  return [...new Set([...forms, ...forms.flatMap((form) => form.split('-'))])];
}
