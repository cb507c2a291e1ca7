import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdir, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';

import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { createLinkFile } from '../../../electron/host/link-file.ts';
import { createSettingsFile } from '../../../electron/host/settings-file.ts';
import { noPolicy } from '../../../shared/domain/policy.ts';
import { openLink } from '../started-host.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tilsyn-users-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const modeOf = async (path: string): Promise<string> => ((await stat(path)).mode & 0o777).toString(8);
const onUnix = describe.skipIf(process.platform === 'win32');

/** The program with a browser that writes down how it was started, and waits. */
async function startWithBrowser() {
  const [bin, started] = [join(folder, 'bin'), join(folder, 'started')];
  await mkdir(bin);
  await writeFile(
    join(bin, 'xdg-open'),
    `#!/bin/sh\nprintf '%s\\n' "$@" > '${started}.new'\nmv '${started}.new' '${started}'\n`,
  );
  await chmod(join(bin, 'xdg-open'), 0o755);
  await writeFile(join(folder, 'index.html'), '');
  const args = ['electron/host/main.ts', '--workspace', join(folder, 'workspace'), '--page', folder];
  const env = { ...process.env, PATH: `${bin}:${process.env['PATH']}`, DISPLAY: ':0', TMPDIR: folder };
  const child = spawn(process.execPath, args, { env, stdio: ['ignore', 'pipe', 'inherit'] });
  const [link] = (await once(createInterface({ input: child.stdout }), 'line')) as [string];
  await expect.poll(() => readFile(started, 'utf8').catch(() => ''), { timeout: 20_000 }).not.toBe('');
  const path = (await readFile(started, 'utf8')).trim();
  const end = async (): Promise<void> => {
    child.kill('SIGINT');
    await once(child, 'exit');
  };
  return { child, link, token: new URL(link).hash.slice('#link='.length), path, end };
}

onUnix('another user of this computer', () => {
  it('finds the link neither in the list of processes nor in their environment', async () => {
    const { child, token, path, end } = await startWithBrowser();
    // What the browser was started with is what everybody sees; it is a path.
    expect(path).not.toContain(token);
    expect(child.spawnargs.join(' ')).not.toContain(token);
    if (process.platform === 'linux') {
      const [words, environment] = ['cmdline', 'environ'].map((name) => join('/proc', String(child.pid), name));
      expect(await readFile(words ?? '', 'utf8')).not.toContain(token);
      expect(await readFile(environment ?? '', 'utf8')).not.toContain(token);
    }
    await end();
  });

  it('cannot read the file that leads the browser to the link', async () => {
    const { link, path, end } = await startWithBrowser();
    expect(await readFile(path, 'utf8')).toContain(`0;url=${link}`);
    expect([await modeOf(path), await modeOf(dirname(path))]).toEqual(['600', '700']);
    await end();
  });

  it('finds no such file once the link was used, nor when the program has ended', async () => {
    const used = await startWithBrowser();
    await openLink(used.link);
    await expect.poll(() => stat(dirname(used.path)).catch(() => 'gone'), { timeout: 20_000 }).toBe('gone');
    await used.end();
    await rm(join(folder, 'bin'), { recursive: true });
    await rm(join(folder, 'started'));
    const unused = await startWithBrowser();
    expect((await stat(unused.path)).isFile()).toBe(true);
    await unused.end();
    await expect(stat(dirname(unused.path))).rejects.toMatchObject({ code: 'ENOENT' });
  });

  it('cannot read the settings, which hold nothing of a case anyway', async () => {
    const path = join(folder, 'deep', 'settings.json');
    const settings = createSettingsFile(path, noPolicy);
    await settings.write(await settings.read());
    expect([await modeOf(path), await modeOf(dirname(path))]).toEqual(['600', '700']);
  });

  it('cannot put a file of its own in the place of the link file: every one has a folder with a name of its own', async () => {
    const files = await Promise.all(Array.from({ length: 5 }, () => createLinkFile('http://127.0.0.1:1/#link=a')));
    expect(new Set(files.map(({ path }) => path)).size).toBe(5);
    await Promise.all(files.map((file) => file.remove()));
  });
});
