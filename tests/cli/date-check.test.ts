import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { type DateCheckLine, dateCheckRules } from '../../shared/domain/population/date-check.ts';
import { openpyxlMissing, readBack } from '../core/report/read-back.ts';
import { cliJson, runProgram } from '../support/run-cli.ts';

const file = resolve(import.meta.dirname, '../fixtures/exports/sager-win1252.csv');

interface Checked {
  readonly cases: number;
  readonly path: string | null;
  readonly lines: readonly (DateCheckLine & { readonly of: number; readonly share: number | null })[];
}

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tilsyn-date-check-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

describe('date-check', () => {
  it.skipIf(openpyxlMissing() !== null)(
    'prints the table, and writes the workbook with the same counts',
    async () => {
      const workspace = ['--workspace', join(folder, 'w')];
      const { importId, cases } = await cliJson<{ importId: string; cases: number }>(['import', file, ...workspace]);
      const out = join(folder, 'datokontrol.xlsx');
      const words = ['date-check', '--import', importId, '--out', out, ...workspace];
      const checked = await cliJson<Checked>(words);
      expect(checked).toMatchObject({ cases, path: out });
      expect(checked.lines.map(({ rule }) => rule)).toEqual([...dateCheckRules]);
      for (const { kept, broken, missing, unclear, notRelevant, of, share } of checked.lines) {
        expect(kept + broken + missing + unclear + notRelevant).toBe(cases);
        expect(of).toBe(kept + broken);
        expect(share === null).toBe(of < 10);
      }
      const book = readBack(new Uint8Array(await readFile(out)));
      const rows = book.sheets[0]!.rows.filter(([rule]) => /^R\d\d$/u.test(String(rule)));
      expect(rows.map((row) => row.slice(2, 7))).toEqual(
        checked.lines.map(({ kept, broken, missing, unclear, notRelevant }) => [
          kept,
          broken,
          missing,
          unclear,
          notRelevant,
        ]),
      );
      const { stderr } = await runProgram(words);
      expect(stderr).toMatch(/R07 +Undersøgelse afsluttet inden for 4 måneder +\d+/u);
      expect(stderr).toContain('Datokontrollen er gemt: datokontrol.xlsx');
    },
    60_000,
  );

  it('refuses an import that is not there', async () => {
    const workspace = ['--workspace', join(folder, 'w')];
    await cliJson(['import', file, ...workspace]);
    const { error } = await cliJson<{ error: { code: string } }>([
      'date-check',
      '--import',
      'findes-ikke',
      ...workspace,
    ]);
    expect(error.code).toBe('import-not-found');
  }, 60_000);
});
