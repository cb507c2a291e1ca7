import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { setImmediate, setTimeout } from 'node:timers/promises';

import { expect, it } from 'vitest';

import { verifyAuditLog } from '#core/store/audit-log.ts';
import { createStore } from '#core/store/open-store.ts';

import { killWriting } from './kill-writing.ts';
import { addRound, passphrase, profile, temporaryFolder, testPorts } from './store-fixture.ts';

const kills = Number(process.env['TILSYN_KILLS'] ?? 15);
/** Where none of them hit a save of the whole file, so many more may aim at one. */
const aimed = 20;
const program = join(import.meta.dirname, 'kill-child.ts');

const isUnderWay = (folder: string) => readdirSync(folder).some((name) => name.endsWith('.tmp'));

/** A kill at some moment; by turns hardly ever a checkpoint, one after every record, one after every third. */
function anyKill(folder: string, round: number): Promise<number> {
  const records = [1_000, 1, 3][round % 3] ?? 1;
  const ms = ((round * 7) % 23) / 4;
  const args = [folder, passphrase, `${records}`];
  return killWriting({ program, args, after: 1 + (round % 7), moment: () => setTimeout(ms) });
}

/** A kill as soon as a save of the whole file is seen to be under way. */
function aimedKill(folder: string): Promise<number> {
  const moment = async () => {
    while (!isUnderWay(folder)) await setImmediate();
  };
  return killWriting({ program, args: [folder, passphrase, '1'], after: 1, moment });
}

it(
  `loses nothing acknowledged and invents nothing when killed during saves (${kills} times)`,
  { timeout: (kills + aimed) * 20_000 },
  async () => {
    const folder = temporaryFolder();
    const store = await createStore(testPorts(folder));
    await store.create(passphrase, profile);
    await store.change({ kind: 'round.drawn', target: 'round-1' }, (tables) => addRound(tables));
    await store.lock();
    const hit = { checkpoint: 0, journal: 0 };
    let round = 0;
    for (; round < kills || (hit.checkpoint === 0 && round < kills + aimed); round += 1) {
      const acknowledged = await (round < kills ? anyKill(folder, round) : aimedKill(folder));
      if (isUnderWay(folder)) hit.checkpoint += 1;
      if (readdirSync(folder).includes('tilsyn.ltdj')) hit.journal += 1;
      const reader = await createStore(testPorts(folder));
      await reader.unlock(passphrase);
      const answers = reader.read((tables) => tables.reviews.get('round-1', 'case-1')?.answers ?? []);
      const numbers = answers.map((answer) => Number(answer.note));
      expect(numbers).toEqual(Array.from(numbers, (_, index) => index + 1));
      expect(numbers.length).toBeGreaterThanOrEqual(acknowledged);
      expect(numbers.length).toBeLessThanOrEqual(acknowledged + 1);
      expect(verifyAuditLog(reader.auditLog())).toEqual({ sound: true });
      expect(isUnderWay(folder)).toBe(false);
      await reader.lock();
    }
    console.log(`${round} kills: ${hit.journal} left a journal, ${hit.checkpoint} hit a save of the whole file midway`);
    // If no kill ever hit either, this test proved nothing.
    expect(hit.journal).toBeGreaterThan(0);
    expect(hit.checkpoint).toBeGreaterThan(0);
  },
);
