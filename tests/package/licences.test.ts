import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { bundledPackages } from '../../scripts/packaging/bundled-packages.ts';
import { usedLicence } from '../../scripts/packaging/licences.ts';
import { softwareBill } from '../../scripts/packaging/software-bill.ts';
import { thirdPartyNotices } from '../../scripts/packaging/third-party-notices.ts';

let folder: string;
const inside = (...path: readonly string[]) => join(folder, 'node_modules', ...path);

/** A package as it lies in node_modules. */
async function addPackage(place: string, description: object, files: Readonly<Record<string, string>> = {}) {
  await mkdir(inside(place), { recursive: true });
  await writeFile(inside(place, 'package.json'), JSON.stringify({ version: '1.0.0', ...description }));
  for (const [name, text] of Object.entries(files)) {
    await writeFile(inside(place, name), text);
  }
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tilsyn-licences-'));
  await addPackage('plain', { name: 'plain', license: 'MIT' }, { 'index.js': '', LICENSE: 'The text of plain' });
  await addPackage('@scope/nested', { name: '@scope/nested', license: 'ISC', author: 'Nora' }, { 'a.mjs': '' });
  await addPackage(
    '@scope/nested/node_modules/plain',
    { name: 'plain', version: '2.0.0', license: 'MIT', author: 'P' },
    { 'i.js': '' },
  );
  const bundle = '//#region ../node_modules/plain/index.js\nfirst();\n//#endregion\n';
  await addPackage('carrier', { name: 'carrier', license: 'MIT', author: { name: 'C' } }, { 'dist.js': bundle });
  await addPackage('copyleft', { name: 'copyleft', license: 'GPL-3.0-only' }, { 'x.js': '' });
  await addPackage('silent', { name: 'silent' }, { 'x.js': '', LICENCE: 'MIT License\n\nCopyright' });
  await addPackage('unknown', { name: 'unknown' }, { 'x.js': '' });
  await addPackage('old', { name: 'old', licenses: [{ type: 'MIT' }, { type: 'GPL-2.0' }] }, { 'x.js': '' });
});
afterAll(() => rm(folder, { recursive: true, force: true }));

describe('the packages in a bundle', () => {
  it('are found from its files: once each, nested ones too, without own files and what the bundler makes up', () => {
    const files = [
      inside('plain', 'index.js'),
      `${inside('plain', 'index.js')}?commonjs`,
      inside('@scope', 'nested', 'a.mjs'),
      inside('@scope', 'nested', 'node_modules', 'plain', 'i.js'),
      join(folder, 'renderer', 'main.tsx'),
      '\0rolldown/runtime.js',
    ];
    expect(bundledPackages(files).map(({ name, version }) => `${name} ${version}`)).toEqual([
      '@scope/nested 1.0.0',
      'plain 1.0.0',
      'plain 2.0.0',
    ]);
  });

  it('include those that a package carries inside a file of its own', () => {
    expect(bundledPackages([inside('carrier', 'dist.js')]).map(({ name }) => name)).toEqual(['carrier', 'plain']);
  });
});

describe('the licence that a package is used under', () => {
  const of = (licence: string) => usedLicence({ licence, folder: inside('unknown') });

  it.each([
    ['MIT', 'MIT'],
    ['(MIT OR GPL-3.0-or-later)', 'MIT'],
    ['(GPL-3.0-or-later OR Apache-2.0)', 'Apache-2.0'],
    ['(MIT AND Zlib)', 'MIT AND Zlib'],
    ['(MIT AND GPL-2.0)', null],
    ['LGPL-3.0', null],
    ['MPL-2.0', null],
    ['UNLICENSED', null],
    ['SEE LICENSE IN LICENSE.md', null],
    ['', null],
  ])('%s -> %s', (stated, used) => {
    expect(of(stated)).toBe(used);
  });

  it('stands in the file where package.json is silent, and in the old form of package.json', () => {
    const [old, silent] = bundledPackages([inside('old', 'x.js'), inside('silent', 'x.js')]);
    expect(usedLicence(old!)).toBe('MIT');
    expect(usedLicence(silent!)).toBe('MIT');
  });
});

describe('the notices', () => {
  it("hold the package's own text, and the licence's text where the package has none", () => {
    const text = thirdPartyNotices(bundledPackages([inside('plain', 'index.js'), inside('@scope', 'nested', 'a.mjs')]));
    expect(text).toContain('plain 1.0.0\nLicence: MIT\n\nThe text of plain');
    expect(text).toContain('@scope/nested 1.0.0\nLicence: ISC\n\nCopyright (c) Nora\n\nPermission to use, copy');
    expect(text).toContain('Source Sans 3 (font)\nLicence: OFL-1.1');
    expect(text).toMatch(/Electron.*Chromium.*FFmpeg/s);
  });

  it.each(['copyleft', 'unknown'])('are refused for a package whose licence is %s', (name) => {
    expect(() => thirdPartyNotices(bundledPackages([inside(name, 'x.js')]))).toThrow(/may not be shipped/);
  });

  it('are refused for a package without a text and without anybody to name', () => {
    expect(() => thirdPartyNotices(bundledPackages([inside('old', 'x.js')]))).toThrow(/carries no licence file/);
  });
});

describe('the bill of materials', () => {
  it('is stable, and has a time only where one is given', () => {
    const packages = bundledPackages([inside('plain', 'index.js')]);
    const [electron] = packages;
    const bill = softwareBill(packages, electron!, {});
    expect(bill).toBe(softwareBill(packages, electron!, {}));
    expect(bill).not.toMatch(/serialNumber|timestamp/);
    expect(softwareBill(packages, electron!, { SOURCE_DATE_EPOCH: '0' })).toContain(
      '"timestamp": "1970-01-01T00:00:00.000Z"',
    );
  });
});
