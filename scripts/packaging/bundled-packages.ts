import { readFileSync } from 'node:fs';
import { createRequire, findPackageJSON } from 'node:module';
import { join, sep } from 'node:path';

/** A package that is in the product, as it lies in node_modules. */
export interface BundledPackage {
  readonly name: string;
  readonly version: string;
  readonly folder: string;
  /** As package.json says it; empty where it says nothing. */
  readonly licence: string;
  readonly author: string;
}

interface PackageJson {
  readonly name: string;
  readonly version: string;
  readonly license?: string | { readonly type: string };
  readonly licenses?: readonly { readonly type: string }[];
  readonly author?: string | { readonly name: string };
}

const lastPackage = /^(.*[\\/]node_modules[\\/](?:@[^\\/]+[\\/])?[^\\/]+)[\\/]/;
/** How bundlers mark, inside a file that they made, where each part of it came from. */
const partOfBundle =
  /^\/\/\s*(?:#region )?(?:\.\.\/)*node_modules\/(?:[^\n]*\/node_modules\/)?((?:@[^/\s]+\/)?[^/\s]+)\//gm;

/**
 * The packages that files of a bundle came from, in order of name and version; also those that a package carries inside a file
 * of its own. The project's own files and what a bundler makes up count for nothing.
 */
export function bundledPackages(files: readonly string[]): readonly BundledPackage[] {
  const folders = new Set<string>();
  for (const file of files.map((path) => path.replace(/\?.*$/, ''))) {
    const folder = lastPackage.exec(file)?.[1];
    if (folder !== undefined && !file.startsWith('\0')) {
      folders.add(folder);
      for (const inner of packagesInside(file)) {
        folders.add(inner);
      }
    }
  }
  const inOrder = [...folders].toSorted().map(readPackage);
  const byName = new Map(inOrder.map((found) => [`${found.name}@${found.version}`, found]));
  return [...byName].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, found]) => found);
}

export function readPackage(folder: string): BundledPackage {
  const found = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as PackageJson;
  const { license, licenses = [], author = '' } = found;
  const stated = typeof license === 'object' ? license.type : license;
  return {
    name: found.name,
    version: found.version,
    folder,
    licence: stated ?? licenses.map(({ type }) => type).join(' OR '),
    author: typeof author === 'object' ? author.name : author,
  };
}

function packagesInside(file: string): readonly string[] {
  if (!/\.[cm]?js$/.test(file)) {
    return [];
  }
  const names = new Set([...readFileSync(file, 'utf8').matchAll(partOfBundle)].map(([, name = '']) => name));
  return [...names].map((name) => folderOf(name, file));
}

/** Where a package lies that a file would load. Throws where it is not installed, because then nobody can say its licence. */
export function folderOf(name: string, from: string): string {
  const found = findPackageJSON(name, from) ?? createRequire(from).resolve(`${name}/package.json`);
  return found.slice(0, found.lastIndexOf(`${sep}package.json`));
}
