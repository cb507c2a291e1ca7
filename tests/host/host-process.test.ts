import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { describe, expect, it } from 'vitest';

import { browserCommand } from '../../electron/host/browser-command.ts';
import { words } from '../../electron/host/words.ts';

async function runHost(args: readonly string[], onLine: (child: ReturnType<typeof spawn>) => void) {
  const workspace = await mkdtemp(join(tmpdir(), 'tilsyn-process-'));
  await writeFile(join(workspace, 'index.html'), '');
  const own = ['--workspace', workspace, '--page', workspace, '--no-open'];
  const child = spawn(process.execPath, ['electron/host/main.ts', ...own, ...args]);
  let stdout = '';
  let stderr = '';
  child.stdout.on('data', (data: Buffer) => {
    stdout += data.toString();
    if (stdout.split('\n').length > 2) {
      onLine(child);
    }
  });
  child.stderr.on('data', (data: Buffer) => {
    stderr += data.toString();
  });
  const [code] = (await once(child, 'close')) as [number];
  await rm(workspace, { recursive: true, force: true });
  return { code, stdout, stderr };
}

describe('the program in the terminal', () => {
  it.each(['SIGINT', 'SIGTERM'] as const)(
    'prints the address and one sentence, and ends cleanly on %s',
    async (signal) => {
      const { code, stdout, stderr } = await runHost([], (child) => child.kill(signal));
      expect(stdout).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/#link=[\w-]{43}\n/);
      expect(stdout.split('\n').slice(1)).toEqual([words.running, '']);
      expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    },
  );

  it.each([[['--wrong']], [['--port', 'tolv']], [['--port', '70000']]])('says how it is used: %j', async (args) => {
    const { code, stdout, stderr } = await runHost(args, () => undefined);
    expect({ code, stdout, stderr }).toEqual({ code: 1, stdout: '', stderr: `${words.usage}\n` });
  });
});

it.each([
  ['win32', {}, 'rundll32'],
  ['darwin', {}, 'open'],
  ['linux', { DISPLAY: ':0' }, 'xdg-open'],
  ['linux', { WAYLAND_DISPLAY: 'wayland-0' }, 'xdg-open'],
  ['linux', {}, undefined],
  ['linux', { DISPLAY: '' }, undefined],
])('opens the browser on %s with %j by %s', (platform, environment, command) => {
  const opener = browserCommand(platform, environment, 'http://127.0.0.1:1/#link=t');
  expect(opener?.command).toBe(command);
  expect(opener?.arguments.at(-1)).toBe(command === undefined ? undefined : 'http://127.0.0.1:1/#link=t');
});
