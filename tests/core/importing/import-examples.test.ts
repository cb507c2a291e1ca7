import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

import { describe, expect, it } from 'vitest';

import { type ImportedExport, importExport, inspectExport } from '#core/importing/import-export.ts';
import { openExport } from '#core/importing/open-export.ts';
import { AppError } from '#shared/contract/errors.ts';
import { addMonths, toDate } from '#shared/domain/calendar/local-date.ts';
import { mappingFile } from '#shared/domain/importing/mapping.ts';
import type { CaseRecord } from '#shared/domain/population/case.ts';

import { casesIn } from '../../fixtures/cases-of.ts';

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

const withCases = (imported: ImportedExport) => ({ ...imported, cases: casesIn(imported.pieces) });

async function run(name: string) {
  const call = { signal: new AbortController().signal, report: () => undefined };
  return withCases(await importExport(await open(name), {}, call));
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

const lines = [
  'Sagsnr;Navn;Dato 1;Dato 2;Barnets plan;Bemærkning',
  '2025-1;Thea Lund;01-02-2025;01-03-2025;01-04-2025;hemmeligt',
  '2025-2;Noah Toft;02-02-2025;02-03-2025;02-04-2025;hemmeligt',
];

function openText(...text: readonly string[]) {
  return openExport('sager.csv', new TextEncoder().encode(text.join('\r\n')));
}

const quiet = () => ({ signal: new AbortController().signal, report: () => undefined });

async function importText(mapping: unknown, ...text: readonly string[]) {
  const given = mapping === null ? null : mappingFile.parse(mapping);
  return withCases(await importExport(await openText(...text), { mapping: given }, quiet()));
}

describe('a mapping by hand', () => {
  it('overrides the guess for the columns it names, and takes a field from the column that was guessed', async () => {
    const columns = { 'Dato 1': 'decision_date', 'dato 2': 'plan_date', Bemærkning: 'fact' };
    const { cases, columns: found } = await importText({ columns }, ...lines);
    expect(found.map(({ header, field }) => [header, field])).toEqual([
      ['Sagsnr', 'case_id'],
      ['Navn', 'child_name'],
      ['Dato 1', 'decision_date'],
      ['Dato 2', 'plan_date'],
      ['Barnets plan', 'fact'],
      ['Bemærkning', 'fact'],
    ]);
    expect(cases[0]).toMatchObject({
      values: { decision_date: '2025-02-01', plan_date: '2025-03-01' },
      facts: { 'Barnets plan': '01-04-2025', Bemærkning: 'hemmeligt' },
    });
  });

  it('repeats an import exactly when it is the mapping that came out of it', async () => {
    const first = await importText(null, ...lines);
    const again = await importText(first.mapping, ...lines);
    expect(again.cases).toEqual(first.cases);
    expect(again.mapping).toEqual(first.mapping);
  });

  it('says where the names and the sheet are', async () => {
    const twice = ['Sagsnr;Navn;Team', 'Nr;Navn;Gruppe', '2025-1;Thea;Nord'];
    const { rows, mapping } = await importText({ headerRow: 2, columns: { Nr: 'case_id' } }, ...twice);
    expect(mapping.headerRow).toBe(2);
    expect(rows).toEqual({ total: 3, header: 2, blank: 0, accepted: 1, rejected: 0 });
    const hidden = { mapping: { sheet: 'Opsætning', columns: [] } };
    await expect(importExport(await open('indsatser-flere-raekker.xlsx'), hidden, quiet())).rejects.toThrow(AppError);
  });

  it.each([
    [{ columns: { Findesikke: 'team' } }, 'mapping-invalid', 'Findesikke'],
    [{ columns: { 'Dato 1': 'opened', 'Dato 2': 'opened' } }, 'mapping-invalid', 'Dato 2'],
  ])('is refused when it does not fit: %j', async (mapping, code, header) => {
    await expect(importText(mapping, ...lines)).rejects.toMatchObject({ code, detail: { header } });
  });

  it('may feed one list from several columns', async () => {
    const columns = { 'Dato 1': 'child_talk_dates', 'Dato 2': 'child_talk_dates' };
    const { cases } = await importText({ columns }, ...lines);
    expect(cases[0]?.values.child_talk_dates).toEqual(['2025-02-01', '2025-03-01']);
  });
});

describe('an export that cannot be imported', () => {
  it.each<[string, readonly string[], string]>([
    ['has no column names', ['1;2;3', '4;5;6'], 'no-header-row'],
    ['has no case numbers', ['Team;Status', 'Nord;Åben', 'Syd;Åben'], 'no-case-id-column'],
    ['has no cases', ['Sagsnr;Team', ';Nord', 'I alt;0'], 'no-cases'],
  ])('is refused when it %s', async (_why, text, code) => {
    await expect(importText(null, ...text)).rejects.toMatchObject({ code });
  });

  it('is still shown when only the case numbers are missing', async () => {
    const inspection = await inspectExport(await openText('Team;Status', 'Nord;Åben'), { fileName: 'x.csv' });
    expect(inspection.columns.map(({ field }) => field)).toEqual(['team', 'status']);
  });

  it('is refused when its sheet does not exist or its row of names is beyond the end', async () => {
    const book = await open('indsatser-flere-raekker.xlsx');
    const wrong = inspectExport(book, { fileName: 'x', sheet: 'Findes ikke' });
    await expect(wrong).rejects.toMatchObject({ code: 'sheet-not-found', detail: { sheet: 'Findes ikke' } });
    await expect(inspectExport(book, { fileName: 'x', headerRow: 9_999 })).rejects.toMatchObject({
      code: 'no-header-row',
    });
  });
});

describe('a running import', () => {
  it('reports how far it is, and stops when told to', async () => {
    const many = Array.from({ length: 20_000 }, (_none, index) => `2025-${index};Thea Lund;01-02-2025;;;`);
    const stop = new AbortController();
    const seen: number[] = [];
    const report = ({ done, total }: { done: number; total: number }) => {
      seen.push(done / total);
      if (done * 2 > total) stop.abort();
    };
    const opened = await openText(lines[0]!, ...many);
    await expect(importExport(opened, {}, { signal: stop.signal, report })).rejects.toThrow(/abort/i);
    expect(seen.length).toBeGreaterThan(1);
    expect(seen.at(-1)).toBeLessThan(1);
    expect(seen).toEqual(seen.toSorted((a, b) => a - b));
  });
});
