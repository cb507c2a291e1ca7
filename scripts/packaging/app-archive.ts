import { createReadStream, readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { Readable } from 'node:stream';

import { createPackageFromStreams, type AsarStreamType } from '@electron/asar';

import { projectFolder } from '../project-folder.ts';

/** The rule of `files` in electron-builder.yml. tests/package compares the result with electron-builder's own. */
const folders = ['shell', 'page'] as const;
const left = /\.(map|tsx?|mts|cts)$/;

/** A file of the product: its name inside the archive, with forward slashes, and where it lies. */
export interface AppFile {
  readonly name: string;
  readonly path: string;
}

/** The files that go into the archive besides package.json, in order of name. */
export function appFiles(outFolder: string): readonly AppFile[] {
  const inFolder = (folder: string) =>
    readdirSync(join(outFolder, folder), { recursive: true, encoding: 'utf8' })
      .filter((name) => statSync(join(outFolder, folder, name)).isFile() && !left.test(name))
      .map((name) => ({
        name: `dist/${folder}/${name.replaceAll('\\', '/')}`,
        path: join(outFolder, folder, name),
      }));
  return folders.flatMap(inFolder).toSorted((a, b) => (a.name < b.name ? -1 : 1));
}

/** package.json as it is shipped: without scripts and without what only developers need. The same bytes as electron-builder's. */
export function shippedPackageJson(text: string): string {
  const all = JSON.parse(text) as Record<string, unknown>;
  const kept = Object.entries(all).filter(([key]) => !['scripts', 'devDependencies', 'keywords'].includes(key));
  return JSON.stringify(Object.fromEntries(kept), null, 2);
}

/** Writes the archive. It holds no times, so the same files give the same bytes. */
export async function writeAppArchive(outFolder: string, archive: string): Promise<void> {
  const files = appFiles(outFolder);
  const packageJson = shippedPackageJson(readFileSync(join(projectFolder, 'package.json'), 'utf8'));
  const streams: AsarStreamType[] = [];
  const seen = new Set<string>();
  for (const { name, path } of files) {
    // A folder comes right before its first file, as electron-builder has it.
    for (const folder of parents(name).filter((parent) => !seen.has(parent))) {
      seen.add(folder);
      streams.push({ type: 'directory', path: folder, unpacked: false });
    }
    const streamGenerator = () => createReadStream(path);
    streams.push({ type: 'file', path: name, unpacked: false, streamGenerator, stat: statSync(path) });
  }
  const size = Buffer.byteLength(packageJson);
  const streamGenerator = () => Readable.from([Buffer.from(packageJson)]);
  streams.push({ type: 'file', path: 'package.json', unpacked: false, streamGenerator, stat: { mode: 0o644, size } });
  await createPackageFromStreams(archive, streams);
}

function parents(name: string): readonly string[] {
  const folder = dirname(name);
  return folder === '.' ? [] : [...parents(folder), folder];
}
