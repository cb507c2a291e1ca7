import { describe, expect, it } from 'vitest';

import { openExport } from '#core/importing/open-export.ts';

import { largeWorkbook } from '../../../fixtures/workbooks.ts';

const files = {
  workbook: largeWorkbook(8000),
  text: Buffer.from('Sag;Navn;Team\n' + '2024-1;"Bo\nHolm";Syd\n'.repeat(100_000)),
};

describe.each(['workbook', 'text'] as const)('reading a %s', (kind) => {
  it('reports what is done, often and up to the end', async () => {
    const opened = await openExport('a', files[kind]);
    const seen: [number, number][] = [];
    const call = {
      signal: new AbortController().signal,
      report: (done: number, total: number) => seen.push([done, total]),
    };
    for await (const batch of opened.rows(null, call)) expect(batch.length).toBeGreaterThan(0);

    const total = seen[0]?.[1] ?? 0;
    expect(seen.length).toBeGreaterThan(20);
    expect(seen.every(([, each]) => each === total)).toBe(true);
    expect(seen.every(([done], at) => done - (seen[at - 1]?.[0] ?? 0) <= 65_536)).toBe(true);
    expect(seen.at(-1)).toEqual([total, total]);
  });

  it('stops at the next piece when it is cancelled, with the reason', async () => {
    const opened = await openExport('a', files[kind]);
    const cancel = new AbortController();
    let pieces = 0;
    const report = () => {
      pieces += 1;
      if (pieces === 10) cancel.abort(new Error('fortrudt'));
    };
    const reading = (async () => {
      for await (const batch of opened.rows(null, { signal: cancel.signal, report })) void batch;
    })();
    await expect(reading).rejects.toThrow('fortrudt');
    expect(pieces).toBe(10);
  });

  it('lets everything else have its turn after each piece', async () => {
    const opened = await openExport('a', files[kind]);
    let pieces = 0;
    let turns = 0;
    let turn = setImmediate(function again() {
      turns += 1;
      turn = setImmediate(again);
    });
    const call = { signal: new AbortController().signal, report: () => (pieces += 1) };
    for await (const batch of opened.rows(null, call)) void batch;
    clearImmediate(turn);

    expect(pieces).toBeGreaterThan(20);
    expect(turns).toBeGreaterThanOrEqual(pieces - 1);
  });

  it('may be left off and started again', async () => {
    const opened = await openExport('a', files[kind]);
    const call = { signal: new AbortController().signal, report: () => undefined };
    const first: unknown[] = [];
    for (let time = 0; time < 2; time++) {
      for await (const [row] of opened.rows(null, call)) {
        first.push(row);
        break;
      }
    }
    expect(first).toHaveLength(2);
    expect(first[0]).toEqual(first[1]);
  });
});
