import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';

import initSqlJs, { type SqlJsStatic } from 'sql.js';

let loaded: Promise<SqlJsStatic> | undefined;

/** In a bundle the WebAssembly file lies beside the bundle; in the sources it lies in the package. */
function findWasm(): string {
  const beside = fileURLToPath(new URL('sql-wasm.wasm', import.meta.url));
  return existsSync(beside) ? beside : createRequire(import.meta.url).resolve('sql.js/dist/sql-wasm.wasm');
}

/** SQLite, loaded once per process. `wasmFile` overrides where its WebAssembly file is; the first call decides. */
export function loadSql(wasmFile?: string): Promise<SqlJsStatic> {
  loaded ??= readFile(wasmFile ?? findWasm()).then((file) =>
    initSqlJs({ wasmBinary: file.buffer.slice(file.byteOffset, file.byteOffset + file.byteLength) }),
  );
  return loaded;
}
