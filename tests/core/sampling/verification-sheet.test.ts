import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';

import ExcelJS from 'exceljs';
import { describe, expect, it } from 'vitest';

import { samplingPlan, type SamplingPlanInput } from '#shared/domain/sampling/plan.ts';
import { pythonLines } from '#shared/words/repeat-in-python.ts';

import { aCase } from '../../unit/sampling/a-case.ts';
import { call, openWorkspace } from './sampling-fixture.ts';

const people = ['Åse Holm', 'Bo Riis', 'Karen Juhl'];
const cases = Array.from({ length: 30 }, (_, index) =>
  aCase(`S-${index}`, { caseworker: people[index % 3]!, cpr: '0101654321', child_name: 'Signe Prøve' }),
);

/** Draws, replaces, enlarges, saves the sheet, and reads every cell of it with the library that others would use. */
async function savedSheet(part: SamplingPlanInput['parts'][number], exclude: SamplingPlanInput['exclude'] = {}) {
  const workspace = await openWorkspace(cases);
  const plan = samplingPlan.parse({ seed: '4711', parts: [part], exclude });
  const { roundId, record } = await workspace.sampling['sampling.draw']({ importId: 'import-1', plan }, call);
  const out = record.cases[0]!.caseId;
  await workspace.sampling['sampling.replace']({ roundId, caseId: out, reason: 'transferred' }, call);
  const size = 'perStratum' in part ? 3 : 8;
  const enlarge = { roundId, partIndex: 0, size, reason: 'For få' };
  const { record: after } = await workspace.sampling['sampling.enlarge'](enlarge, call);
  const target = workspace.fileNamed('kontrolark.xlsx');
  expect(await workspace.sampling['sampling.saveSheet']({ roundId, target }, call)).toEqual({ name: target.name });
  const bytes = await readFile(workspace.pathOf(target.name));
  const book = new ExcelJS.Workbook();
  await book.xlsx.load(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength) as ArrayBuffer);
  const rows = book.worksheets.flatMap((sheet) => {
    const found: string[][] = [];
    sheet.eachRow((row) => {
      const line: string[] = [];
      row.eachCell({ includeEmpty: true }, (cell) => line.push(cell.text));
      found.push(line);
    });
    return found;
  });
  return { record: after, rows, text: rows.flat().join('\n'), out, sheets: book.worksheets.map(({ name }) => name) };
}

describe('sampling.saveSheet', () => {
  const perCaseworker = {
    kind: 'random' as const,
    stratifyBy: 'caseworker' as const,
    allocation: 'perStratum' as const,
    perStratum: 2,
    where: [{ field: 'caseworker' as const, noneOf: ['Findes Ikke'] }],
  };

  it('holds the seed, the fingerprints, every case with its ticket, and what happened later', async () => {
    const { record, rows, text, out, sheets } = await savedSheet(perCaseworker);
    expect(sheets).toEqual(['Kontrolark', 'Sager', 'Gentag trækningen']);
    for (const fact of ['4711', record.populationFingerprint, record.frames[0]!.fingerprint, record.file.sha256]) {
      expect(text).toContain(fact);
    }
    const listed = rows.filter((row) => /^[0-9a-f]{64}$/u.test(row[4] ?? ''));
    expect(listed.map((row) => [row[3], row[4], row[2]])).toEqual(
      record.cases.map(({ caseId, ticket, rank }) => [caseId, ticket, String(rank)]),
    );
    expect(text).toContain(`Erstattet af ${record.replaced[0]!.replacedBy}`);
    expect(text).toContain(`I stedet for ${out}`);
    expect(text).toMatch(/Del 1: størrelse 3, 3 sager til, efter 1 erstatning\. For få/u);
    for (const line of pythonLines.ticket) expect(text).toContain(line);
  });

  it('holds no CPR number and no name', async () => {
    const { text } = await savedSheet(perCaseworker);
    expect(text).not.toMatch(/0101654321|Signe|Holm|Riis|Juhl|Findes Ikke/u);
    expect(text).toMatch(/Gruppe: Rådgiver 1/u);
    expect(text).toContain('rådgiver: ikke (ikke vist)');
  });

  it('says how the cases are shared out, and names who was held out by case number', async () => {
    const exclude = { cases: [{ caseId: 'S-4', reason: 'Inhabil' }], ownCaseworkers: ['Bo Riis'] };
    const { rows, text, sheets } = await savedSheet(perCaseworker, exclude);
    expect(text).toContain('2 fra hver rådgiver, eller alle, hvor der er færre');
    expect(sheets).toEqual(['Kontrolark', 'Sager', 'Udeladte', 'Gentag trækningen']);
    expect(rows).toContainEqual(['S-4', 'Inhabil']);
    expect(rows.filter(([, reason]) => reason === 'Egen sag')).toHaveLength(9);
    expect(text).not.toContain('Riis');
    const least = await savedSheet({ kind: 'random', size: 6, stratifyBy: 'caseworker', minimum: 1 });
    expect(least.text).toContain('6 i alt, fra hver rådgiver, mindst 1, i forhold til, hvor mange');
  });

  it('has the lines for a systematic part where there is one', async () => {
    const { text } = await savedSheet({ kind: 'random', size: 5, selection: 'systematic' });
    for (const line of pythonLines.systematic) expect(text).toContain(line);
    expect(text).toContain('LT1-S: systematiske dele');
  });

  it('prints the lines of the document, which are run against a draw in another test', () => {
    const document = readFileSync(new URL('../../../docs/verify-a-draw.md', import.meta.url), 'utf8');
    for (const lines of Object.values(pythonLines)) expect(document).toContain(`\`\`\`python\n${lines.join('\n')}\n`);
  });
});
