import { describe, expect, it } from 'vitest';

import { withIsolatedExport, type WorkerLimits } from '#core/importing/isolated/isolated-export.ts';
import { readCases } from '#core/store/population-file.ts';
import type { StepProgress } from '#shared/contract/operation.ts';

const lines = Array.from({ length: 60_000 }, (_none, at) => `${at};navn ${at}`).join('\n');
const file = { name: 'udtræk.csv', bytes: Buffer.from(`Sagsnr.;Navn\n${lines}\n`) };
const limits: WorkerLimits = { heapMb: () => 200, silentSeconds: 30, longestSeconds: 60 };
const quiet = { signal: new AbortController().signal, report: () => undefined };

function importing(call: { signal: AbortSignal; report(progress: StepProgress): void }, given = limits) {
  return withIsolatedExport(file, (opened) => opened.import({ mapping: null }, call), given);
}

describe('a file in a thread of its own', () => {
  it('gives the lines of its population, and the fingerprint of the file', async () => {
    const { lines: pieces, caseCount, sha256 } = await importing(quiet);
    const cases = pieces.flatMap((piece) => readCases(Buffer.from(piece.buffer, piece.byteOffset, piece.byteLength)));
    expect(caseCount).toBe(60_000);
    expect(cases.map(({ id }) => id)).toEqual(Array.from({ length: 60_000 }, (_none, at) => `${at}`));
    expect(sha256).toMatch(/^[0-9a-f]{64}$/);
    expect(file.bytes.length).toBeGreaterThan(0);
  });

  it('can be looked at and then imported', async () => {
    const both = await withIsolatedExport(file, async (opened) => {
      const inspection = await opened.inspect({ sheet: null, headerRow: null });
      return { inspection, imported: await opened.import({ mapping: inspection.mapping }, quiet) };
    });
    expect(both.inspection.fileName).toBe('udtræk.csv');
    expect(both.imported.mapping).toMatchObject({ headerRow: both.inspection.headerRow });
  });

  it('says what is wrong with the file by its code', async () => {
    const pdf = { name: 'a.xlsx', bytes: Buffer.from('%PDF-1.7') };
    await expect(
      withIsolatedExport(pdf, (opened) => opened.inspect({ sheet: null, headerRow: null })),
    ).rejects.toMatchObject({ name: 'AppError', code: 'file-is-pdf' });
  });

  it('is given up when it takes more memory than it may; the program lives on', async () => {
    await expect(importing(quiet, { ...limits, heapMb: () => 10 })).rejects.toMatchObject({ code: 'file-too-large' });
  });

  it('is given up when it says nothing for too long', async () => {
    const long = { name: 'a.csv', bytes: Buffer.from(`Sagsnr.;Navn\n${`1;"a"b";"\n`.repeat(400_000)}`) };
    await expect(
      withIsolatedExport(long, (opened) => opened.import({ mapping: null }, quiet), { ...limits, silentSeconds: 0 }),
    ).rejects.toMatchObject({ code: 'reading-stalled' });
  });

  it('ends when it is cancelled, with the reason, before it is done', async () => {
    const cancel = new AbortController();
    const said: StepProgress[] = [];
    const report = (progress: StepProgress): void => {
      said.push(progress);
      if (progress.done * 4 >= progress.total) cancel.abort(new Error('fortrudt'));
    };
    await expect(importing({ signal: cancel.signal, report })).rejects.toThrow('fortrudt');
    const count = said.length;
    expect(said.every(({ done, total }) => done < total)).toBe(true);
    // Nobody goes on in the thread: a whole import takes less than this, and would say so.
    await importing(quiet);
    expect(said.length).toBe(count);
  });
});
