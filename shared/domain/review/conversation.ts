import { z } from 'zod';

/** What was said and agreed when the leader talked the case through with the caseworker. */
export const conversation = z.object({
  /** The day of the talk, or null before it. */
  held: z.iso.date().nullable(),
  /** What is good, first. */
  praise: z.string().max(5_000),
  agreement: z.string().max(5_000),
  due: z.iso.date().nullable(),
});
export type Conversation = z.output<typeof conversation>;

export const stances = ['agree', 'disagree'] as const;
export type Stance = (typeof stances)[number];

/** The caseworker's own comment on an answer; it stands beside the answer and changes nothing in it. */
export const caseworkerComment = z.object({ stance: z.enum(stances), text: z.string().max(2_000) });
export type CaseworkerComment = z.output<typeof caseworkerComment>;
