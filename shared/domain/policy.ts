import { z } from 'zod';

/** After how many minutes without a key or a pointer the workspace may lock. */
export const lockMinutes = [5, 10, 15, 30, 60] as const;
export type LockMinutes = (typeof lockMinutes)[number];

/**
 * What the organisation has decided for this computer. A field that is absent, or null, leaves the choice to the
 * person. A name that is not known here makes the whole file invalid: a misspelt rule must not count as no rule.
 */
const policyFile = z.strictObject({
  /** The passphrase cannot be removed, whatever else opens the workspace. */
  forcePassphrase: z.boolean().default(false),
  /** The longest time that a round may be kept, in months. */
  retentionMonths: z.int().min(1).max(60).nullable().default(null),
  /** No report that names cases leaves the program; only the committee's reports do. */
  forbidInternalExport: z.boolean().default(false),
  /** false: the window is never seen in screen recordings. true: it is seen from the start; the person may hide it. */
  allowScreenCapture: z.boolean().nullable().default(null),
  /** The longest time before the workspace locks by itself. */
  lockAfterMinutes: z.literal(lockMinutes).nullable().default(null),
});

export type Policy = Readonly<z.output<typeof policyFile>> & {
  /** The file that says so; null where there is none. */
  readonly source: string | null;
};

/** No file: nothing is forced and nothing is forbidden. */
export const noPolicy: Policy = { ...policyFile.parse({}), source: null };

/** The policy that a file's text says; null for everything that is not exactly one. */
export function parsePolicy(text: string, source: string): Policy | null {
  const parsed = policyFile.safeParse(jsonOf(text));
  return parsed.success ? { ...parsed.data, source } : null;
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
