import { describe, expect, it } from 'vitest';

import { writeWorkbook } from '#core/report/write-workbook.ts';
import { buildReport } from '#shared/domain/report/build-report.ts';
import type { ReportSource } from '#shared/domain/report/source.ts';

import { reportSource } from '../../unit/report/report-fixture.ts';
import { countPages, officeMissing } from './read-back.ts';

const missing = officeMissing();
if (missing !== null) console.warn(`counting pages is skipped: ${missing}`);

/** The longest words that the committee's page takes. */
function wordy(source: ReportSource): ReportSource {
  const text = (length: number) =>
    'Barnets holdning er nævnt, men ikke hentet ind. '.repeat(20).slice(0, length).trim();
  const lines = Array.from({ length: 5 }, () => text(300));
  return { ...source, words: { conclusion: text(600), works: lines, improve: lines, recommendation: text(600) } };
}

describe.skipIf(missing !== null)('the committee report on paper', () => {
  it.each([
    ['as proposed', reportSource({ targeted: 3 })],
    ['with the longest words', wordy(reportSource({ closed: 12 }))],
  ])(
    'is one A4 page and one method page, %s',
    async (_, source) => {
      expect(countPages(await writeWorkbook(buildReport('political', source).workbook))).toBe(2);
    },
    120_000,
  );
});
