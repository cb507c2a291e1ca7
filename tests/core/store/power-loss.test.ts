import { expect, it } from 'vitest';

import { verifyAuditLog } from '#core/store/audit-log.ts';
import { createStore } from '#core/store/open-store.ts';

import { seededDice } from '../../support/seeded-dice.ts';
import { type LossyFileSystem, lossyFileSystem } from './lossy-file-system.ts';
import { addRound, answer, passphrase, profile, testPorts } from './store-fixture.ts';

const cuts = Number(process.env['TILSYN_POWER_LOSSES'] ?? 300);

const folder = '/workspace';
const later = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

/** A disk with a workspace that holds one round. */
async function newDisk(): Promise<LossyFileSystem> {
  const fileSystem = lossyFileSystem();
  const maker = await createStore(testPorts(folder), { fileSystem });
  await maker.create(passphrase, profile);
  await maker.change({ kind: 'round.drawn', target: 'round-1' }, (tables) => addRound(tables));
  await maker.lock();
  return fileSystem.afterPowerLoss(seededDice(0));
}

it(
  `loses nothing acknowledged and invents nothing when the power fails (${cuts} times)`,
  { timeout: 60_000 + cuts * 500 },
  async () => {
    const told = { torn: 0, midway: 0 };
    for (let seed = 1, disk = await newDisk(); seed <= cuts; seed += 1) {
      const dice = seededDice(seed);
      const store = await createStore(testPorts(folder), {
        fileSystem: disk,
        checkpoints: { records: 1 + dice(4) },
        patienceMs: 1,
      });
      await store.unlock(passphrase);
      let acknowledged = store.read((tables) => tables.reviews.get('round-1', 'case-1')?.answers.length ?? 0);
      const started = acknowledged;
      disk.stopAt(dice(120));
      const write = async (): Promise<void> => {
        for (let number = acknowledged + 1; ; number += 1) {
          const itemId = `item-${String(number).padStart(6, '0')}`;
          const note = 'n'.repeat(dice(9_000));
          await store.change({ kind: 'review.answered', target: itemId }, (tables) =>
            answer(tables, note, 'case-1', itemId),
          );
          acknowledged = number;
          if (dice(5) === 0) await store.checkpoint();
        }
      };
      const writing = write();
      // Everything in memory is done in a few turns of the loop; what waits then waits for the disk that stopped.
      for (let turn = 0, seen = -1; seen !== disk.calls(); turn += 1) {
        seen = disk.calls();
        for (let wait = 0; wait < 5; wait += 1) await later();
      }
      if (acknowledged > started) told.midway += 1;

      const dead = disk;
      disk = dead.afterPowerLoss(dice);
      // Otherwise its database would stay in memory for good.
      void writing.catch(() => store.lock());
      dead.clear();
      const reader = await createStore(testPorts(folder), { fileSystem: disk, patienceMs: 1 });
      await reader.unlock(passphrase);
      if (reader.auditLog().at(-2)?.kind === 'journal.record-dropped') told.torn += 1;
      const items = reader.read((tables) => tables.reviews.get('round-1', 'case-1')?.answers ?? []);
      const numbers = items.map(({ itemId }) => Number(itemId.slice(5)));
      expect(numbers, `seed ${seed}`).toEqual(Array.from(numbers, (_, index) => index + 1));
      expect(numbers.length, `seed ${seed}`).toBeGreaterThanOrEqual(acknowledged);
      expect(numbers.length, `seed ${seed}`).toBeLessThanOrEqual(acknowledged + 1);
      expect(verifyAuditLog(reader.auditLog())).toEqual({ sound: true });
      await reader.checkpoint();
      await reader.lock();
      // A new workspace now and then: the logs only grow, and the large ones would take all the time.
      disk = seed % 25 === 0 ? await newDisk() : disk.afterPowerLoss(dice);
    }
    console.log(`${cuts} power losses: ${told.midway} after acknowledged answers, ${told.torn} records found torn`);
    expect(told.midway).toBeGreaterThan(cuts / 4);
  },
);
