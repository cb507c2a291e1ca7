import { expect, it } from 'vitest';

import { verifyAuditLog } from '#core/store/audit-log.ts';
import { createStore } from '#core/store/open-store.ts';

import { seededDice } from '../../support/seeded-dice.ts';
import { lossyFileSystem } from '../store/lossy-file-system.ts';
import { addRound, answer, noteOf, profile, testPorts } from '../store/store-fixture.ts';
import { codeOf } from './key-fixture.ts';

const cuts = Number(process.env['TILSYN_KEY_POWER_LOSSES'] ?? 12);
const folder = '/workspace';
const of = (number: number): string => `adgangskode nummer ${number}`;
/** The program that lost its power holds its turn for ever, and every next one waits for it so long. */
const patienceMs = 1;
const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** Cheap enough for many changes. */
const cheap = () => ({ ...testPorts(folder), keyCost: { N: 2, r: 1, p: 1 } });

it(
  `a power loss while keys are changed leaves a workspace that the old passphrase or the new one opens (${cuts} times)`,
  { timeout: 60_000 + cuts * 10_000 },
  async () => {
    const first = lossyFileSystem();
    const maker = await createStore(cheap(), { fileSystem: first, patienceMs });
    await maker.create(of(0), profile);
    await maker.change({ kind: 'round.drawn', target: 'round-1' }, (tables) => {
      addRound(tables);
      answer(tables, '0');
    });
    await maker.lock();
    let current = 0;
    const told = { acknowledged: 0, ahead: 0 };
    for (let seed = 1, disk = first.afterPowerLoss(seededDice(0)); seed <= cuts; seed += 1) {
      const dice = seededDice(seed);
      const store = await createStore(cheap(), { fileSystem: disk, patienceMs });
      await store.unlock(of(current));
      let acknowledged = current;
      let noted = store.read((tables) => noteOf(tables));
      let tried = noted;
      disk.stopAt(dice(110));
      void (async () => {
        for (let number = current + 1; ; number += 1) {
          await store.keys.changePassphrase(of(number - 1), of(number));
          acknowledged = number;
          // The second and every later one replaces the one before, so the file gets a new key.
          await store.keys.makeRecoveryKey(of(number));
          tried = `${number}`;
          await store.change({ kind: 'review.answered', target: 'case-1' }, (tables) => answer(tables, `${number}`));
          noted = `${number}`;
        }
      })();
      for (let seen = -1; seen !== disk.calls();) {
        seen = disk.calls();
        await pause(25);
      }
      disk = disk.afterPowerLoss(dice);
      // The program may have been computing, not waiting for the disk: what it does from here on does not count.
      const said = acknowledged;
      const notes = [noted, tried];
      const reader = await createStore(cheap(), { fileSystem: disk, patienceMs });
      const next = await codeOf(reader.unlock(of(said + 1)));
      if (next !== 'fulfilled') await reader.unlock(of(said));
      if (said > current) told.acknowledged += 1;
      if (next === 'fulfilled') told.ahead += 1;
      current = said + (next === 'fulfilled' ? 1 : 0);
      expect(notes, `seed ${seed}`).toContain(reader.read((tables) => noteOf(tables)));
      expect(verifyAuditLog(reader.auditLog())).toEqual({ sound: true });
      await reader.lock();
      disk = disk.afterPowerLoss(dice);
    }
    console.log(`${cuts} power losses: ${JSON.stringify(told)}`);
    expect(told.acknowledged).toBeGreaterThan(cuts / 4);
  },
);
