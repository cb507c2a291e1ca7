import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import type { SqlJsStatic } from 'sql.js';

import { open, readHeader } from '#core/store/envelope.ts';
import { deriveJournalKey, openRecords, readJournalHeader } from '#core/store/journal-format.ts';
import { unwrapWithPassphrase } from '#core/store/key-slots.ts';
import { loadSql } from '#core/store/load-sql.ts';
import { replay } from '#core/store/unlock-session.ts';
import { loadDatabase, type WorkspaceDatabase } from '#core/store/workspace-database.ts';

import { passphrase } from '../store/store-fixture.ts';

/** A file as it lies on disk, and what it says to somebody who has every key that is left; null: nothing opens it. */
export interface OpenedFile {
  readonly name: string;
  readonly raw: Buffer;
  readonly content: string | null;
}

export interface KeyRing {
  readonly fileKeys: readonly Buffer[];
  /** Of populations and marks. */
  readonly otherKeys: readonly Buffer[];
}

/** Every file below the folder, opened with the passphrase and with every key that can be found by it. */
export async function everythingOnDisk(
  folder: string,
  extra: readonly OpenedFile[] = [],
): Promise<readonly OpenedFile[]> {
  const keys = await keyRing(folder);
  const sql = await loadSql();
  const files = filesBelow(folder).map((name) => ({ name, raw: readFileSync(join(folder, name)) }));
  return [...files, ...extra].map(({ name, raw }) => ({ name, raw, content: contentOf(sql, raw, keys) }));
}

export function filesBelow(folder: string): readonly string[] {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return entries.map(({ parentPath, name }) => join(parentPath, name).slice(folder.length + 1)).toSorted();
}

async function keyRing(folder: string): Promise<KeyRing> {
  const raw = readFileSync(join(folder, 'tilsyn.ltdb'));
  const header = readHeader(raw, raw.length);
  const fileKey = await unwrapWithPassphrase(header.keySlots, passphrase, header.fileId);
  const database = loadDatabase(await loadSql(), open(raw, fileKey).plaintext);
  const journal = filesBelow(folder).includes('tilsyn.ltdj') ? readFileSync(join(folder, 'tilsyn.ltdj')) : null;
  if (journal !== null && readJournalHeader(journal).saveId === header.saveId) {
    replay(database, openRecords(journal, deriveJournalKey(fileKey, header)).texts, header.modified);
  }
  const keysIn = (table: string): Buffer[] =>
    database.statements.all(`SELECT key FROM ${table}`).map(({ key }) => Buffer.from(key as Uint8Array));
  const keys = { fileKeys: [fileKey, ...keysIn('former_file_keys')], otherKeys: keysIn('population_keys') };
  database.close();
  return keys;
}

function contentOf(sql: SqlJsStatic, raw: Buffer, { fileKeys, otherKeys }: KeyRing): string | null {
  for (const key of [...fileKeys, ...otherKeys]) {
    try {
      return raw.subarray(0, 4).toString('latin1') === 'LTDJ' ? recordsOf(raw, key) : plainText(sql, raw, key);
    } catch {
      // Another key, perhaps.
    }
  }
  return null;
}

function recordsOf(raw: Buffer, fileKey: Buffer): string {
  return openRecords(raw, deriveJournalKey(fileKey, readJournalHeader(raw))).texts.join('\n');
}

/** The plaintext as it is, free pages and gaps included; of a database also every row, since a long text may lie in pieces. */
function plainText(sql: SqlJsStatic, raw: Buffer, key: Buffer): string {
  const { header, plaintext } = open(raw, key);
  const text = plaintext.toString('utf8');
  return header.purpose === 'workspace' ? `${text}\n${rowsOf(loadDatabase(sql, plaintext))}` : text;
}

function rowsOf(database: WorkspaceDatabase): string {
  const { statements } = database;
  const tables = statements.all("SELECT name FROM sqlite_schema WHERE type = 'table'");
  const rows = tables.flatMap(({ name }) => statements.all(`SELECT * FROM "${String(name)}"`));
  database.close();
  return rows.flatMap((row) => Object.values(row)).join('\n');
}
