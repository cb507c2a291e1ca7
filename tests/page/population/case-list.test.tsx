import { describe, expect, it } from 'vitest';

import { AppError } from '#shared/contract/errors.ts';
import type { Application } from '#shared/contract/operations.ts';

import { createCaseList } from '../../../renderer/pages/population/case-list.ts';
import { demoLines } from '../harness/demo-data.ts';

type List = Application['population.list'];
const query = { importId: 'import-1' };
const settled = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 0));

/** Cases numbered by their place in a list of 1,000. */
const thousand: List = async ({ offset = 0, limit = 200, search = '' }) => ({
  total: 1_000,
  lines: Array.from({ length: limit }, (_, index) => ({ ...demoLines[0]!, id: `${search}${offset + index}` })),
});

describe('createCaseList', () => {
  it('asks for 200 lines at a time, each once, as they come into sight', async () => {
    const offsets: number[] = [];
    const list = createCaseList({
      'population.list': (request) => {
        offsets.push(request.offset ?? 0);
        return thousand(request);
      },
    });
    list.show(query);
    await settled();
    const { rows } = list.state();
    expect([rows?.total, rows?.at(199)?.id, rows?.at(200)]).toEqual([1_000, '199', undefined]);
    rows?.need(190, 410);
    rows?.need(195, 415);
    await settled();
    expect(offsets).toEqual([0, 200, 400]);
    expect(list.state().rows?.at(410)?.id).toBe('410');
  });

  it('keeps the previous list until the new one has come, and drops an answer that comes too late', async () => {
    const waiting: (() => void)[] = [];
    const list = createCaseList({
      'population.list': (request) =>
        new Promise((resolve) => {
          waiting.push(() => resolve(thousand(request)));
        }),
    });
    list.show({ ...query, search: 'a' });
    list.show({ ...query, search: 'b' });
    waiting[1]!();
    await settled();
    waiting[0]!();
    await settled();
    expect(list.state().rows?.at(0)?.id).toBe('b0');
    list.show({ ...query, search: 'c' });
    expect(list.state().rows?.at(0)?.id).toBe('b0');
  });

  it('tells a failure, keeps the lines it has, and asks again for the part that failed', async () => {
    let broken = true;
    const list = createCaseList({
      'population.list': async (request) => {
        if (broken && request.offset === 200) {
          throw new AppError('disconnected', 'gone');
        }
        return thousand(request);
      },
    });
    list.show(query);
    await settled();
    list.state().rows?.need(200, 210);
    await settled();
    expect(list.state().error?.code).toBe('disconnected');
    expect(list.state().rows?.at(0)?.id).toBe('0');
    broken = false;
    list.state().rows?.need(200, 210);
    await settled();
    expect(list.state().error).toBeUndefined();
    expect(list.state().rows?.at(205)?.id).toBe('205');
  });
});
