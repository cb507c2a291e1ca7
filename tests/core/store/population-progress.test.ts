import { readdirSync } from 'node:fs';
import { join } from 'node:path';

import { describe, expect, it } from 'vitest';

import { createStore } from '#core/store/open-store.ts';

import { aSampleCase, passphrase, profile, temporaryFolder, testPorts } from './store-fixture.ts';

const { case: aCase } = aSampleCase('2026-000123');
const pieces = () => Array.from({ length: 40 }, () => Buffer.from(`${JSON.stringify(aCase)}\n`.repeat(50)));

async function workspace() {
  const ports = testPorts(temporaryFolder());
  const store = await createStore(ports);
  await store.create(passphrase, profile);
  return { store, folder: join(ports.workspaceFolder, 'populations') };
}

describe('writing a population', () => {
  it('tells how far it is, up to the end', async () => {
    const { store } = await workspace();
    const said: number[] = [];
    const call = {
      signal: new AbortController().signal,
      report: (done: number, total: number) => said.push(done / total),
    };
    await store.writePopulation({ importId: 'a', lines: pieces(), call });
    expect(said.length).toBeGreaterThan(80);
    expect(said).toEqual(said.toSorted((a, b) => a - b));
    expect(said.at(-1)).toBe(1);
    expect((await store.readPopulation('a')).cases).toHaveLength(2_000);
  });

  it.each([0.1, 0.4, 0.9])('ends with the reason when it is cancelled at %d, and leaves nothing', async (share) => {
    const { store, folder } = await workspace();
    const cancel = new AbortController();
    const report = (done: number, total: number): void => {
      if (done >= share * total) cancel.abort(new Error('fortrudt'));
    };
    const written = store.writePopulation({ importId: 'a', lines: pieces(), call: { signal: cancel.signal, report } });
    await expect(written).rejects.toThrow('fortrudt');
    expect(readdirSync(folder)).toEqual([]);
    await store.writePopulation({ importId: 'a', cases: [aCase] });
    expect((await store.readPopulation('a')).cases).toEqual([aCase]);
  });
});
