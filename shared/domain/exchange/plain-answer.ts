import { z } from 'zod';

import { answerValues, suggestedValues } from '../review/answer.ts';
import type { AnswerContent, Cell } from './cells.ts';
import type { Version } from './version.ts';

export const longestName = 200;
export const longestInstant = 40;
export const longestText = 20_000;
export const longestCell = 1_000;
export const mostAncestors = 10_000;
export const versionId = /^[0-9a-f]{16}$/u;
/** What `z.iso.datetime()` takes. */
const instant = z.regexes.datetime({});

const values: ReadonlySet<unknown> = new Set([...answerValues, null]);
const suggestions: ReadonlySet<unknown> = new Set(suggestedValues);
const maybe: ReadonlySet<string> = new Set(['goodPractice', 'suggested', 'byFacts']);

type Fields = Readonly<Record<string, unknown>>;

/**
 * An answer cell of one version, read as the schema of a package's cells reads it, at a tenth of the cost: a package holds
 * thousands. Null for everything else, also for answers in rarer forms; of those the schema decides. `cellOf` takes a name
 * apart.
 */
export function plainAnswer(
  entry: unknown,
  cellOf: (name: string) => Cell | null,
): readonly [string, readonly Version<AnswerContent>[]] | null {
  if (!Array.isArray(entry) || entry.length !== 2) return null;
  const [cell, heads] = entry as readonly unknown[];
  if (typeof cell !== 'string' || cell.length > longestCell || !cell.startsWith('answer/')) return null;
  if (!Array.isArray(heads) || heads.length !== 1 || cellOf(cell) === null) return null;
  const version = plainVersion(heads[0]);
  return version === null ? null : [cell, [version]];
}

function plainVersion(value: unknown): Version<AnswerContent> | null {
  if (!isPlainObject(value) || countOf(value) !== 5) return null;
  const { id, content, by, at, ancestors } = value as Fields;
  if (typeof id !== 'string' || !versionId.test(id) || !isText(by, longestName)) return null;
  if (!isText(at, longestInstant) || !instant.test(at)) return null;
  const [said, replaced] = [plainContent(content), plainAncestors(ancestors, id)];
  return said === null || replaced === null ? null : { id, content: said, by, at, ancestors: replaced };
}

function plainContent(value: unknown): AnswerContent | null {
  if (!isPlainObject(value)) return null;
  const { value: answer, note, evidence } = value as Fields;
  if (!isValue(answer) || !isText(note, longestText) || !isText(evidence, longestText)) return null;
  // None of the three is undefined, so three keys are these.
  return countOf(value) === 3 ? { value: answer, note, evidence } : withMore(value, { value: answer, note, evidence });
}

/** With what few answers have. */
function withMore(value: object, said: AnswerContent): AnswerContent | null {
  const { value: _, note: _note, evidence: _evidence, ...rest } = value as Fields;
  const keys = Object.keys(rest);
  const isKnown = keys.every((key) => maybe.has(key) && isMaybe(key, rest[key]));
  return isKnown ? ({ ...said, ...rest } as AnswerContent) : null;
}

function isMaybe(key: string, part: unknown): boolean {
  if (key === 'goodPractice') return isText(part, longestText);
  return key === 'suggested' ? suggestions.has(part) : part === true;
}

/** Sorted, each once, and not the version itself. */
function plainAncestors(value: unknown, id: string): readonly string[] | null {
  if (!Array.isArray(value) || value.length > mostAncestors) return null;
  const ancestors: string[] = [];
  let last = '';
  for (const ancestor of value as readonly unknown[]) {
    if (typeof ancestor !== 'string' || !versionId.test(ancestor) || ancestor <= last || ancestor === id) return null;
    ancestors.push(ancestor);
    last = ancestor;
  }
  return ancestors;
}

/** As JSON makes them. */
function isPlainObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype;
}

function countOf(value: object): number {
  return Object.keys(value).length;
}

function isText(value: unknown, longest: number): value is string {
  return typeof value === 'string' && value.length <= longest;
}

function isValue(value: unknown): value is AnswerContent['value'] {
  return values.has(value);
}
