import { describe, expect, it } from 'vitest';

import { buildReport } from '#shared/domain/report/build-report.ts';
import type { ReportSource } from '#shared/domain/report/source.ts';
import type { CellValue } from '#shared/domain/report/workbook.ts';
import type { ChecklistTemplate } from '#shared/domain/review/template.ts';

import { answersKept, withEarlier } from './earlier-fixture.ts';
import { reportSource } from './report-fixture.ts';
import { fc } from '../../support/fast-check.ts';

const hostile = fc.oneof(
  fc.constantFrom(
    '=HYPERLINK("http://x","y")',
    '+1',
    '-1',
    '@SUM(A1)',
    '\t=1',
    '</w:t><script>',
    '{{x}}',
    '${x}',
    '%n%s',
    '\u202Eabc',
    '\uD800',
    '\u0000',
    ' ',
    '',
    '&&&L',
    "' OR 1=1 --",
    'ord\r\n'.repeat(60),
    'x'.repeat(3000),
    'å'.repeat(400),
  ),
  fc.string({ unit: 'binary', maxLength: 60 }),
);

const textOf = (value: CellValue): string => (typeof value === 'string' ? value : '');

const quarters = [1, 2, 3, 4, 5, 6, 7].map((month) => ({
  name: `Runde ${month}`,
  asOf: `2025-0${month}-28`,
  answers: answersKept(0.8, month),
}));
const base = withEarlier(reportSource({ targeted: 2 }), quarters);

/** One text in every field that a person, a file or a checklist may fill. */
function filled(said: string): ReportSource {
  const template = (each: ChecklistTemplate): ChecklistTemplate => ({
    ...each,
    title: said,
    areas: each.areas.map((area) => ({ ...area, name: said, short: said })),
    sections: each.sections.map((section) => ({
      ...section,
      title: said,
      items: section.items.map((item) => ({ ...item, question: said, law: said, applies: said })),
    })),
  });
  const actions = (all: ReportSource['actions']) => all.map((action) => ({ ...action, text: said, owner: said }));
  return {
    ...base,
    profile: { municipality: said, department: said, reviewer: said },
    programVersion: said,
    round: { ...base.round, name: said },
    record: { ...base.record, asOf: '2025-12-31', seed: said, populationFingerprint: said },
    template: template(base.template),
    words: { conclusion: said, works: [said, said], improve: [said], recommendation: said },
    actions: [...actions(base.actions), ...actions(base.actions).map((action) => ({ ...action, done: '2025-03-01' }))],
    earlier: base.earlier.map((each) => ({
      ...each,
      name: said,
      template: template(each.template),
      actions: actions(each.actions),
    })),
    benchmarks: base.benchmarks && {
      ...base.benchmarks,
      warning: said,
      figures: base.benchmarks.figures.map((each) => ({ ...each, point: said, year: said })),
    },
  };
}

describe.each(['political', 'year'] as const)('the committee report "%s" of a source full of hostile texts', (kind) => {
  it('keeps its two sheets, its tables their columns, and every text a text', () => {
    fc.assert(
      fc.property(hostile, (said) => {
        const { sheets, title } = buildReport(kind, filled(said)).workbook;
        expect(sheets.map(({ name, onePage }) => [name, onePage])).toEqual([
          ['Udvalg', true],
          ['Metode', true],
        ]);
        expect(title).toMatch(/^Ledelsestilsyn med børnesager/);
        for (const { rows, widths } of sheets) {
          for (const { cells } of rows.filter((row) => row.cells.length > 1)) {
            expect(cells.reduce((sum, { span = 1 }) => sum + span, 0)).toBe(widths.length);
          }
          for (const { value } of rows.flatMap(({ cells }) => cells)) expect(typeof value).toBe('string');
        }
      }),
      { numRuns: 40 },
    );
  });

  it('holds only so much of a long action, question or name of a round as the page has room for', () => {
    const { sheets } = buildReport(kind, filled('y'.repeat(3000))).workbook;
    const own = new Set(['lead', 'text', 'subtitle', 'cell-wrap', 'muted', 'label']);
    const longest = sheets[0]!.rows
      .flatMap(({ cells }) => cells)
      .filter(({ value, style }) => typeof value === 'string' && /^\d\.  y/.test(value) && own.has(style ?? 'text'));
    expect(longest.length).toBeGreaterThan(0);
    for (const { value } of longest) expect(textOf(value).length).toBeLessThan(500);
    const header = sheets[0]!.rows.filter(({ isHeader }) => isHeader).flatMap(({ cells }) => cells);
    for (const { value } of header) expect(textOf(value).length).toBeLessThanOrEqual(40);
  });
});
