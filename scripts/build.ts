import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

import { buildPage } from './build-page.ts';
import { buildShell } from './build-shell.ts';
import { projectFolder } from './project-folder.ts';

const dist = join(projectFolder, 'dist');
await buildPage();
await buildShell(join(dist, 'shell'));
for (const part of ['page', 'shell']) {
  const folder = join(dist, part);
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  const bytes = names.reduce((sum, name) => sum + statSync(join(folder, name)).size, 0);
  console.log(`dist/${part}: ${(bytes / 1_000_000).toFixed(1)} MB`);
}
