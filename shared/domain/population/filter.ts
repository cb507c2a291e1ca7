import { z } from 'zod';

import { type FieldId, isFieldId } from '../importing/fields.ts';

/** A canonical field of a case. */
export const fieldId = z.custom<FieldId>((value) => typeof value === 'string' && isFieldId(value), 'unknown field');

/** One condition on a case. Dates are ISO `yyyy-mm-dd`, both ends included; texts compare exactly after NFC and trim. */
export const caseFilter = z.union([
  z.object({ field: fieldId, oneOf: z.array(z.string()).min(1) }),
  z.object({ field: fieldId, noneOf: z.array(z.string()).min(1) }),
  z
    .object({ field: fieldId, from: z.iso.date().optional(), to: z.iso.date().optional() })
    .refine((f) => f.from ?? f.to),
  z.object({ field: fieldId, filled: z.boolean() }),
]);
export type CaseFilter = z.output<typeof caseFilter>;
