import { execFileSync, spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { describe, expect, it } from 'vitest';

import type { CaseRecord } from '#shared/domain/population/case.ts';
import { drawSample } from '#shared/domain/sampling/draw-sample.ts';
import type { Frame } from '#shared/domain/sampling/frame.ts';
import { hideNames } from '#shared/domain/sampling/hidden-names.ts';
import { makeDrawRecord } from '#shared/domain/sampling/make-draw-record.ts';
import { samplingPlan } from '#shared/domain/sampling/plan.ts';
import { replaceCase } from '#shared/domain/sampling/replace-case.ts';

import { aCase, asOf, assessed } from '../../unit/sampling/a-case.ts';
import { temporaryFolder } from '../store/store-fixture.ts';

const document = readFileSync(new URL('../../../docs/verify-a-draw.md', import.meta.url), 'utf8');
const python = spawnSync('python3', ['--version']).status === 0;
const shell = spawnSync('sh', ['-c', 'command -v sha256sum cut sort head']).status === 0;
if (!python) console.log('skipped: there is no python3 here to repeat the draw with');
if (!shell) console.log('skipped: there is no sh with sha256sum here to repeat the draw with');

/** A code block of the document in this language, the first or a later one: what a reader would copy. */
function code(language: string, number = 0): string {
  const blocks = [...document.matchAll(new RegExp(`\`\`\`${language}\n([\\s\\S]*?)\`\`\``, 'gu'))];
  const text = blocks[number]?.[1];
  if (text === undefined) throw new Error(`docs/verify-a-draw.md has no ${language} block`);
  return text;
}

const teams = ['Æblevej', 'Team A\u030A', 'Ungeteam \u{1F600}', '\uFF21', undefined];
const cases: readonly CaseRecord[] = Array.from({ length: 80 }, (_, index) => {
  const team = teams[index % teams.length];
  const names = team === undefined ? {} : { team, caseworker: `Ida ${team}` };
  return aCase(`Ø-${index}`, { ...assessed(index % 3 === 0 ? 6 : 2), ...names });
});

function drawAndReplace(selection: 'ticket' | 'systematic' = 'ticket', stratifyBy: 'team' | 'caseworker' = 'team') {
  const plan = samplingPlan.parse({
    parts: [
      { kind: 'random', size: 12, stratifyBy, selection },
      { kind: 'targeted', rule: 'bfu-over-4-maaneder', size: 8 },
    ],
  });
  const draw = drawSample({ cases, plan, asOf, seed: ' Terninger 6-6-2 Å ', heldOut: [{ caseId: 'Ø-7', reason: '' }] });
  const drawn = makeDrawRecord(draw, {
    programVersion: '0.1.0',
    drawnAt: '2025-11-03T09:00:00.000Z',
    drawNumber: 1,
    redrawReason: null,
    file: { sha256: '', mapping: { sheet: null, headerRow: 1, columns: [] } },
    plan,
    asOf,
  });
  const step = { caseId: drawn.cases[4]!.caseId, reason: 'transferred' as const, at: drawn.drawnAt };
  return { record: replaceCase(drawn, draw.frame, step).record, frame: draw.frame };
}

function linesOf(frame: Frame): string[] {
  return frame.parts[0]!.strata.flatMap(({ name, entries }) => entries.map(({ id }) => `${name};${id}`));
}

describe('a draw repeated outside the program, as docs/verify-a-draw.md says', () => {
  function runPython(record: object, lines: readonly string[], block = 0): string[] {
    const folder = temporaryFolder();
    const [script, recordFile, frameFile] = ['repeat.py', 'kontrolark.json', 'frame.txt'].map((name) =>
      join(folder, name),
    );
    writeFileSync(script!, code('python', block));
    writeFileSync(recordFile!, JSON.stringify(record));
    writeFileSync(frameFile!, `${lines.join('\n')}\n`);
    const env = { ...process.env, PYTHONUTF8: '1' };
    return execFileSync('python3', [script!, recordFile!, frameFile!, '0'], { encoding: 'utf8', env })
      .trim()
      .split('\n');
  }

  it.runIf(python)('gives the same frame and the same cases in Python', () => {
    const { record, frame } = drawAndReplace();
    const answers = runPython(record, linesOf(frame).reverse());
    expect(answers).toEqual(['frame True', ...record.strata.slice(0, 5).map(({ name }) => `${name} True`)]);
    expect(code('python').trim().split('\n')).toHaveLength(10);
  });

  it.runIf(python)('says False in Python for another frame, and for another case', () => {
    const { record, frame } = drawAndReplace();
    expect(runPython(record, linesOf(frame).slice(1))[0]).toBe('frame False');
    const [first, ...rest] = record.cases;
    const forged = { ...record, cases: [{ ...first!, caseId: 'Ø-7' }, ...rest] };
    expect(runPython(forged, linesOf(frame)).filter((line) => line.endsWith('False'))).toHaveLength(1);
  });

  it.runIf(python)('gives the same systematic draw in Python, and says False for another case', () => {
    const { record, frame } = drawAndReplace('systematic');
    expect(record.method).toBe('LT1-S');
    const answers = runPython(record, linesOf(frame).reverse(), 1);
    expect(answers).toEqual(record.strata.slice(0, 5).map(({ name }) => `${name} True`));
    expect(code('python', 1).trim().split('\n')).toHaveLength(10);
    const [first, ...rest] = record.cases;
    const forged = { ...record, cases: [{ ...first!, caseId: rest[0]!.caseId }, ...rest] };
    expect(runPython(forged, linesOf(frame), 1).filter((line) => line.endsWith('False'))).toHaveLength(1);
  });

  it.runIf(python)('finds hidden caseworkers in the list', () => {
    for (const [block, selection] of (['ticket', 'systematic'] as const).entries()) {
      const { record, frame } = drawAndReplace(selection, 'caseworker');
      const hidden = hideNames(record);
      expect(JSON.stringify(hidden)).not.toContain('Ida');
      const answers = runPython(hidden, linesOf(frame).reverse(), block).filter((line) => !line.startsWith('frame'));
      expect(answers).toEqual(hidden.strata.slice(0, 5).map(({ name }) => `${name} True`));
    }
  });

  it.runIf(shell)('gives the same order in a shell', () => {
    const { record, frame } = drawAndReplace();
    const { name, entries } = frame.parts[0]!.strata[0]!;
    const folder = temporaryFolder();
    writeFileSync(join(folder, 'ids.txt'), entries.map(({ id }) => `${id}\n`).join(''));
    const env = { ...process.env, seed: record.seed, stratum: name };
    const lines = execFileSync('sh', ['-c', code('sh')], { cwd: folder, encoding: 'utf8', env })
      .trim()
      .split('\n');
    const drawn = record.cases.filter(({ part, stratum }) => part === 'random' && stratum === name);
    expect(lines).toHaveLength(10);
    expect(lines.slice(0, drawn.length)).toEqual(drawn.map(({ ticket, caseId }) => `${ticket} ${caseId}`));
  });
});
