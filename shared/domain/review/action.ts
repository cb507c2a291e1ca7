import { z } from 'zod';

/** What was promised after a finding: put this case right, or change the practice. */
export const actionKind = z.enum(['case', 'practice']);
export type ActionKind = z.output<typeof actionKind>;

export const actionDraft = z.object({
  roundId: z.string(),
  caseId: z.string().nullable(),
  itemId: z.string().nullable(),
  kind: actionKind,
  text: z.string().trim().min(1).max(2_000),
  owner: z.string().trim().max(200),
  due: z.iso.date().nullable(),
});
export type ActionDraft = z.output<typeof actionDraft>;

/** An action of the register. `done` is the ISO date it was done, or null while it is open. */
export interface Action extends ActionDraft {
  readonly id: string;
  readonly critical: boolean;
  readonly created: string;
  readonly done: string | null;
}
