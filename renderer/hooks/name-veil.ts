import { hiddenNameWords, type NamedRole } from '../words/hidden-names.ts';
import { code, cprNumber, createNameRoll, nameWord } from './name-roll.ts';

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

/** Most texts of a long list are numbers and codes: they are passed by without looking for names. */
const mayName = /\p{Lu}|\d{6}|.{12}/u;

export function createNameVeil(): NameVeil {
  const roll = createNameRoll();
  const listeners = new Set<() => void>();
  let version = 0;

  const learn = (value: unknown, role?: NamedRole): void => {
    if (typeof value === 'string') {
      if (role === undefined || !roll.note(value.trim(), role)) return;
      version += 1;
      queueMicrotask(() => listeners.forEach((listener) => listener()));
    } else if (Array.isArray(value)) {
      for (const one of value) learn(one, role);
    } else if (isPlain(value)) {
      for (const [field, inner] of Object.entries(value)) {
        learn(inner, roleOf[field] ?? (role !== undefined && field === 'value' ? role : undefined));
      }
    }
  };

  const veilText = (text: string, field: string): string => {
    if (unknownValues.has(field)) return maskUnknown(text);
    if (code.test(text) || !mayName.test(text)) return text;
    if (roll.isPerson(text, roleOf[field] !== undefined)) return roll.wordFor(text);
    return text.replaceAll(roll.pattern(), (found) => roll.wordFor(found));
  };

  return {
    learn: (value) => learn(value),
    veil: <T>(value: T): T => {
      learn(value);
      return mapTexts(value, veilText) as T;
    },
    unveil: <T>(value: T): T =>
      mapTexts(value, (text) => text.replaceAll(nameWord, (word) => roll.writtenAs(word) ?? word)) as T,
    forget: () => roll.clear(),
    version: () => version,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
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
