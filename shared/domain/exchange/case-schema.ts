import { z } from 'zod';

import { isLocalDate, parseIso } from '../calendar/local-date.ts';
import { type FieldId, fieldKinds, type FieldValues, isFieldId } from '../importing/fields.ts';
import type { CaseRecord } from '../population/case.ts';

type Check = (value: unknown) => boolean;

const isText: Check = (value) => typeof value === 'string' && value !== '';
const isMoment: Check = (value) => typeof value === 'string' && parseIso(value) === value;
const isFlag: Check = (value) => typeof value === 'boolean';
const every =
  (check: Check): Check =>
  (value) =>
    Array.isArray(value) && value.every(check);

const checks: Readonly<Record<(typeof fieldKinds)[FieldId], Check>> = {
  text: isText,
  cpr: isText,
  date: (value) => typeof value === 'string' && isLocalDate(value),
  moment: isMoment,
  moments: every(isMoment),
  flag: isFlag,
  flags: every(isFlag),
};

/** The values of a case as an import makes them: known fields only, each of its kind, none empty. */
const fieldValues = z.custom<FieldValues>(
  (value) =>
    typeof value === 'object' &&
    value !== null &&
    !Array.isArray(value) &&
    Object.entries(value).every(([field, each]) => isFieldId(field) && checks[fieldKinds[field]](each)),
  'not the values of a case',
);

/** A case from outside the program. */
export const caseRecord: z.ZodType<CaseRecord> = z.strictObject({
  id: z.string().min(1).max(200),
  values: fieldValues,
  facts: z.record(z.string(), z.string()),
  activities: z.array(z.strictObject({ row: z.int().nonnegative(), values: fieldValues })),
});
