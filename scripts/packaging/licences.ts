import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import type { BundledPackage } from './bundled-packages.ts';

/** Licences that ask for no more than their text and names: what a program of MIT licence can take in. No copyleft. */
const permissive = new Set([
  '0BSD',
  'Apache-2.0',
  'BlueOak-1.0.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'CC0-1.0',
  'ISC',
  'MIT',
  'OFL-1.1',
  'Unlicense',
  'Zlib',
]);

/**
 * The licence that a package is used under: of alternatives ("MIT OR GPL-3.0") the first that is permissive, and where all
 * count ("MIT AND Zlib") all of them. Null for an unknown or a copyleft licence, and for none.
 */
export function usedLicence(found: Pick<BundledPackage, 'licence' | 'folder'>): string | null {
  const stated = found.licence === '' ? licenceInFile(found) : found.licence;
  const alternatives = stated.replace(/[()]/g, '').split(/\s+OR\s+/i);
  const allowed = alternatives.find((part) => part.split(/\s+AND\s+/i).every((name) => permissive.has(name.trim())));
  return allowed?.trim() ?? null;
}

/** Where package.json says nothing: what the first line of the licence file says. */
function licenceInFile(found: Pick<BundledPackage, 'folder'>): string {
  const [, name = ''] = /^(?:The )?(MIT|ISC) License/i.exec(licenceTexts(found)[0] ?? '') ?? [];
  return name.toUpperCase();
}

const licenceFile = /^(licen[cs]e|copying|notice)([-.].*)?$/i;

/** The licence and notice files of a package, in order of name. */
export function licenceTexts({ folder }: Pick<BundledPackage, 'folder'>): readonly string[] {
  const names = readdirSync(folder, { withFileTypes: true }).filter(
    (entry) => entry.isFile() && licenceFile.test(entry.name),
  );
  return names
    .map(({ name }) => name)
    .toSorted()
    .map((name) => readFileSync(join(folder, name), 'utf8').replaceAll('\r\n', '\n').trim());
}
