import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

import { wholeImport } from '#core/importing/import-progress.ts';
import type { StepProgress } from '#shared/contract/operation.ts';

function listening() {
  const said: StepProgress[] = [];
  const call = { signal: new AbortController().signal, report: (progress: StepProgress) => said.push(progress) };
  return { said, progress: wholeImport(call) };
}

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

describe('the progress of a whole import', () => {
  it('is one share that never falls, with the rows read', () => {
    const { said, progress } = listening();
    progress.call.report({ done: 5, total: 10, label: 'reading', rows: 40 });
    progress.call.report({ done: 1, total: 10, label: 'reading', rows: 50 });
    progress.call.report({ done: 1, total: 2, label: 'storing' });
    progress.call.report({ done: 3, total: 3, label: 'saving' });
    progress.stop();
    const shares = said.map(({ done, total }) => done / total);
    expect(shares).toEqual(shares.toSorted((a, b) => a - b));
    expect(shares.at(-1)).toBe(1);
    expect(said[1]).toMatchObject({ label: 'reading', rows: 40 });
  });

  it('moves while the thread starts, and no longer than that', () => {
    const { said, progress } = listening();
    vi.advanceTimersByTime(700);
    expect(said.length).toBeGreaterThan(2);
    expect(said.every(({ label }) => label === 'starting')).toBe(true);
    progress.call.report({ done: 0, total: 1, label: 'reading' });
    const count = said.length;
    vi.advanceTimersByTime(600);
    expect(said.length).toBe(count);
    progress.stop();
  });
});
