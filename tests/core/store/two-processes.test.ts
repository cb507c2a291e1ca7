import { spawn } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

import { expect, it } from 'vitest';

import { verifyAuditLog } from '#core/store/audit-log.ts';
import { createStore } from '#core/store/open-store.ts';

import { addRound, passphrase, profile, temporaryFolder, testPorts } from './store-fixture.ts';

const answers = Number(process.env['TILSYN_TWO_PROCESSES'] ?? 10);
const program = join(import.meta.dirname, 'two-processes-child.ts');

/** A process that has opened the workspace and waits. */
async function opened(folder: string, name: string) {
  const child = spawn(process.execPath, [program, folder, passphrase, name, `${answers}`], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  expect((await lines.next()).value).toBe('ready');
  return { child, lines };
}

/** What it said once it might begin: its acknowledged answers, and how often it was refused. */
async function saveAll({ child, lines }: Awaited<ReturnType<typeof opened>>) {
  child.stdin.end('begin');
  const said: string[] = [];
  for (let line = await lines.next(); line.done !== true; line = await lines.next()) said.push(line.value);
  return { saved: said.slice(0, -1), refused: Number(said.at(-1)?.replace('refused ', '')) };
}

it(
  `two processes on one workspace lose no answer of each other (${answers} each)`,
  { timeout: 30_000 + answers * 4_000 },
  async () => {
    const folder = temporaryFolder();
    const store = await createStore(testPorts(folder));
    await store.create(passphrase, profile);
    await store.change({ kind: 'round.drawn', target: 'round-1' }, (tables) => addRound(tables));
    await store.lock();
    const found = await Promise.all([await opened(folder, 'a'), await opened(folder, 'b')].map(saveAll));
    await store.unlock(passphrase);
    const there = store.read((tables) => tables.reviews.get('round-1', 'case-1')?.answers ?? []);
    expect(there.map(({ note }) => note).toSorted()).toEqual(found.flatMap(({ saved }) => saved).toSorted());
    expect(there.length).toBe(2 * answers);
    expect(verifyAuditLog(store.auditLog())).toEqual({ sound: true });
    expect(readdirSync(folder).filter((name) => name.endsWith('.tmp') || name === 'tilsyn.turn')).toEqual([]);
    const refused = found.reduce((sum, each) => sum + each.refused, 0);
    console.log(`2 x ${answers} answers, ${refused} refused and tried again`);
    // Both had opened the same save.
    expect(refused).toBeGreaterThan(0);
  },
);
