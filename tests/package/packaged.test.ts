import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { extractAll, extractFile, getRawHeader, listPackage } from '@electron/asar';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { shippedPackageJson } from '../../scripts/packaging/app-archive.ts';
import { fusesOf, makeElectronFolder, makeProjectCopy, runBuilder, runPackage } from './electron-stand-in.ts';
import { electronDefaults, fuses } from './fuses.ts';
import { runCore } from './run-core.ts';

let folder: string;
let project: string;
let archive: string;
let printed: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tilsyn-package-'));
  project = join(folder, 'project');
  archive = join(project, 'dist', 'package', 'app.asar');
  await makeProjectCopy(project);
  [printed] = await Promise.all([runPackage(join(project, 'dist')), runPackage(join(folder, 'again'))]);
}, 180_000);
afterAll(() => rm(folder, { recursive: true, force: true }));

const sha256 = (path: string) => createHash('sha256').update(readFileSync(path)).digest('hex');
const contents = (path: string) =>
  listPackage(path, { isPack: false }).map((name) => name.replaceAll('\\', '/').slice(1));

describe('the archive', () => {
  it('holds these files and no others', () => {
    const stable = contents(archive).map((name) => name.replace(/index-[\w-]{8}\./, 'index-HASH.'));
    const resources = (kind: string) =>
      stable.filter((name) => name.startsWith(`dist/shell/resources/${kind}/`) && /\.(json|woff|txt)$/.test(name));
    const all = ['checklists', 'practice', 'benchmarks', 'fonts'].map((kind) => [kind, resources(kind)] as const);
    for (const [kind, names] of all) {
      expect(names, kind).not.toEqual([]);
    }
    const folders = ['dist', 'dist/page', 'dist/page/assets', 'dist/shell', 'dist/shell/resources'];
    const page = ['index.html', 'assets/index-HASH.css', 'assets/index-HASH.js'].map((name) => `dist/page/${name}`);
    const programs = ['main.js', 'preload.cjs', 'core-process.js', 'import-worker.js', 'sql-wasm.wasm'];
    const shell = programs.map((name) => `dist/shell/${name}`);
    const data = all.flatMap(([kind, names]) => [`dist/shell/resources/${kind}`, ...names]);
    expect(stable.toSorted()).toEqual([...folders, ...page, ...shell, ...data, 'package.json'].toSorted());
  });

  it('has the same resources as the project', async () => {
    const own = (await readdir('resources', { recursive: true })).toSorted();
    const prefix = 'dist/shell/resources/';
    const packed = contents(archive).filter((name) => name.startsWith(prefix));
    expect(packed.map((name) => name.slice(prefix.length)).toSorted()).toEqual(own);
  });

  it('has no host, no command line, no test and no developer tool inside its programs', () => {
    for (const name of ['main.js', 'core-process.js', 'import-worker.js']) {
      const sources = [
        ...extractFile(archive, `dist/shell/${name}`)
          .toString()
          .matchAll(/^ *\/\/ ([\w.@/-]+\.[cm]?[jt]sx?)$/gm),
      ];
      const paths = sources.map(([, path = '']) => path);
      expect(paths.length, name).toBeGreaterThan(3);
      expect(
        paths.filter((path) =>
          /^electron\/(host|cli)\/|^tests\/|node_modules\/(ws|vitest|esbuild|electron)\//.test(path),
        ),
      ).toEqual([]);
    }
    for (const name of contents(archive).filter((path) => /\.(c?js|css)$/.test(path))) {
      expect(extractFile(archive, name).toString(), name).not.toMatch(/sourceMappingURL=/);
    }
  });

  it('describes itself without scripts and without what only developers need', () => {
    const shipped = JSON.parse(extractFile(archive, 'package.json').toString()) as Record<string, unknown>;
    expect(shipped).toMatchObject({ name: 'ledelsestilsyn', main: 'dist/shell/main.js', type: 'module' });
    expect(shipped).not.toHaveProperty('scripts');
    expect(shipped).not.toHaveProperty('devDependencies');
    expect(shippedPackageJson('{"scripts":{},"devDependencies":{},"main":"a"}')).toBe('{\n  "main": "a"\n}');
  });

  it('is the same to the byte when it is built again, and so are the licences and the bill of materials', () => {
    for (const name of ['app.asar', 'THIRD-PARTY-NOTICES.txt', 'sbom.cdx.json']) {
      expect(sha256(join(folder, 'again', 'package', name)), name).toBe(sha256(join(project, 'dist', 'package', name)));
    }
  });

  it('goes with a text that names every package in it, and a bill of materials with every dependency', () => {
    const own = (name: string) => readFileSync(join(project, 'dist', 'package', name), 'utf8');
    const notices = own('THIRD-PARTY-NOTICES.txt');
    const bill = JSON.parse(own('sbom.cdx.json')) as {
      components: { name: string; version?: string; purl?: string }[];
    };
    const names = ['main.js', 'core-process.js', 'import-worker.js'].flatMap((name) =>
      [
        ...extractFile(archive, `dist/shell/${name}`)
          .toString()
          .matchAll(/^ *\/\/ .*node_modules\/((?:@[\w-]+\/)?[\w.-]+)\//gm),
      ].map(([, found]) => found!),
    );
    expect(new Set(names).size).toBeGreaterThan(50);
    for (const name of new Set(names)) {
      expect(notices, name).toMatch(new RegExp(`^${name} \\d+\\.\\d+\\.\\d+\nLicence: `, 'm'));
    }
    const { dependencies } = JSON.parse(readFileSync('package.json', 'utf8')) as {
      dependencies: Record<string, string>;
    };
    // ws serves a browser in the loopback host, which is not shipped.
    const { ws: _notShipped, ...shipped } = dependencies;
    for (const [name, version] of Object.entries(shipped)) {
      expect(bill.components, name).toContainEqual(expect.objectContaining({ name, version }));
      expect(notices).toContain(`\n${name} ${version}\nLicence: `);
    }
    expect(bill.components).toContainEqual(expect.objectContaining({ name: 'electron' }));
    expect(bill.components.map(({ name }) => name)).not.toContain('ws');
  });

  it('says its size and what weighs most', () => {
    expect(printed).toMatch(
      /^ +\d+\.\d MB {2}app\.asar, of which most are\n +\d\.\d MB {4}dist\/shell\/core-process\.js/m,
    );
  });

  it('runs: out of its own files it opens a workspace, imports, draws and writes reports', async () => {
    const extracted = join(folder, 'extracted');
    extractAll(archive, extracted);
    const core = runCore(join(extracted, 'dist', 'shell'), join(folder, 'workspace'));
    const profile = { municipality: 'E', department: 'B', reviewer: 'Å' };
    const created = await core.call('workspace.create', { passphrase: 'en lang adgangssætning', ...profile });
    expect(created).toMatchObject({ state: 'open' });
    const { importId } = await core.call('importing.example', {});
    const plan = { asOf: '2025-11-03', seed: 'prøve-1', unit: 'child', parts: [{ kind: 'random', size: 12 }] };
    const { roundId } = await core.call('sampling.draw', { importId, plan, name: 'Prøve' });
    for (const format of ['xlsx', 'pdf', 'docx']) {
      const target = core.target(`rapport.${format}`, join(folder, `rapport.${format}`));
      await core.call('report.write', { roundId, kind: 'political', format, target });
    }
    expect(await core.stop()).toBe(0);
    const beginnings = await Promise.all(
      ['xlsx', 'pdf', 'docx'].map(async (format) =>
        (await readFile(join(folder, `rapport.${format}`))).toString('latin1', 0, 4),
      ),
    );
    expect(beginnings).toEqual(['PK\x03\x04', '%PDF', 'PK\x03\x04']);
    expect(await readdir(join(folder, 'workspace'))).toContain('tilsyn.ltdb');
  }, 60_000);
});

describe('electron-builder with electron-builder.yml, on a stand-in for the Electron program', () => {
  let linux: string;
  let windows: string;

  beforeAll(async () => {
    const electron = join(folder, 'electron');
    await mkdir(electron);
    await makeElectronFolder(electron);
    await runBuilder(project, electron, '--linux', '--win');
    linux = join(project, 'dist', 'installers', 'linux-unpacked');
    windows = join(project, 'dist', 'installers', 'win-unpacked');
  }, 180_000);

  it('packs the same archive to the byte, so what the tests above say holds for what is installed', () => {
    expect(sha256(join(linux, 'resources', 'app.asar'))).toBe(sha256(archive));
    expect(sha256(join(windows, 'resources', 'app.asar'))).toBe(sha256(archive));
  });

  it('sets every fuse and leaves the ninth, wasmTrapHandlers, on', async () => {
    const wanted = fuses.map(({ on }) => (on ? '1' : '0')).join('');
    expect(await fusesOf(join(folder, 'electron', 'electron'))).toBe(electronDefaults);
    expect(await fusesOf(join(linux, 'ledelsestilsyn'))).toBe(wanted);
    expect(await fusesOf(join(windows, 'Ledelsestilsyn.exe'))).toBe(wanted);
  });

  it("writes the archive's fingerprint into the Windows program", async () => {
    const { headerString } = getRawHeader(archive);
    const value = createHash('sha256').update(headerString).digest('hex');
    const program = await readFile(join(windows, 'Ledelsestilsyn.exe'), 'latin1');
    expect(program).toContain(JSON.stringify([{ file: String.raw`resources\app.asar`, alg: 'SHA256', value }]));
  });

  it('lays beside the archive the licences and the bill of materials, and nothing that is not asked for', async () => {
    for (const installed of [linux, windows]) {
      expect((await readdir(join(installed, 'resources'))).toSorted()).toEqual([
        'LICENSE.txt',
        'THIRD-PARTY-NOTICES.txt',
        'app.asar',
        'sbom.cdx.json',
      ]);
      expect((await readdir(join(installed, 'locales'))).toSorted()).toEqual(['da.pak', 'en-US.pak']);
      expect(existsSync(join(installed, 'LICENSES.chromium.html'))).toBe(true);
    }
  });

  it('stops a release that is not signed', async () => {
    const release = ['-c.forceCodeSigning=true', '-c.directories.output=dist/release', '--win'];
    await expect(runBuilder(project, join(folder, 'electron'), ...release)).rejects.toThrow(
      expect.objectContaining({ stdout: expect.stringContaining('App is not signed') }),
    );
  }, 60_000);
});
