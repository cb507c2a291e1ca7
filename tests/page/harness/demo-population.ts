import type { PopulationComparison } from '#shared/contract/population.ts';
import type { LocalDate } from '#shared/domain/calendar/local-date.ts';
import { type DateCheckLine, dateCheckRules } from '#shared/domain/population/date-check.ts';
import type { DateFinding } from '#shared/domain/review/date-finding.ts';

const known: Readonly<Record<string, Omit<DateCheckLine, 'rule'>>> = {
  R01: { kept: 301, broken: 12, unclear: 40, missing: 31, notRelevant: 36 },
  R02: { kept: 280, broken: 25, unclear: 10, missing: 69, notRelevant: 36 },
  R07: { kept: 96, broken: 31, unclear: 14, missing: 8, notRelevant: 271 },
  R09: { kept: 110, broken: 58, unclear: 0, missing: 20, notRelevant: 232 },
  R14: { kept: 71, broken: 9, unclear: 3, missing: 22, notRelevant: 315 },
  R15: { kept: 64, broken: 17, unclear: 0, missing: 24, notRelevant: 315 },
  R19: { kept: 5, broken: 2, unclear: 0, missing: 0, notRelevant: 413 },
};

/** Every rule of the check; those without figures of their own concern no case. */
export const demoDateCheck: readonly DateCheckLine[] = dateCheckRules.map((rule) => ({
  rule,
  ...(known[rule] ?? { kept: 0, broken: 0, unclear: 0, missing: 0, notRelevant: 420 }),
}));

export const demoFinding: DateFinding = {
  rule: 'R07',
  verdict: 'no',
  words:
    'Opmærksom 03-02-2025, afsluttet 20-07-2025: 5 måneder og 17 dage (frist 4 måneder, barnets lov § 20, stk. 3).',
  dates: [
    { label: 'opmærksom på behov', moment: '2025-02-03' as LocalDate },
    { label: 'børnefaglig undersøgelse afsluttet', moment: '2025-07-20' as LocalDate },
  ],
  exceededBy: 47,
  deadline: { from: '2025-02-03' as LocalDate, until: '2025-06-03' as LocalDate },
};

export function demoComparison(importId: string): PopulationComparison {
  return {
    importId,
    earlier: { importId: 'import-1', fileName: 'eksempel-sager.csv', importedAt: '2025-10-20T13:05:00' },
    fresh: { count: 31, caseIds: ['2025-00410', '2025-00411'] },
    gone: { count: 12, caseIds: ['2024-00007', '2024-00009', '2024-00031'] },
    changed: { count: 204, caseIds: ['2025-00001'] },
    changedFields: [
      { field: 'status', count: 120 },
      { field: 'team', count: 91 },
      { field: 'activities', count: 12 },
    ],
    reviewed: { count: 18, cases: [{ caseId: '2025-00012', closedAt: '2025-06-02T10:00:00.000Z' }] },
  };
}
