import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { describe, expect, it } from 'vitest';

import { caseMark, contentMark, markLength } from '#core/store/marks.ts';
import { createStore } from '#core/store/open-store.ts';
import type { CaseRecord } from '#shared/domain/population/case.ts';

import { aCase } from '../../unit/sampling/a-case.ts';
import { anImport, passphrase, profile, temporaryFolder, testPorts } from './store-fixture.ts';

const cases: readonly CaseRecord[] = [aCase('S-1', { team: 'Nord', child_name: 'Signe Prøve' }), aCase('S-2')];

async function withImport() {
  const folder = temporaryFolder();
  const store = await createStore(testPorts(folder));
  await store.create(passphrase, profile);
  await store.change({ kind: 'import.added', target: 'import-1' }, (tables) => tables.imports.add(anImport()));
  await store.writePopulation({ importId: 'import-1', cases });
  return { store, folder, path: join(folder, 'marks', 'import-1.ltdb') };
}

const keyOf = (tables: { marks: { key(): Uint8Array | undefined } }) => tables.marks.key() ?? new Uint8Array();

describe('the marks of deleted cases', () => {
  it('are left when the cases are deleted, and not before', async () => {
    const { store, path } = await withImport();
    expect(await store.readMarks('import-1')).toBeNull();
    expect(existsSync(path)).toBe(false);
    await store.removePopulation('import-1');
    const key = store.read(keyOf);
    expect(await store.readMarks('import-1')).toEqual(
      new Map(cases.map((each) => [caseMark(key, each.id).toString('hex'), contentMark(key, each).toString('hex')])),
    );
    await expect(store.readPopulation('import-1')).rejects.toMatchObject({ code: 'population-deleted' });
  });

  it('can be read after the workspace was locked, and by no other workspace', async () => {
    const { store, path } = await withImport();
    await store.removePopulation('import-1');
    const before = await store.readMarks('import-1');
    await store.lock();
    await expect(store.readMarks('import-1')).rejects.toMatchObject({ code: 'workspace-locked' });
    await store.unlock(passphrase);
    expect(await store.readMarks('import-1')).toEqual(before);
    const other = await withImport();
    await other.store.removePopulation('import-1');
    writeFileSync(other.path, readFileSync(path));
    await expect(other.store.readMarks('import-1')).rejects.toMatchObject({ code: 'file-damaged' });
  });

  it('hold no name and no case number, and sixteen bytes each', async () => {
    const { store } = await withImport();
    await store.removePopulation('import-1');
    const marks = await store.readMarks('import-1');
    for (const [id, content] of marks ?? []) {
      expect(`${id}${content}`).toMatch(/^[0-9a-f]{64}$/u);
      expect(id.length).toBe(2 * markLength);
    }
  });

  it('are not made for an import that failed', async () => {
    const folder = temporaryFolder();
    const store = await createStore(testPorts(folder));
    await store.create(passphrase, profile);
    await store.writePopulation({ importId: 'import-1', cases });
    await store.removePopulation('import-1');
    expect(await store.readMarks('import-1')).toBeNull();
    expect(store.read((tables) => tables.marks.key())).toBeUndefined();
  });

  it('do not keep a damaged population from being deleted', async () => {
    const { store, folder } = await withImport();
    writeFileSync(join(folder, 'populations', 'import-1.ltdb'), 'no population');
    await store.removePopulation('import-1');
    expect(existsSync(join(folder, 'populations', 'import-1.ltdb'))).toBe(false);
    expect(await store.readMarks('import-1')).toBeNull();
  });
});

describe('a mark', () => {
  const key = new Uint8Array(32).fill(7);

  it('depends on the key, the kind and the text', () => {
    const of = (each: CaseRecord, by = key) => contentMark(by, each).toString('hex');
    expect(caseMark(key, ' S-1 ')).toEqual(caseMark(key, 'S-1'));
    expect(caseMark(key, 'S-1')).not.toEqual(caseMark(new Uint8Array(32), 'S-1'));
    expect(of(aCase('S-1'))).not.toBe(of(aCase('S-1'), new Uint8Array(32)));
    expect(of(aCase('S-1', { team: 'Nord' }))).not.toBe(of(aCase('S-1', { team: 'Syd' })));
  });

  it('of a review keeps the newest closing', async () => {
    const { store } = await withImport();
    await store.change({ kind: 'test', target: 'x' }, ({ marks }) => {
      const mark = caseMark(marks.ensureKey(), 'S-1');
      marks.addReviewed(mark, '2026-02-01T00:00:00.000Z');
      marks.addReviewed(mark, '2026-01-01T00:00:00.000Z');
    });
    expect([...store.read(({ marks }) => marks.reviewed()).values()]).toEqual(['2026-02-01T00:00:00.000Z']);
  });
});
