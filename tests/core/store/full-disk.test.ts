import { readdirSync } from 'node:fs';
import { join } from 'node:path';

import { describe, expect, it } from 'vitest';

import { createStore } from '#core/store/open-store.ts';

import { faultyWorkspace, write } from './faulty-workspace.ts';
import { aSampleCase, noteOf, passphrase, profile, temporaryFolder, testPorts } from './store-fixture.ts';

describe('a full disk', () => {
  it('does not keep anyone from opening; the audit line of the unlocking goes with the next save', async () => {
    const { fileSystem, store } = await faultyWorkspace();
    const unlockings = (): number => store.auditLog().filter(({ kind }) => kind === 'workspace.unlocked').length;
    const before = unlockings();
    await store.lock();
    fileSystem.leaveRoom(0);
    await store.unlock(passphrase);
    expect(store.read((tables) => noteOf(tables))).toBe('før');
    expect(unlockings()).toBe(before);
    fileSystem.reset();
    await write(store, 'plads igen');
    expect(
      store
        .auditLog()
        .map((line) => line.kind)
        .slice(-2),
    ).toEqual(['workspace.unlocked', 'review.answered']);
  });

  it('leaves no half population and no half workspace', async () => {
    const { fileSystem, store, ports } = await faultyWorkspace();
    const cases = Array.from({ length: 50 }, (_, index) => aSampleCase(`case-${index}`).case);
    await store.writePopulation({ importId: 'zero', cases: [] });
    fileSystem.reset();
    await store.writePopulation({ importId: 'counted', cases });
    const calls = fileSystem.calls.length;
    for (let call = 0; call < calls; call += 1) {
      fileSystem.failAt(call, 'ENOSPC');
      const importId = `import-${call}`;
      const outcome = await store.writePopulation({ importId, cases }).then(
        () => 'saved',
        () => 'failed',
      );
      fileSystem.reset();
      const files = readdirSync(join(ports.workspaceFolder, 'populations'));
      expect(files.includes(`${importId}.ltdb`)).toBe(outcome === 'saved');
      expect(files.filter((name) => name.endsWith('.tmp'))).toEqual([]);
      const told = store.auditLog().some((line) => line.kind === 'population.written' && line.target === importId);
      expect(told).toBe(outcome === 'saved');
    }
    const empty = temporaryFolder();
    const other = await createStore(testPorts(empty), { fileSystem });
    fileSystem.leaveRoom(500);
    await expect(other.create(passphrase, profile)).rejects.toMatchObject({ code: 'disk-full' });
    expect(other.status().state).toBe('missing');
    expect(readdirSync(empty)).toEqual([]);
  });
});
