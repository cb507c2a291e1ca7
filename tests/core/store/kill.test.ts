import { spawn } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { expect, it } from 'vitest';

import { verifyAuditLog } from '#core/store/audit-log.ts';
import { createStore } from '#core/store/open-store.ts';

import { addRound, passphrase, profile, temporaryFolder, testPorts } from './store-fixture.ts';

const kills = Number(process.env['TILSYN_KILLS'] ?? 15);

interface Kill {
  readonly after: number;
  readonly ms: number;
  /** After how many records the child makes a checkpoint. */
  readonly records: number;
}

const compiled = join(tmpdir(), 'tilsyn-compiled');

/** Lets a child write until it has acknowledged `after` answers and `ms` more have passed; the last number it said. */
function writeAndKill(folder: string, { after, ms, records }: Kill): Promise<number> {
  return new Promise((resolve, reject) => {
    const child = spawn(
      process.execPath,
      [join(import.meta.dirname, 'kill-child.ts'), folder, passphrase, `${records}`],
      {
        stdio: ['ignore', 'pipe', 'pipe'],
        // Node keeps the compiled sources: a child starts in a third of the time.
        env: { ...process.env, NODE_COMPILE_CACHE: compiled },
      },
    );
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
  { timeout: kills * 20_000 },
  async () => {
    const folder = temporaryFolder();
    const store = await createStore(testPorts(folder));
    await store.create(passphrase, profile);
    await store.change({ kind: 'round.drawn', target: 'round-1' }, (tables) => addRound(tables));
    await store.lock();
    const hit = { checkpoint: 0, journal: 0 };
    for (let round = 0; round < kills; round += 1) {
      // By turns: hardly ever a checkpoint, one after every record, one after every third.
      const records = [1_000, 1, 3][round % 3] ?? 1;
      const acknowledged = await writeAndKill(folder, { after: 1 + (round % 7), ms: ((round * 7) % 23) / 4, records });
      const left = readdirSync(folder);
      if (left.some((name) => name.endsWith('.tmp'))) hit.checkpoint += 1;
      if (left.includes('tilsyn.ltdj')) hit.journal += 1;
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
    console.log(`${kills} kills: ${hit.journal} left a journal, ${hit.checkpoint} hit a save of the whole file midway`);
    // If no kill ever hit either, this test proved nothing.
    expect(hit.journal).toBeGreaterThan(0);
    expect(hit.checkpoint).toBeGreaterThan(0);
  },
);
