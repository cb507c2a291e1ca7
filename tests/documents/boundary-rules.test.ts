import { spawnSync } from 'node:child_process';
import { cp, mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';

import { expect, it } from 'vitest';

/** One file for each rule of .dependency-cruiser.mjs that breaks it. A rule that matches nothing protects nothing. */
const breaking: Readonly<Record<string, readonly [file: string, text: string]>> = {
  'no-cycles': ['electron/core/a.ts', `import './b.ts';`],
  resolvable: ['electron/core/c.ts', `import './missing.ts';`],
  'domain-is-pure': ['shared/domain/a.ts', `import '../contract/a.ts';`],
  'contract-sees-domain': ['shared/contract/b.ts', `import '../rpc/a.ts';`],
  'rpc-sees-contract': ['shared/rpc/b.ts', `import '#shared/domain/b.ts';`],
  'words-are-data': ['shared/words/a.ts', `import 'zod';`],
  'shared-needs-no-host': ['shared/rpc/c.ts', `import type {} from 'node:fs';`],
  'renderer-sees-shared-only': ['renderer/a.ts', `import type {} from '#core/d.ts';`],
  'renderer-without-node': ['renderer/b.ts', `import 'node:fs';`],
  'core-needs-no-host': ['electron/core/e.ts', `import '../host/a.ts';`],
  'core-without-electron': ['electron/host/b.ts', `import './detour.ts';`],
  'shell-only-electron': ['electron/cli/a.ts', `import type {} from 'electron';`],
  'hosts-apart': ['electron/cli/b.ts', `import '../host/a.ts';`],
  'page-is-shared': ['electron/page/a.ts', `import '../core/d.ts';`],
  'excel-in-one-place': ['electron/core/importing/a.ts', `import 'exceljs';`],
  'pdf-in-one-place': ['electron/core/report/a.ts', `import 'pdfkit';`],
  'word-in-one-place': ['electron/core/report/b.ts', `import 'docx';`],
  'sql-in-store': ['electron/core/review/a.ts', `import type {} from 'sql.js';`],
  'no-development-packages': ['electron/core/f.ts', `import 'fast-check';`],
};

/** What the files above need in order to be resolved; none of these breaks a rule that is not meant. */
const innocent: Readonly<Record<string, string>> = {
  'electron/core/b.ts': `import './a.ts';`,
  'electron/core/d.ts': '',
  'electron/core/store/a.ts': `import 'sql.js';`,
  'electron/core/report/write-workbook.ts': `import 'exceljs';`,
  'electron/host/a.ts': `import 'ws'; import '../page/b.ts';`,
  'electron/host/detour.ts': `import '../shell/a.ts';`,
  'electron/page/b.ts': `import 'node:path';`,
  'electron/shell/a.ts': `import 'electron';`,
  'shared/contract/a.ts': `import '../domain/b.ts'; import 'zod';`,
  'shared/domain/b.ts': `import '@noble/hashes/sha2.js';`,
  'shared/rpc/a.ts': `import '../contract/a.ts';`,
};

it('every boundary rule is broken by the import it forbids', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'tilsyn-boundaries-'));
  const files = { ...innocent, ...Object.fromEntries(Object.values(breaking)) };
  for (const [file, text] of Object.entries(files)) {
    await mkdir(dirname(join(folder, file)), { recursive: true });
    await writeFile(join(folder, file), text);
  }
  for (const file of ['package.json', '.dependency-cruiser.mjs']) {
    await cp(file, join(folder, file));
  }
  await symlink(resolve('node_modules'), join(folder, 'node_modules'), 'junction');

  const program = join(folder, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs');
  const args = ['--config', '.dependency-cruiser.mjs', '--output-type', 'json', 'shared', 'electron', 'renderer'];
  const { stdout } = spawnSync(process.execPath, [program, ...args], { cwd: folder, encoding: 'utf8' });
  await rm(folder, { recursive: true, force: true });

  const { summary } = JSON.parse(stdout) as {
    summary: { violations: { from: string; rule: { name: string } }[]; ruleSetUsed: { forbidden: { name: string }[] } };
  };
  const caught = summary.violations.map(({ from, rule }) => `${rule.name} in ${from}`);
  for (const [rule, [file]] of Object.entries(breaking)) {
    expect(caught).toContain(`${rule} in ${file}`);
  }
  expect(summary.ruleSetUsed.forbidden.map(({ name }) => name).toSorted()).toEqual(Object.keys(breaking).toSorted());
});
