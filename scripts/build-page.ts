import { join } from 'node:path';

import { build } from 'vite';

import { isOlder } from './is-older.ts';
import { projectFolder } from './project-folder.ts';

/** Builds the page into dist/page, as vite.config.ts says. */
export async function buildPage(): Promise<void> {
  const { NODE_ENV: before } = process.env;
  await build({ configFile: join(projectFolder, 'vite.config.ts'), logLevel: 'warn' });
  // vite leaves "production" behind, and every test that a later process runs would get React without its test helpers.
  if (before === undefined) {
    delete process.env['NODE_ENV'];
  } else {
    process.env['NODE_ENV'] = before;
  }
}

/** Builds the page where there is none, or where a source changed since. */
export async function ensurePage(): Promise<void> {
  const sources = ['renderer', 'shared', 'vite.config.ts', 'package-lock.json'].map((name) =>
    join(projectFolder, name),
  );
  if (isOlder(join(projectFolder, 'dist', 'page', 'index.html'), sources)) {
    await buildPage();
  }
}
