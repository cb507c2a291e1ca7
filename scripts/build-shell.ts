import { chmod, copyFile, cp, mkdir, readFile, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';

import { build, type BuildOptions, type Plugin } from 'esbuild';

import { projectFolder } from './project-folder.ts';

/** CommonJS packages inside an ES module still ask for these three. */
const commonJsNames = [
  `import { createRequire as createRequireForPackages } from 'node:module';`,
  'const require = createRequireForPackages(import.meta.url);',
  'const __filename = import.meta.filename;',
  'const __dirname = import.meta.dirname;',
].join('\n');

/**
 * exceljs is used to write. What it would read zip files with is left out: it brings a dozen old packages, one of them without
 * any licence.
 */
const withoutZipReader: Plugin = {
  name: 'without-zip-reader',
  setup: (building) => {
    building.onResolve({ filter: /^unzipper$/ }, ({ path }) => ({ path, namespace: 'left-out' }));
    building.onLoad({ filter: /.*/, namespace: 'left-out' }, () => ({ contents: 'module.exports = {};' }));
  },
};

const common = {
  bundle: true,
  plugins: [withoutZipReader],
  platform: 'node',
  target: 'node24',
  external: ['electron'],
  // Names inside the bundles are relative to this folder, so they do not depend on where the command was given.
  absWorkingDir: projectFolder,
  metafile: true,
  sourcemap: false,
  logLevel: 'warning',
} satisfies BuildOptions;

/**
 * Bundles Electron's programs into a folder: main, core process and the core's import worker as ES modules, the preload as
 * one CommonJS file because a sandboxed preload has no module loader. Beside them lie the WebAssembly of SQLite and the resources.
 * Answers the files that went into the bundles.
 */
export async function buildShell(outFolder: string): Promise<readonly string[]> {
  const shell = join(projectFolder, 'electron', 'shell');
  await rm(outFolder, { recursive: true, force: true });
  await mkdir(outFolder, { recursive: true });
  const programs = await build({
    ...common,
    entryPoints: {
      main: join(shell, 'main.ts'),
      'core-process': join(shell, 'core-process.ts'),
      'import-worker': join(projectFolder, 'electron', 'core', 'importing', 'isolated', 'import-worker.ts'),
    },
    outdir: outFolder,
    format: 'esm',
    banner: { js: commonJsNames },
  });
  const preload = join(outFolder, 'preload.cjs');
  const bridge = await build({ ...common, entryPoints: [join(shell, 'preload.ts')], outfile: preload, format: 'cjs' });
  const foreign = requiredModules(await readFile(preload, 'utf8')).filter((name) => name !== 'electron');
  if (foreign.length > 0) {
    throw new Error(`A sandboxed preload can load only electron, but this one asks for ${foreign.join(', ')}.`);
  }
  const wasm = createRequire(import.meta.url).resolve('sql.js/dist/sql-wasm.wasm');
  await copyFile(wasm, join(outFolder, 'sql-wasm.wasm'));
  // The package marks it executable, which it is not, and not every system keeps the mark.
  await chmod(join(outFolder, 'sql-wasm.wasm'), 0o644);
  await cp(join(projectFolder, 'resources'), join(outFolder, 'resources'), { recursive: true });
  const inputs = [programs, bridge]
    .flatMap(({ metafile }) => Object.keys(metafile.inputs))
    .filter((path) => !path.startsWith('left-out:'));
  return [...inputs.map((path) => resolve(projectFolder, path)), wasm];
}

/** The modules that a bundle loads while it runs. */
export function requiredModules(code: string): readonly string[] {
  return [...code.matchAll(/\b(?:require|import)\(\s*["'`]([^"'`]+)["'`]\s*\)/g)].map(([, name = '']) => name);
}
