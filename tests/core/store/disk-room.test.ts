import { readdirSync } from 'node:fs';

import { describe, expect, it } from 'vitest';

import { faultyWorkspace, write } from './faulty-workspace.ts';
import { answersOf, answersOnDisk, outcomeOf, ways } from './ways-to-save.ts';

const steps = Number(process.env['TILSYN_DISK_STEPS'] ?? 12);

async function bytesOf(way: string): Promise<number> {
  const workspace = await faultyWorkspace();
  await ways[way]!.before(workspace);
  workspace.fileSystem.leaveRoom(Number.MAX_SAFE_INTEGER);
  await ways[way]!.act(workspace, 'talt');
  return Number.MAX_SAFE_INTEGER - workspace.fileSystem.room();
}

describe('a disk with room for only a part of what is saved', () => {
  it.each(Object.keys(ways))(
    `%s: nothing is lost, nothing half is left, and it goes on when there is room (${steps} sizes)`,
    { timeout: 30_000 + steps * 2_000 },
    async (way) => {
      const bytes = await bytesOf(way);
      let full = 0;
      for (let step = 0; step <= steps; step += 1) {
        const workspace = await faultyWorkspace();
        const { store, fileSystem, ports } = workspace;
        await ways[way]!.before(workspace);
        const before = store.read(answersOf);
        // From none to all of it, and the sizes around the ends.
        const room = step === steps ? bytes - 1 : Math.floor((bytes / steps) * step);
        fileSystem.leaveRoom(room);
        const outcome = await outcomeOf(ways[way]!.act(workspace, 'fuld'));
        const inMemory = store.read(answersOf);
        expect(['disk-full', 'saved'], `${room} of ${bytes}`).toContain(outcome);
        if (outcome === 'disk-full') full += 1;
        if (way !== 'a checkpoint') {
          expect(inMemory).toEqual(outcome === 'saved' ? { ...before, fuld: 'fuld' } : before);
        }
        expect(await answersOnDisk(ports.workspaceFolder), `${room} of ${bytes}`).toEqual(inMemory);
        expect(readdirSync(ports.workspaceFolder).filter((name) => name.endsWith('.tmp'))).toEqual([]);
        fileSystem.reset();
        await write(store, 'plads igen', 'plads');
        expect(await answersOnDisk(ports.workspaceFolder)).toEqual({ ...inMemory, plads: 'plads igen' });
        await store.lock();
      }
      expect(full).toBe(steps + 1);
    },
  );
});
