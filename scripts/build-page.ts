import { join } from 'node:path';

import { build } from 'vite';

import { isOlder } from './is-older.ts';
import { projectFolder } from './project-folder.ts';

/** Builds the page into a folder, as vite.config.ts says. Answers the files that went into it. */
export async function buildPage(outFolder = join(projectFolder, 'dist', 'page')): Promise<readonly string[]> {
  const { NODE_ENV: before } = process.env;
  const configFile = join(projectFolder, 'vite.config.ts');
  const built = await build({ configFile, logLevel: 'warn', build: { outDir: outFolder } });
  // vite leaves "production" behind, and every test that a later process runs would get React without its test helpers.
  if (before === undefined) {
    delete process.env['NODE_ENV'];
  } else {
    process.env['NODE_ENV'] = before;
  }
  const outputs = 'output' in built ? built.output : [];
  return outputs.flatMap((output) => (output.type === 'chunk' ? output.moduleIds : []));
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
