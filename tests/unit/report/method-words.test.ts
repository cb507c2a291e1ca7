import { describe, expect, it } from 'vitest';

import { buildReport } from '../../../shared/domain/report/build-report.ts';
import { reportSource } from './report-fixture.ts';

const source = reportSource();
const systematic = {
  ...source,
  record: {
    ...source.record,
    method: 'LT1-S' as const,
    enlargements: [
      {
        partIndex: 0,
        size: 40,
        added: 10,
        afterReplacements: 0,
        reason: 'Flere læsere',
        at: '2026-02-01T09:00:00.000Z',
      },
    ],
  },
};
const textOf = (kind: 'administrative' | 'political', of: typeof source): string =>
  JSON.stringify(buildReport(kind, of).workbook);

describe('the method in the reports', () => {
  it.each(['administrative', 'political'] as const)('is the one of the draw (%s)', (kind) => {
    expect(textOf(kind, source)).toContain('LT1:');
    expect(textOf(kind, source)).not.toContain('LT1-S');
    expect(textOf(kind, systematic)).toContain('LT1-S: ');
  });

  it('says to the leadership when and why a sample was enlarged', () => {
    expect(textOf('administrative', systematic)).toContain('10 sager til, 01-02-2026: Flere læsere');
  });

  it('names conditions and rules in words, not by their codes', () => {
    const { record } = reportSource({ targeted: 3 });
    const parts = record.plan.parts.map((part) => ({
      ...part,
      where: [{ field: 'status' as const, oneOf: ['Åben'] }],
    }));
    const narrowed = { ...source, record: { ...record, plan: { ...record.plan, parts } } };
    const text = textOf('administrative', narrowed);
    expect(text).toContain('status: Åben');
    expect(text).toContain('Gruppe: Undersøgelsen tog mere end fire måneder');
    expect(text).not.toContain('Gruppe: bfu-over-4-maaneder');
  });

  it('says on the page of each case why it was drawn, and in which draw', () => {
    const read = reportSource({ closed: 1 });
    const third = { ...read, record: { ...read.record, drawNumber: 3, redrawReason: 'Fejl i udtræk' } };
    const text = JSON.stringify(buildReport('casework', third).workbook);
    expect(text).toMatch(/Tilfældigt trukket som nr\. 1[^"]*\(trækning nr\. 3\)/u);
  });
});
