import { spawnSync } from 'node:child_process';
import { mkdirSync, statSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';

import { buildPage } from './build-page.ts';
import { buildShell } from './build-shell.ts';
import { electronBinary } from './electron-binary.ts';
import { appFiles, writeAppArchive } from './packaging/app-archive.ts';
import { bundledPackages, readPackage } from './packaging/bundled-packages.ts';
import { softwareBill } from './packaging/software-bill.ts';
import { thirdPartyNotices } from './packaging/third-party-notices.ts';
import { projectFolder } from './project-folder.ts';

/**
 * `npm run package`: the archive of the program, the licences and the bill of materials, and where Electron's program is
 * there also the installers. What follows `--` goes to electron-builder, for example `npm run package -- -- --win --x64`.
 * `--out DIR` builds into another folder than dist and makes no installer.
 */
const { values, positionals } = parseArgs({ options: { out: { type: 'string' } }, allowPositionals: true });
const dist = resolve(projectFolder, values.out ?? 'dist');
const results = join(dist, 'package');

await makeContents();
printSizes();
if (values.out === undefined) {
  makeInstallers();
}

async function makeContents(): Promise<void> {
  const files = [...(await buildPage(join(dist, 'page'))), ...(await buildShell(join(dist, 'shell')))];
  const packages = bundledPackages(files);
  const electron = readPackage(join(projectFolder, 'node_modules', 'electron'));
  mkdirSync(results, { recursive: true });
  writeFileSync(join(results, 'THIRD-PARTY-NOTICES.txt'), thirdPartyNotices(packages));
  writeFileSync(join(results, 'sbom.cdx.json'), softwareBill(packages, electron));
  await writeAppArchive(dist, join(results, 'app.asar'));
  console.log(`${packages.length} packages are in the product.`);
}

function printSizes(): void {
  const megabytes = (path: string) => (statSync(path).size / 1_000_000).toFixed(1).padStart(6);
  console.log(`${megabytes(join(results, 'app.asar'))} MB  app.asar, of which most are`);
  const bySize = appFiles(dist).toSorted((a, b) => statSync(b.path).size - statSync(a.path).size);
  for (const { name, path } of bySize.slice(0, 6)) {
    console.log(`${megabytes(path)} MB    ${name}`);
  }
}

function makeInstallers(): void {
  if (electronBinary() === null) {
    console.log(
      'Electron is not in node_modules/electron/dist, so there is no installer. The archive is in dist/package.',
    );
    console.log('Where it may be downloaded, `npx install-electron` fetches it; then run this again.');
    return;
  }
  const program = join(projectFolder, 'node_modules', 'electron-builder', 'cli.js');
  const made = spawnSync(process.execPath, [program, ...positionals], { cwd: projectFolder, stdio: 'inherit' });
  process.exitCode = made.status ?? 1;
}
