import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { describe, expect, it } from 'vitest';

import { createStore } from '#core/store/open-store.ts';

import { anImport, aSampleCase, passphrase, profile, temporaryFolder, testPorts } from './store-fixture.ts';

async function workspace() {
  const ports = testPorts(temporaryFolder());
  const store = await createStore(ports);
  await store.create(passphrase, profile);
  return { ports, store, pathOf: (id: string) => join(ports.workspaceFolder, 'populations', `${id}.ltdb`) };
}

const { case: aCase } = aSampleCase('2026-000123');

describe('a population', () => {
  it('comes back as it was written, also after unlocking in a new program', async () => {
    const { ports, store } = await workspace();
    const cases = [
      aCase,
      { ...aCase, id: 'linje\nskift', facts: { 'U+2028': '\u2028', 'Æ Ø Å': '"citat" \\ \u0000' } },
      { ...aCase, id: '3', activities: [{ row: 7, values: { visit_child_talk: [true, false] } }] },
    ];
    await store.writePopulation({ importId: 'import-1', cases });
    // One that no import names was cut off, and is swept at the next unlocking.
    await store.change({ kind: 'import.added', target: 'import-1' }, (tables) => tables.imports.add(anImport()));
    expect(await store.readPopulation('import-1')).toEqual({ importId: 'import-1', cases });
    await store.lock();
    const again = await createStore(testPorts(ports.workspaceFolder));
    await again.unlock(passphrase);
    expect(await again.readPopulation('import-1')).toEqual({ importId: 'import-1', cases });
  });

  it('of many pieces keeps every case in its place', async () => {
    const { store } = await workspace();
    const cases = Array.from({ length: 20_000 }, (_, index) => ({ ...aCase, id: `${index}` }));
    await store.writePopulation({ importId: 'many', cases });
    const { cases: read } = await store.readPopulation('many');
    expect(read.length).toBe(20_000);
    expect(read.every(({ id }, index) => id === `${index}`)).toBe(true);
  });

  it('may be empty, is written once, and is gone after it is removed, also when removed twice', async () => {
    const { store, pathOf } = await workspace();
    await store.writePopulation({ importId: 'a', cases: [] });
    expect(await store.readPopulation('a')).toEqual({ importId: 'a', cases: [] });
    await expect(store.writePopulation({ importId: 'a', cases: [aCase] })).rejects.toMatchObject({
      code: 'invalid-input',
    });
    await store.removePopulation('a');
    expect(existsSync(pathOf('a'))).toBe(false);
    await expect(store.readPopulation('a')).rejects.toMatchObject({ code: 'population-deleted' });
    await store.removePopulation('a');
  });

  it('does not open when a byte changed or when it lies under the name of another import', async () => {
    const { store, pathOf } = await workspace();
    await store.writePopulation({ importId: 'a', cases: [aCase] });
    renameSync(pathOf('a'), pathOf('b'));
    await expect(store.readPopulation('b')).rejects.toMatchObject({ code: 'file-damaged' });
    renameSync(pathOf('b'), pathOf('a'));
    const bytes = readFileSync(pathOf('a'));
    bytes[bytes.length - 20]! ^= 4;
    writeFileSync(pathOf('a'), bytes);
    await expect(store.readPopulation('a')).rejects.toMatchObject({ code: 'file-damaged' });
  });

  it.each(['../tilsyn', '..', '', 'a/b', 'a\\b', 'C:x', 'a\u0000b', 'a.b', 'nul', 'COM1', 'x'.repeat(101)])(
    'is not looked for under the id %j',
    async (importId) => {
      const { store, ports } = await workspace();
      const before = readFileSync(join(ports.workspaceFolder, 'tilsyn.ltdb'));
      const invalid = { code: 'invalid-input' };
      await expect(store.writePopulation({ importId, cases: [] })).rejects.toMatchObject(invalid);
      await expect(store.readPopulation(importId)).rejects.toMatchObject(invalid);
      await expect(store.removePopulation(importId)).rejects.toMatchObject(invalid);
      expect(readFileSync(join(ports.workspaceFolder, 'tilsyn.ltdb')).equals(before)).toBe(true);
    },
  );
});
