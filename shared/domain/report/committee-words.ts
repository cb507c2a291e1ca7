import { z } from 'zod';

/** The words of the committee page; a person may change every line of the proposal. */
export const committeeWords = z.object({
  conclusion: z.string().max(600),
  works: z.array(z.string().max(300)).max(5),
  improve: z.array(z.string().max(300)).max(5),
  recommendation: z.string().max(600),
});
export type CommitteeWords = z.output<typeof committeeWords>;
