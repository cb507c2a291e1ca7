import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { projectFolder } from '../project-folder.ts';
import type { BundledPackage } from './bundled-packages.ts';
import { licenceTexts, usedLicence } from './licences.ts';
import { standardTexts } from './standard-texts.ts';

const line = '-'.repeat(80);

const head = `Ledelsestilsyn contains the work of others. This file names each package with its licence.

The program runs on Electron, which carries Chromium, Node.js and FFmpeg (LGPL 2.1, as a library of its own). Their licences
lie beside the program as LICENSE.electron.txt and LICENSES.chromium.html.
sql.js contains SQLite, which is in the public domain.`;

/**
 * The text that goes with the product: every package with its licence and its own licence files, and the font.
 * Throws for a package whose licence is unknown or copyleft.
 */
export function thirdPartyNotices(packages: readonly BundledPackage[]): string {
  const font = readFileSync(join(projectFolder, 'resources', 'fonts', 'OFL.txt'), 'utf8').trim();
  const parts = [...packages.map(notice), `Source Sans 3 (font)\nLicence: OFL-1.1\n\n${font}`];
  return `${[head, ...parts].join(`\n\n${line}\n`)}\n`;
}

function notice(found: BundledPackage): string {
  const licence = usedLicence(found);
  if (licence === null) {
    throw new Error(`${found.name} ${found.version} has a licence that may not be shipped: "${found.licence}".`);
  }
  return `${found.name} ${found.version}\nLicence: ${licence}\n\n${licenceText(found, licence)}`;
}

/** The package's own files; where it has none, the licence it names with its author as the holder of the copyright. */
function licenceText(found: BundledPackage, licence: string): string {
  const own = licenceTexts(found);
  if (own.length > 0) {
    return own.join('\n\n');
  }
  const standard = standardTexts[licence];
  if (standard === undefined || found.author === '') {
    throw new Error(`${found.name} ${found.version} carries no licence file, and ${licence} needs one.`);
  }
  return `Copyright (c) ${found.author}\n\n${standard}`;
}
