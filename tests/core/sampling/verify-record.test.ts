import { writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';

import { describe, expect, it } from 'vitest';

import { diskFiles } from '#core/files/disk-files.ts';
import { readCases } from '#core/importing/importing-handlers.ts';
import { verifyRecord } from '#core/sampling/verify-record.ts';
import type { DrawRecord } from '#shared/domain/sampling/draw-record.ts';

import { aCase } from '../../unit/sampling/a-case.ts';
import { aRecord } from '../../unit/sampling/a-record.ts';
import { temporaryFolder, testPorts } from '../store/store-fixture.ts';

const cases = ['A-1', 'A-2', 'A-3', 'A-4'].map((id) => aCase(id));
const { record: drawn } = aRecord(cases, { parts: [{ kind: 'random', size: 2 }] });
const mapping: DrawRecord['file']['mapping'] = {
  sheet: null,
  headerRow: 1,
  columns: [
    { header: 'Sagsnr.', field: 'case_id' },
    { header: 'Teamets navn', field: 'team' },
  ],
};

/** Verifies against a real CSV file with this text. */
async function verify(text: string, more: Partial<DrawRecord['file']['mapping']> = {}) {
  const folder = temporaryFolder();
  const ports = { ...testPorts(folder), files: diskFiles };
  const path = join(folder, 'udtræk.csv');
  await writeFile(path, text);
  const record = { ...drawn, file: { ...drawn.file, mapping: { ...mapping, ...more } } };
  return verifyRecord(record, { ref: path, name: 'udtræk.csv' }, (file, used) => readCases(ports, file, used));
}

const lines = 'A-1;Nord\nA-2;Nord\nA-3;Syd\nA-4;Syd\n';

describe('a file that is built otherwise than the one drawn from', () => {
  it('is read like it, whatever the order of its columns', async () => {
    const { same } = await verify('Teamets navn;Sagsnr.\nNord;A-1\nNord;A-2\nSyd;A-3\nSyd;A-4\n');
    expect(same).toBe(true);
  });

  it('lacks a column: says which one, and is no failure', async () => {
    expect(await verify(`Sagsnr.;Enhed\n${lines}`)).toEqual({
      same: false,
      differences: ['Filen mangler kolonnen "Teamets navn", som var i den fil, der blev trukket fra.'],
    });
  });

  it('has no row of names where they stood', async () => {
    const { same, differences } = await verify(`Sagsnr.;Teamets navn\n${lines}`, { headerRow: 40 });
    expect([same, differences[0]]).toEqual([
      false,
      'Filen har ingen kolonnenavne i række 40, hvor de stod i den fil, der blev trukket fra.',
    ]);
  });

  it('holds no case', async () => {
    expect(await verify('Sagsnr.;Teamets navn\n')).toMatchObject({
      same: false,
      differences: ['Filen har ingen sager.'],
    });
  });

  it('is told from a record that contradicts itself', async () => {
    const columns = [...mapping.columns, { header: 'Enhed', field: 'team' as const }];
    const { same, differences } = await verify('Sagsnr.;Teamets navn;Enhed\nA-1;Nord;Syd\n', { columns });
    expect([same, differences]).toEqual([false, ['Lodtrækningen bruger to kolonner til det samme: "Enhed".']]);
  });

  it('is a failure as before where it cannot be read at all', async () => {
    await expect(verify('%PDF-1.7')).rejects.toMatchObject({ code: 'file-is-pdf' });
  });
});

it('the sheet of a workbook is missing', async () => {
  const ports = { ...testPorts(temporaryFolder()), files: diskFiles };
  const path = resolve(import.meta.dirname, '../../fixtures/exports/indsatser-flere-raekker.xlsx');
  const record = { ...drawn, file: { ...drawn.file, mapping: { ...mapping, sheet: 'Ark 9' } } };
  const file = { ref: path, name: 'indsatser-flere-raekker.xlsx' };
  expect(await verifyRecord(record, file, (one, used) => readCases(ports, one, used))).toEqual({
    same: false,
    differences: ['Filen mangler arket "Ark 9", som der blev trukket fra.'],
  });
});
