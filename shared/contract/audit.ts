import { z } from 'zod';

import { fileRef, ofType, type OperationSpec } from './operation.ts';

export interface AuditListLine {
  /** Counts from 1 without holes. */
  readonly number: number;
  readonly at: string;
  readonly who: string;
  readonly kind: string;
  /** An id. The case number where its round is still there; a mark that names no one where it is deleted. */
  readonly target: string;
}

export interface AuditCheck {
  readonly sound: boolean;
  readonly lines: number;
  /** The first line that does not fit, or null. */
  readonly brokenAt: number | null;
  /** Hexadecimal; noted outside the program it witnesses every line up to it. */
  readonly lastHash: string;
}

export const auditOperations = {
  /** Newest first, below the line number `before`. */
  'audit.list': {
    kind: 'query',
    input: z.object({ before: z.int().positive().optional(), limit: z.int().min(1).max(500) }),
    output: ofType<{ readonly lines: readonly AuditListLine[]; readonly total: number }>(),
  },
  'audit.check': { kind: 'query', input: z.object({}), output: ofType<AuditCheck>() },
  'audit.save': {
    kind: 'command',
    input: z.object({ target: fileRef }),
    output: ofType<{ readonly name: string }>(),
  },
} as const satisfies Record<string, OperationSpec>;
