import { z } from 'zod';

/** What was promised after a finding: put this case right, or change the practice. */
export const actionKind = z.enum(['case', 'practice']);
export type ActionKind = z.output<typeof actionKind>;

/**
 * The eight recommendations of the national Task Force to municipalities, as categories of practice actions
 * (law and practice, section 3.4). Their Danish words are in shared/words/recommendations.ts.
 */
export const recommendations = [
  'leadership',
  'management-follow-up',
  'competence',
  'follow-up-in-cases',
  'workflows',
  'implementation',
  'shared-methods',
  'journal-practice',
] as const;
export const recommendation = z.enum(recommendations);
export type Recommendation = z.output<typeof recommendation>;

export const actionDraft = z.object({
  roundId: z.string(),
  caseId: z.string().nullable(),
  itemId: z.string().nullable(),
  kind: actionKind,
  text: z.string().trim().min(1).max(2_000),
  owner: z.string().trim().max(200),
  due: z.iso.date().nullable(),
  /** Which recommendation a change of practice answers; none for a single case. */
  category: recommendation.nullable().default(null),
});
export type ActionDraft = z.output<typeof actionDraft>;

/** How an item came out in the random part of a round: yes of the relevant answers. */
export interface ItemMeasure {
  readonly roundId: string;
  readonly yes: number;
  readonly n: number;
}

/** An action of the register. `done` is the ISO date it was done, or null while it is open. */
export interface Action extends ActionDraft {
  readonly id: string;
  readonly critical: boolean;
  readonly created: string;
  readonly done: string | null;
  /** For a change of practice on an item: the same item before and in the later sample that closed it. */
  readonly measured: { readonly before: ItemMeasure; readonly after: ItemMeasure } | null;
}

/** True for a change of practice on an item: only a later sample of the same item shows whether it is done. */
export function isMeasured({ kind, itemId }: Pick<Action, 'kind' | 'itemId'>): boolean {
  return kind === 'practice' && itemId !== null;
}
