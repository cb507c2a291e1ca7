import { afterAll, expect, vi } from 'vitest';

// Run anew for each file of tests. The files of one process share it, so none may leave it otherwise than it was: the next
// file would pass or fail by the order.
const before = { folder: process.cwd(), environment: { ...process.env }, date: Date, timeout: globalThis.setTimeout };

afterAll(() => {
  const left = { folder: process.cwd(), environment: { ...process.env }, date: Date, timeout: globalThis.setTimeout };
  vi.useRealTimers();
  vi.unstubAllGlobals();
  expect(left, 'a file leaves the process as it was').toEqual(before);
});
