import type { Path } from './json-lines.ts';

/** What can be wrong with a template file. */
export const templateProblemCodes = [
  'not-json',
  'not-a-template',
  'missing',
  'wrong-value',
  'unknown-severity',
  'unknown-area',
  'unknown-type',
  'unknown-rule',
  'unknown-condition',
  'wrong-parameters',
  'unknown-item',
  'duplicate-id',
  'bad-id',
  'condition-cycle',
  'too-many-items',
  'text-too-long',
  'html',
  'roll-up-incomplete',
  'duplicate-area',
] as const;
export type TemplateProblemCode = (typeof templateProblemCodes)[number];

/** One thing that is wrong: the line as a text editor or Excel shows it (null for a draft that is no file). */
export interface TemplateProblem {
  readonly line: number | null;
  /** The field's name in the file, and for an item its id: `barnets-stemme: severity`. */
  readonly field: string;
  readonly code: TemplateProblemCode;
  /** One Danish sentence. */
  readonly words: string;
}

/** Adds a problem: where it stands, what it is, and what its sentence names. */
export type ReportProblem = (path: Path, code: TemplateProblemCode, value?: string) => void;
