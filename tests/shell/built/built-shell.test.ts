import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { noPolicy } from '#shared/domain/policy.ts';

import { buildShell, requiredModules } from '../../../scripts/build-shell.ts';

let folder: string;
let built: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tilsyn-built-'));
  built = join(folder, 'shell');
  await buildShell(built);
}, 60_000);
afterAll(() => rm(folder, { recursive: true, force: true }));

/** Runs a bundle in plain Node, with a module that stands in for what Electron provides. */
function runBundle(name: string, standIn: string, env: Record<string, string> = {}) {
  const execArgv = ['--import', resolve('tests/shell/built', standIn)];
  return fork(join(built, name), {
    execArgv,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
}

describe('the built shell', () => {
  it('consists of these files, without source maps', async () => {
    expect((await readdir(built)).toSorted()).toEqual([
      'core-process.js',
      'import-worker.js',
      'main.js',
      'preload.cjs',
      'resources',
      'sql-wasm.wasm',
    ]);
  });

  it('has a preload that loads electron and nothing else, on one channel', async () => {
    const preload = await readFile(join(built, 'preload.cjs'), 'utf8');
    expect(requiredModules(preload)).toEqual(['electron']);
    expect(preload).not.toMatch(/^import |process\.env|ipcRenderer\.invoke/m);
  });

  it('names every module that a bundle loads while it runs', () => {
    const code = `require("a"); await import('node:b'); __require("no"); require(\`c\`); const require2 = x.require`;
    expect(requiredModules(code)).toEqual(['a', 'node:b', 'c']);
  });

  it('has a core that answers and imports out of its own folder, and ends when it is told to', async () => {
    const options = {
      workspaceFolder: join(folder, 'workspace'),
      resourceFolder: join(built, 'resources'),
      programVersion: '1.0.0',
      keyCost: { N: 16, r: 8, p: 1 },
      policy: noPolicy,
      systemKey: false,
    };
    const core = runBundle('core-process.js', 'parent-port.mjs', { TILSYN_CORE_OPTIONS: JSON.stringify(options) });
    const profile = { municipality: 'E', department: 'B', reviewer: 'Å' };
    const input = { passphrase: 'en lang adgangssætning', ...profile };
    core.send({ type: 'call', id: 1, name: 'workspace.create', input });
    const answers: unknown[] = [];
    core.on('message', (message) => answers.push(message));
    await expect
      .poll(() => answers, { timeout: 20_000 })
      .toContainEqual(
        expect.objectContaining({ id: 1, type: 'result', value: expect.objectContaining({ state: 'open' }) }),
      );
    core.send({ type: 'call', id: 2, name: 'importing.example', input: {} });
    await expect
      .poll(() => answers, { timeout: 20_000 })
      .toContainEqual(
        expect.objectContaining({ id: 2, type: 'result', value: expect.objectContaining({ cases: 2_000 }) }),
      );
    core.send({ type: 'stop' });
    expect(await once(core, 'exit')).toEqual([0, null]);
    const left = await readdir(join(folder, 'workspace'));
    expect(left).toContain('tilsyn.ltdb');
    // Quitting locks: everything is in the file, and no journal is left.
    expect(left).not.toContain('tilsyn.ltdj');
  });

  it('has a main program that loads, and gives way to one that runs already', async () => {
    const main = runBundle('main.js', 'fake-electron.mjs');
    const calls: unknown[] = [];
    main.on('message', (call) => calls.push(call));
    expect(await once(main, 'exit')).toEqual([0, null]);
    expect(calls).toEqual(['setPath userData', 'setPath sessionData', 'lock', 'quit']);
  });
});
