import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { writeWorkbook } from '#core/report/write-workbook.ts';
import { buildReport } from '#shared/domain/report/build-report.ts';
import type { ReportSource } from '#shared/domain/report/source.ts';
import type { CellValue, Workbook } from '#shared/domain/report/workbook.ts';

import { quartersBefore, withEarlier } from '../../unit/report/earlier-fixture.ts';
import { reportSource } from '../../unit/report/report-fixture.ts';
import { evaluateFormula } from './evaluate-formula.ts';
import { officeMissing, openpyxlMissing } from './read-back.ts';
import { type FiguresBook, readFigures } from './recomputed-book.ts';

const unread = openpyxlMissing();
const uncomputed = unread ?? officeMissing();
if (uncomputed !== null) console.warn(`computing the formulas again is skipped: ${uncomputed}`);

const inTeams = (source: ReportSource): ReportSource => ({
  ...source,
  cases: source.cases.map((row, index) => {
    const values = { ...row.case.values, team: index % 3 === 0 ? 'Øst' : 'Nord' };
    return { ...row, case: { ...row.case, values } };
  }),
});
const sources: Readonly<Record<string, ReportSource>> = {
  'drawn among all, with targeted cases and rounds before': withEarlier(
    inTeams(reportSource({ targeted: 4, closed: 27 })),
    quartersBefore(3, (index) => 0.6 + index / 10),
  ),
  'drawn in groups': inTeams(
    reportSource({
      strata: [
        { name: 'Nord', size: 200, drawn: 20 },
        { name: 'Øst', size: 100, drawn: 5 },
      ],
    }),
  ),
};

interface Computed {
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
  /** What the program computed. */
  readonly result: number | null;
}

/** Every computed cell of a workbook. Rows and columns counted from 0. */
function computedCells({ sheets }: Workbook): readonly Computed[] {
  return sheets.flatMap(({ name, rows }) =>
    rows.flatMap(({ cells }, row) =>
      cells.flatMap(({ value }, column): Computed[] => {
        if (!isComputed(value)) return [];
        const { result } = value;
        return [
          { sheet: name, row, column, result: result === null || typeof result === 'number' ? result : result.share },
        ];
      }),
    ),
  );
}

function isComputed(value: CellValue) {
  return value !== null && typeof value === 'object' && 'formula' in value;
}

/** The same workbook with results that are all wrong: what is right in it afterwards, somebody else computed. */
function withWrongResults(workbook: Workbook): Workbook {
  const sheets = workbook.sheets.map((sheet) => ({
    ...sheet,
    charts: [],
    rows: sheet.rows.map((row) => ({
      ...row,
      cells: row.cells.map((cell) => {
        const { value } = cell;
        return value !== null && typeof value === 'object' && 'formula' in value
          ? { ...cell, value: { ...value, result: -77 } }
          : cell;
      }),
    })),
  }));
  return { ...workbook, sheets };
}

/** LibreOffice told to compute every formula when it opens a file. */
const settings = `<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item>
</oor:items>`;

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'tilsyn-formulas-'));
  mkdirSync(join(folder, 'profile', 'user'), { recursive: true });
  writeFileSync(join(folder, 'profile', 'user', 'registrymodifications.xcu'), settings);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function computeAgain(path: string): FiguresBook {
  const options = [`-env:UserInstallation=file://${join(folder, 'profile')}`, '--headless', '--convert-to', 'xlsx'];
  const out = join(folder, 'out');
  execFileSync('soffice', [...options, '--outdir', out, path], { cwd: folder, stdio: 'ignore' });
  return readFigures(join(out, 'report.xlsx'));
}

const valueAt = (cells: FiguresBook['values'], { sheet, row, column }: Computed) =>
  cells[sheet]?.[row]?.[column] ?? null;
const placeOf = ({ sheet, row, column }: Computed) => `${sheet}, row ${row + 1}, column ${column + 1}`;

describe.skipIf(unread !== null).each(Object.entries(sources))('the live figures of a round %s', (_, source) => {
  const { workbook } = buildReport('administrative', source);
  const computed = computedCells(workbook);

  it('stand on every sheet of figures, in every form', () => {
    const sheets = new Set(computed.map(({ sheet }) => sheet));
    for (const name of ['Overblik', 'Områder', 'Svar pr. område', 'Pr. team']) expect([...sheets]).toContain(name);
    const kinds = JSON.stringify(workbook.sheets.map(({ rows }) => rows)).match(/"kind":"[a-z-]+"/gu);
    expect(new Set(kinds)).toEqual(new Set(['"kind":"count-where"', '"kind":"sum-of-row"', '"kind":"share-of-row"']));
  });

  it('are what their formulas come to, evaluated from the cells of the file, and stored beside them', async () => {
    const path = join(folder, 'report.xlsx');
    writeFileSync(path, await writeWorkbook(workbook));
    const book = readFigures(path);
    const wrong = computed.filter((cell) => {
      const formula = String(valueAt(book.formulas, cell));
      const stored = valueAt(book.values, cell);
      const own = evaluateFormula(formula, book, cell.sheet);
      return own !== cell.result || (stored === '' ? null : stored) !== cell.result;
    });
    expect(wrong.map(placeOf)).toEqual([]);
    expect(computed.length).toBeGreaterThan(600);
  }, 120_000);

  it.skipIf(uncomputed !== null)(
    'are computed alike by LibreOffice, whatever result the file says',
    async () => {
      const path = join(folder, 'report.xlsx');
      writeFileSync(path, await writeWorkbook(withWrongResults(workbook)));
      const again = computeAgain(path).values;
      const wrong = computed.filter((cell) => {
        const value = valueAt(again, cell);
        const plain = value === '' ? null : value;
        return cell.result === null ? plain !== null : Math.abs(Number(plain) - cell.result) > 1e-9 || plain === null;
      });
      expect(wrong.map(placeOf)).toEqual([]);
    },
    240_000,
  );
});
