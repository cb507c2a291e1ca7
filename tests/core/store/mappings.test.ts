import { describe, expect, it } from 'vitest';

import { createStore } from '#core/store/open-store.ts';

import { passphrase, profile, temporaryFolder, testPorts } from './store-fixture.ts';

const mapping = (headersKey: string, name: string, savedAt: string) => ({
  headersKey,
  name,
  savedAt,
  mapping: { unit: 'child' as const, columns: [{ header: 'Nr. "§"', field: 'case_id' as const }] },
});

describe('mappings', () => {
  it('are kept one for each key, listed newest first, and removed', async () => {
    const store = await createStore(testPorts(temporaryFolder()));
    await store.create(passphrase, profile);
    const first = mapping('a', 'Nexus', '2026-01-01T08:00:00.000Z');
    const second = mapping('b', 'DUBU', '2026-01-02T08:00:00.000Z');
    const renamed = { ...first, name: 'Nexus, Børn', savedAt: '2026-01-03T08:00:00.000Z' };
    const put = (row: typeof first) =>
      store.change({ kind: 'mapping.kept', target: row.headersKey }, (tables) => tables.mappings.put(row));
    await put(first);
    await put(second);
    expect(store.read((tables) => tables.mappings.list())).toEqual([second, first]);
    await put(renamed);
    expect(store.read((tables) => tables.mappings.list())).toEqual([renamed, second]);
    await store.change({ kind: 'mapping.forgotten', target: 'a' }, (tables) => tables.mappings.remove('a'));
    expect(store.read((tables) => [tables.mappings.get('a'), tables.mappings.get('b')])).toEqual([undefined, second]);
  });
});
