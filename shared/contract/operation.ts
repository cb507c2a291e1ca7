import { z } from 'zod';

/**
 * One row of the operations table. A `query` may run beside others; `command`s run one after another.
 * `progress` is present only where a call can take noticeable time.
 */
export interface OperationSpec {
  readonly kind: 'query' | 'command';
  readonly input: z.ZodType;
  readonly output: z.ZodType;
  readonly progress?: z.ZodType;
}

/** How far a long operation is. `label` is a code for the page's words, not a sentence; `rows`: read so far. */
export const stepProgress = z.object({
  done: z.number(),
  total: z.number(),
  label: z.string(),
  rows: z.number().optional(),
});
export type StepProgress = z.output<typeof stepProgress>;

/** An output that the core builds from its own types; only inputs come from outside and are checked at run time. */
export function ofType<T>(): z.ZodType<T, T> {
  return z.custom<T>();
}

/** A file that the host handed out: the page never names a path. */
export const fileRef = z.object({ ref: z.string().min(1), name: z.string() });
export type FileRef = z.output<typeof fileRef>;
