import { beforeAll, describe, expect, it } from 'vitest';

import { writeWorkbook } from '#core/report/write-workbook.ts';
import { buildReport } from '#shared/domain/report/build-report.ts';
import type { ReportSource } from '#shared/domain/report/source.ts';

import { answersKept, type EarlierOptions, withEarlier } from '../../unit/report/earlier-fixture.ts';
import { barnetsLov, reportSource } from '../../unit/report/report-fixture.ts';
import { printedPages } from './printed-pages.ts';
import { officeMissing } from './read-back.ts';

const missing = officeMissing();
if (missing !== null) console.warn(`counting pages is skipped: ${missing}`);

const text = (length: number) =>
  'Barnets holdning er nævnt, men ikke hentet ind. '
    .repeat(Math.ceil(length / 48))
    .slice(0, length)
    .trim();

/** The longest words, names and actions that the committee's pages take, with eight areas. */
function wordy(source: ReportSource): ReportSource {
  const lines = Array.from({ length: 5 }, () => text(300));
  const actions = source.actions.map((action) => ({ ...action, text: text(2000), owner: text(200) }));
  const long = (template: ReportSource['template']) => ({
    ...template,
    areas: [
      ...template.areas,
      { id: 'Y', name: 'Støtte', short: 'Økonomisk støtte til familien og netværket' },
      { id: 'Z', name: 'Opfølgning', short: 'Opfølgning på anbringelser uden for hjemmet' },
    ],
    sections: template.sections.map((section, index) => ({
      ...section,
      items: section.items.map((item) =>
        index === 0 ? { ...item, area: 'Y' } : index === 1 ? { ...item, area: 'Z' } : item,
      ),
    })),
  });
  return {
    ...source,
    template: long(source.template),
    profile: { ...source.profile, municipality: text(100), department: text(100) },
    round: { ...source.round, name: text(100) },
    words: { conclusion: text(600), works: lines, improve: lines, recommendation: text(600) },
    actions: [...actions, ...actions.map((action) => ({ ...action, done: '2025-06-01' }))],
    earlier: source.earlier.map((round) => ({ ...round, template: long(round.template), name: text(100) })),
  };
}

/** So many rounds of one year, this one the last. */
function yearOf(rounds: number): ReportSource {
  const earlier = Array.from({ length: rounds - 1 }, (_, index): EarlierOptions => {
    const month = String(index + 1).padStart(2, '0');
    return { name: `Måned ${index + 1}`, asOf: `2025-${month}-28`, answers: answersKept(0.8, index + 1) };
  });
  const source = withEarlier(reportSource({ targeted: 3 }), earlier);
  return { ...source, record: { ...source.record, asOf: '2025-12-31' } };
}

describe.skipIf(missing !== null)('the committee reports on paper', () => {
  const reports = [
    ['as proposed', 'political', reportSource({ targeted: 3 })],
    ['with the longest words after eleven rounds', 'political', wordy(yearOf(12))],
    ['of a year with one round', 'year', yearOf(1)],
    ['of a year with four rounds and the longest words', 'year', wordy(yearOf(4))],
    ['of a year with twelve rounds and the longest words', 'year', wordy(yearOf(12))],
  ] as const;
  let printed: Readonly<Record<string, readonly string[]>>;

  beforeAll(async () => {
    const written = reports.map(
      async ([name, kind, source]) => [name, await writeWorkbook(buildReport(kind, source).workbook)] as const,
    );
    printed = printedPages(Object.fromEntries(await Promise.all(written)));
  }, 240_000);

  it.each(reports)('are one A4 page and one method page, %s', (name) => {
    expect(printed[name]).toHaveLength(2);
  });

  it('have eight areas where the checklist has', () => {
    const { rows } = buildReport('political', wordy(reportSource())).workbook.sheets[0]!;
    expect(rows.filter(({ cells }) => cells[1]?.style === 'dots')).toHaveLength(barnetsLov.areas.length + 2);
  });
});
