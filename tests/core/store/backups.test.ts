import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { copyFile } from 'node:fs/promises';
import { join } from 'node:path';

import { describe, expect, it } from 'vitest';

import { createStore } from '#core/store/open-store.ts';

import { addRound, answer, noteOf, passphrase, profile, temporaryFolder, testPorts } from './store-fixture.ts';

async function workspace() {
  const ports = testPorts(temporaryFolder());
  const store = await createStore(ports);
  await store.create(passphrase, profile);
  await store.change({ kind: 'round.drawn', target: 'round-1' }, (tables) => addRound(tables));
  const write = (note: string) =>
    store.change({ kind: 'review.answered', target: 'case-1' }, (tables) => answer(tables, note));
  const folder = join(ports.workspaceFolder, 'backups');
  return { ports, store, write, folder, path: join(ports.workspaceFolder, 'tilsyn.ltdb') };
}

describe('backups', () => {
  it('are made before the first save of a day, once, and open with the passphrase', async () => {
    const { ports, write, folder, path } = await workspace();
    await write('torsdag');
    ports.setDay('2026-01-16');
    await write('fredag 1');
    const thursday = readFileSync(path);
    await write('fredag 2');
    expect(readdirSync(folder).toSorted()).toEqual(['tilsyn-2026-01-15.ltdb', 'tilsyn-2026-01-16.ltdb']);
    expect(readFileSync(join(folder, 'tilsyn-2026-01-16.ltdb')).equals(thursday)).toBe(true);

    const restored = temporaryFolder();
    await copyFile(join(folder, 'tilsyn-2026-01-16.ltdb'), join(restored, 'tilsyn.ltdb'));
    const store = await createStore(testPorts(restored));
    await store.unlock(passphrase);
    expect(store.read((tables) => noteOf(tables))).toBe('torsdag');
  });

  it('are kept for the last ten days of work', async () => {
    const { ports, write, folder } = await workspace();
    for (let day = 16; day <= 28; day += 1) {
      ports.setDay(`2026-01-${day}`);
      await write(`${day}`);
    }
    const names = readdirSync(folder).toSorted();
    expect(names.length).toBe(10);
    expect([names[0], names[9]]).toEqual(['tilsyn-2026-01-19.ltdb', 'tilsyn-2026-01-28.ltdb']);
  });

  it('keep a file that went bad on disk aside, and the sound memory is saved', async () => {
    const { ports, store, write, folder, path } = await workspace();
    const rotten = readFileSync(path);
    rotten[rotten.length - 100]! ^= 1;
    writeFileSync(path, rotten);
    ports.setDay('2026-01-16');
    await write('reddet');
    const kept = readdirSync(folder).find((name) => /^tilsyn-2026-01-16-damaged-[0-9a-f]+\.ltdb$/.test(name));
    expect(readFileSync(join(folder, kept ?? 'none')).equals(rotten)).toBe(true);
    expect(readdirSync(folder)).not.toContain('tilsyn-2026-01-16.ltdb');
    await store.unlock(passphrase);
    expect(store.read((tables) => noteOf(tables))).toBe('reddet');
  });

  it('never overwrite a file whose header is damaged', async () => {
    const { write, path, store } = await workspace();
    const broken = readFileSync(path);
    broken[40]! ^= 1;
    writeFileSync(path, broken);
    await expect(write('tabt')).rejects.toMatchObject({ code: 'file-damaged' });
    expect(readFileSync(path).equals(broken)).toBe(true);
    await expect(store.unlock(passphrase)).rejects.toMatchObject({ code: 'file-damaged' });
    expect(readFileSync(path).equals(broken)).toBe(true);
  });
});
