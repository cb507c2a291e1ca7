import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { describe, expect, it } from 'vitest';

import { openApplication } from '../application/open-application.ts';
import { temporaryFolder } from '../store/store-fixture.ts';
import { hasWorkbookReader, readWorkbook } from '../../support/read-workbook.ts';

/** Fictive numbers: 60 is added to the day. */
const number = /(?:741119|630720|0?102674|710101)[-\u2010-\u2015_ ]?(?:8912|5718|4567|1234)/u;
const hostile = [
  'Udtræk for 741119-8912;;;',
  'Sagsnr.;Team;Oprettet;Mor 7411198912;Fri tekst;Journal',
  '741119-8912;Team 741119-8912;741119-8912;Nord;se 741119-8912;x',
  '7411198912;Syd;01-02-2025;Nord;y;x',
  '630720-5718;Syd;7411198912;Nord;y;x',
  '630720-5718;Syd;7411198912;Nord;y;x',
  'I alt 741119-8912;;;;;',
].join('\r\n');
const fileName = 'Udtræk 741119-8912 og7101011234.csv';

describe('a file with CPR numbers where none should be', () => {
  it('shows them nowhere but in the field of CPR numbers, and gives the cases running numbers', async () => {
    const { app, addFile, auditLog } = await openApplication();
    const file = addFile(fileName, hostile);
    const inspection = await app['importing.inspect']({ file });
    expect(inspection.columns[0]).toMatchObject({ field: 'case_id', note: 'case-id-is-cpr' });
    const columns = { 'Sagsnr.': 'case_id' as const, 'Mor 741119-••••': 'fact' as const };
    const summary = await app['importing.run']({ file, mapping: { columns }, remember: { name: 'Prøve' } });
    const { importId } = summary;
    const problems = await app['importing.problems']({ importId });
    expect(problems.filter(({ code }) => code === 'case-id-is-cpr').map(({ row }) => row)).toEqual([3, 4, 5]);
    expect(problems.find(({ code }) => code === 'case-id-is-cpr')).toMatchObject({
      column: 'Sagsnr.',
      value: '741119-••••',
    });
    const { lines } = await app['population.list']({ importId });
    expect(lines.map(({ id }) => id)).toEqual(['løbenr-000001', 'løbenr-000002', 'løbenr-000003']);
    const found = await app['population.case']({ importId, caseId: 'løbenr-000001' });
    expect(found.values.cpr).toBe('7411198912');
    expect(found.values.team).toBe('Team 741119-••••');
    const plan = { asOf: '2025-11-03', seed: '4711', parts: [{ kind: 'random' as const, size: 2 }] };
    const round = await app['sampling.draw']({ importId, plan });
    const spoken = [
      inspection,
      summary,
      problems,
      lines,
      round,
      { ...found, values: { ...found.values, cpr: '' } },
      await app['importing.list']({}),
      await app['importing.mappings']({}),
      await auditLog(),
    ];
    for (const said of spoken) expect(JSON.stringify(said)).not.toMatch(number);
    expect(summary.fileName).toBe('Udtræk 741119-•••• og710101-••••.csv');
  });

  it.each([
    ['a column that is not there', { columns: { 'Far 7411198912': 'fact' } }],
    ['a field given twice', { columns: { Team: 'opened', 'Mor 7411198912': 'opened' } }],
  ])('names no number when it refuses %s', async (_what, mapping) => {
    const { app, addFile } = await openApplication();
    const request = { file: addFile(fileName, hostile), mapping } as Parameters<(typeof app)['importing.run']>[0];
    const error: unknown = await app['importing.run'](request).catch((reason: unknown) => reason);
    const { code, message, detail } = error as { code: string; message: string; detail: object };
    expect(code).toBe('mapping-invalid');
    expect(JSON.stringify({ message, detail })).not.toMatch(number);
  });

  it('gives the same running numbers when the draw is repeated from the file', async () => {
    const { app, addFile } = await openApplication();
    const file = addFile('sager.csv', hostile);
    const { importId } = await app['importing.run']({ file });
    const plan = { asOf: '2025-11-03', seed: '4711', parts: [{ kind: 'random' as const, size: 2 }] };
    const { record } = await app['sampling.draw']({ importId, plan });
    expect(await app['sampling.verify']({ record, file })).toEqual({ same: true, differences: [] });
  });

  it.runIf(hasWorkbookReader)('is written as an Excel list without them, with header and blank rows', async () => {
    const { app, addFile, ports } = await openApplication();
    const { importId, rows } = await app['importing.run']({ file: addFile(fileName, `${hostile}\r\n\r\n\r\n`) });
    const target = { ref: 'problemer', name: 'problemer.xlsx' };
    expect(await app['importing.saveProblems']({ importId, target })).toEqual({ name: 'problemer.xlsx' });
    const path = join(temporaryFolder(), 'problemer.xlsx');
    await writeFile(path, await ports.files.read(target));
    const sheets = readWorkbook(path);
    expect(JSON.stringify(sheets)).not.toMatch(number);
    const overview = Object.fromEntries((sheets['Overblik'] ?? []).map(([label, value]) => [label, value]));
    const { total, header, blank, accepted, rejected } = rows;
    expect(overview['Linjer i filen']).toBe(
      `${total} i alt = ${header} overskrift + ${blank} tomme + ${accepted} rækker + ${rejected} afvist`,
    );
    expect(overview['Linjer til og med overskriften']).toBe('1-2');
    expect(overview['Tomme linjer']).toBe('8-9');
    expect(sheets['Rækker og celler']?.find(([row]) => row === 6)).toEqual([
      6,
      null,
      null,
      'Rækken er magen til en tidligere række. Den er ikke taget med.',
    ]);
  });
});
