import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';

import { expect, it } from 'vitest';

import { verifyAuditLog } from '#core/store/audit-log.ts';
import { createStore } from '#core/store/open-store.ts';

import { killWriting } from '../store/kill-writing.ts';
import { addRound, answer, aSampleCase, noteOf, profile, temporaryFolder, testPorts } from '../store/store-fixture.ts';
import { codeOf } from './key-fixture.ts';

const kills = Number(process.env['TILSYN_KEY_KILLS'] ?? 8);
const of = (number: number): string => `adgangskode nummer ${number}`;

/** Kills a program `ms` after it has acknowledged one change of keys; the last number it said. */
function changeAndKill(folder: string, start: number, ms: number): Promise<number> {
  const program = join(import.meta.dirname, 'kill-keys-child.ts');
  return killWriting({ program, args: [folder, `${start}`], after: 1, moment: () => setTimeout(ms) });
}

it(
  `a program killed while it changes keys leaves a workspace that the old passphrase or the new one opens (${kills} times)`,
  { timeout: kills * 20_000 },
  async () => {
    const folder = temporaryFolder();
    const store = await createStore(testPorts(folder));
    await store.create(of(0), profile);
    await store.writePopulation({ importId: 'import-1', cases: [aSampleCase('a').case] });
    await store.change({ kind: 'round.drawn', target: 'round-1' }, (tables) => {
      addRound(tables);
      answer(tables, 'bliver');
    });
    await store.lock();
    let current = 0;
    let ahead = 0;
    for (let round = 0; round < kills; round += 1) {
      const acknowledged = await changeAndKill(folder, current, (round * 13) % 60);
      const reader = await createStore(testPorts(folder));
      const next = await codeOf(reader.unlock(of(acknowledged + 1)));
      if (next !== 'fulfilled') {
        expect(next).toBe('wrong-passphrase');
        await reader.unlock(of(acknowledged));
      } else {
        ahead += 1;
      }
      current = acknowledged + (next === 'fulfilled' ? 1 : 0);
      expect(reader.read((tables) => noteOf(tables))).toBe('bliver');
      expect((await reader.readPopulation('import-1')).cases).toHaveLength(1);
      expect(verifyAuditLog(reader.auditLog())).toEqual({ sound: true });
      await reader.lock();
    }
    console.log(
      `${kills} kills during ${current} changes of keys: ${ahead} left a change that was not acknowledged yet`,
    );
  },
);
