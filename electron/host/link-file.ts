import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { words } from './words.ts';

/** A file that leads a browser to the link. */
export interface LinkFile {
  readonly path: string;
  remove(): Promise<void>;
}

/**
 * The link in a file that only this user can read (0600 in a folder of 0700). A browser is started with the file's path and
 * not with the link, because every user of a computer can see with which words a program was started.
 */
export async function createLinkFile(link: string): Promise<LinkFile> {
  const folder = await mkdtemp(join(tmpdir(), 'ledelsestilsyn-link-'));
  const path = join(folder, 'ledelsestilsyn.html');
  await writeFile(path, documentTo(link), { mode: 0o600, flag: 'wx' });
  return { path, remove: () => rm(folder, { recursive: true, force: true }) };
}

/** The link is this program's own: letters, digits and the marks of an address, nothing that HTML reads. */
function documentTo(link: string): string {
  return [
    '<!doctype html><html lang="da"><meta charset="utf-8"><meta name="referrer" content="no-referrer">',
    `<title>${words.program}</title><meta http-equiv="refresh" content="0;url=${link}">`,
    `<p><a href="${link}">${words.openProgram}</a></p></html>\n`,
  ].join('\n');
}
