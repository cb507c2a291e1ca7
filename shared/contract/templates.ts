import { z } from 'zod';

import type { TemplateProblem } from '../domain/review/template-problem.ts';
import { type ChecklistTemplate, itemChange } from '../domain/review/template.ts';
import { fileRef, ofType, type OperationSpec } from './operation.ts';

/** One edition of a template on the shelf. */
export interface TemplateLine {
  readonly id: string;
  readonly edition: number;
  readonly title: string;
  /** How many items are asked; those switched off do not count. */
  readonly items: number;
  readonly source: 'built-in' | 'own';
  /** True for the edition that a new round would use. */
  readonly newest: boolean;
}

/** What came of keeping a template: the edition it is kept as, or everything that is wrong with it. */
export interface TemplateOutcome {
  readonly saved: TemplateLine | null;
  readonly problems: readonly TemplateProblem[];
}

/** A template before it has its edition. Its id may be that of a built-in one: the copy gets an id of its own. */
export type TemplateDraft = Omit<ChecklistTemplate, 'edition' | 'id'> & { readonly id: string | null };

/** Whether an item applies to a case, why, and the law it is judged by there; Danish sentences. */
export interface ItemApplicability {
  /** `unknown`: the facts do not show it, so the item is shown. */
  readonly applies: 'yes' | 'no' | 'unknown';
  readonly reason: string;
  readonly law: string;
}

const draft = z.custom<TemplateDraft>((value) => typeof value === 'object' && value !== null);
const edition = { id: z.string().min(1), edition: z.int().positive() };

export const templateOperations = {
  /** Built-in templates first, then own ones by title; the newest edition of each first. */
  'review.templates': { kind: 'query', input: z.object({}), output: ofType<readonly TemplateLine[]>() },
  /** The whole edition, with the items that are switched off. */
  'review.template': { kind: 'query', input: z.object(edition), output: ofType<ChecklistTemplate>() },
  /**
   * Keeps a draft as a new edition; editions never change. `changes` says of an item what became of it, where that is
   * not what comparing it with the former edition proposes.
   */
  'review.saveTemplate': {
    kind: 'command',
    input: z.object({ template: draft, changes: z.record(z.string(), itemChange).optional() }),
    output: ofType<TemplateOutcome>(),
  },
  'review.importTemplate': { kind: 'command', input: z.object({ file: fileRef }), output: ofType<TemplateOutcome>() },
  'review.exportTemplate': {
    kind: 'command',
    input: z.object({ ...edition, target: fileRef, format: z.enum(['json', 'xlsx']) }),
    output: ofType<{ readonly name: string }>(),
  },
} as const satisfies Record<string, OperationSpec>;
