import { spawn } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';

import { expect, it } from 'vitest';

import { verifyAuditLog } from '#core/store/audit-log.ts';
import { createStore } from '#core/store/open-store.ts';

import { addRound, passphrase, profile, temporaryFolder, testPorts } from './store-fixture.ts';

const kills = Number(process.env['TILSYN_KILLS'] ?? 30);

/** Lets a child write until it has acknowledged `after` answers and `ms` more have passed; the last number it said. */
function writeAndKill(folder: string, after: number, ms: number): Promise<number> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [join(import.meta.dirname, 'kill-child.ts'), folder, passphrase], {
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let said = '';
    let complaint = '';
    let killing = false;
    child.stderr.on('data', (bytes: Buffer) => (complaint += bytes.toString()));
    child.stdout.on('data', (bytes: Buffer) => {
      said += bytes.toString();
      if (!killing && said.split('\n').length > after) {
        killing = true;
        setTimeout(() => child.kill('SIGKILL'), ms);
      }
    });
    child.on('close', (_code, signal) =>
      signal === 'SIGKILL' ? resolve(Number(said.split('\n').at(-2))) : reject(new Error(complaint)),
    );
  });
}

it(
  `loses nothing acknowledged and invents nothing when killed during saves (${kills} times)`,
  { timeout: kills * 5_000 },
  async () => {
    const folder = temporaryFolder();
    const store = await createStore(testPorts(folder));
    await store.create(passphrase, profile);
    await store.change({ kind: 'round.drawn', target: 'round-1' }, (tables) => addRound(tables));
    await store.lock();
    let strays = 0;
    for (let round = 0; round < kills; round += 1) {
      const acknowledged = await writeAndKill(folder, 1 + (round % 5), (round * 7) % 23);
      strays += readdirSync(folder).filter((name) => name.endsWith('.tmp')).length;
      const reader = await createStore(testPorts(folder));
      await reader.unlock(passphrase);
      const answers = reader.read((tables) => tables.reviews.get('round-1', 'case-1')?.answers ?? []);
      const numbers = answers.map((answer) => Number(answer.note));
      expect(numbers).toEqual(Array.from(numbers, (_, index) => index + 1));
      expect(numbers.length).toBeGreaterThanOrEqual(acknowledged);
      expect(numbers.length).toBeLessThanOrEqual(acknowledged + 1);
      expect(verifyAuditLog(reader.auditLog())).toEqual({ sound: true });
      expect(readdirSync(folder).filter((name) => name.endsWith('.tmp'))).toEqual([]);
      await reader.lock();
    }
    // If no kill ever hit a save midway, this test proved nothing.
    expect(strays).toBeGreaterThan(0);
  },
);
