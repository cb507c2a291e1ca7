import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

import { describe, expect, it } from 'vitest';

import { importExport, inspectExport } from '#core/importing/import-export.ts';
import { openExport } from '#core/importing/open-export.ts';
import { addMonths, toDate } from '#shared/domain/calendar/local-date.ts';
import type { CaseRecord } from '#shared/domain/population/case.ts';

const folder = join(import.meta.dirname, '../../fixtures/exports');

interface Expected {
  readonly rows: unknown;
  readonly cases: number;
  readonly casesPerTeam: Readonly<Record<string, number>>;
  readonly caseworkers: number;
  readonly problemCounts: Readonly<Record<string, number>>;
  readonly problems: readonly { row: number; column?: string; code: string }[];
  readonly headerRow: number;
  readonly sheet?: string;
  readonly bfuOver4Months: number;
}

const textFields = (
  'case_id cpr child_name caseworker team case_type legal_basis status opened report_received_at report_assessed_at ' +
  'report_receipt_sent awareness_date bfu_start bfu_end child_talk_dates decision_date support_start plan_date ' +
  'followup_dates next_followup placement_start visit_dates consent_date'
).split(' ');

const examples: readonly [string, readonly string[]][] = [
  ['sager-win1252.csv', textFields],
  ['sager-utf16-tab.txt', textFields],
  ['indsatser-flere-raekker.xlsx', [...textFields, 'fact', 'fact']],
];

async function open(name: string) {
  return openExport(name, await readFile(join(folder, name)));
}

async function run(name: string) {
  const call = { signal: new AbortController().signal, report: () => undefined };
  return importExport(await open(name), {}, call);
}

function countBy<T>(items: readonly T[], keyOf: (item: T) => string): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const item of items) counts[keyOf(item)] = (counts[keyOf(item)] ?? 0) + 1;
  return counts;
}

/** A finished assessment later than four calendar months after awareness, else the report, else its own start. */
function isBfuOverdue({ values }: CaseRecord): boolean {
  const { awareness_date, report_received_at, bfu_start, bfu_end } = values;
  const start = awareness_date ?? (report_received_at === undefined ? bfu_start : toDate(report_received_at));
  return bfu_end !== undefined && start !== undefined && bfu_end > addMonths(start, 4);
}

describe.each(examples)('%s', (name, fields) => {
  it('gives exactly the cases, counts and problems that are written beside it', async () => {
    const expected = JSON.parse(await readFile(join(folder, `${name}.expected.json`), 'utf8')) as Expected;
    const { rows, cases, problems, mapping } = await run(name);
    expect(rows).toEqual(expected.rows);
    expect(cases).toHaveLength(expected.cases);
    expect(
      problems.map(({ row, column, code }) => (column === undefined ? { row, code } : { row, column, code })),
    ).toEqual(expected.problems);
    expect(countBy(problems, ({ code }) => code)).toEqual(expected.problemCounts);
    expect(countBy(cases, ({ values }) => values.team ?? '')).toEqual(expected.casesPerTeam);
    expect(new Set(cases.map(({ values }) => values.caseworker)).size).toBe(expected.caseworkers);
    expect(cases.filter(isBfuOverdue)).toHaveLength(expected.bfuOver4Months);
    expect(mapping.headerRow).toBe(expected.headerRow);
    expect(mapping.sheet).toBe(expected.sheet ?? null);
  });

  it('knows every column by itself', async () => {
    const { columns } = await run(name);
    expect(columns.map(({ field }) => field)).toEqual(fields);
    for (const { field, confidence } of columns) if (field !== 'fact') expect(confidence).toBeGreaterThan(0.85);
  });

  it('looks the same before the import as during it', async () => {
    const inspection = await inspectExport(await open(name), { fileName: name });
    const { mapping } = await run(name);
    expect(inspection.mapping).toEqual(mapping);
    expect(inspection.columns.every(({ examples }) => examples.length <= 5)).toBe(true);
    expect(JSON.stringify(inspection.columns)).not.toMatch(/\d{6}-?\d{4}/);
  });
});

describe('an import of several rows per case', () => {
  it('keeps the newest measure on the case and every row as an activity', async () => {
    const { cases } = await run('indsatser-flere-raekker.xlsx');
    const [first] = cases;
    expect(first?.id).toBe('BF-2023-00001');
    expect(first?.values).toMatchObject({ cpr: '6305234152', support_start: '2024-01-08', birth_date: '2023-05-03' });
    expect(first?.activities.map(({ row, values }) => [row, values.support_start])).toEqual([
      [4, '2023-09-10'],
      [5, '2023-11-09'],
      [6, '2024-01-08'],
    ]);
  });
});
