import { execFileSync } from 'node:child_process';
import { readFile, readdir } from 'node:fs/promises';
import { join, relative, resolve } from 'node:path';

import { openPackage } from './open-package.ts';

const exportPath = resolve(import.meta.dirname, '../fixtures/exports/sager-win1252.csv');

/** Everybody and every case that a run worked with. */
export interface PersonalData {
  readonly names: readonly string[];
  readonly caseIds: ReadonlySet<string>;
  /** Digits only. */
  readonly cprNumbers: ReadonlySet<string>;
}

/** The persons and cases of the export that the runs use, read without the program. */
export async function personalData(): Promise<PersonalData> {
  const [header = '', ...lines] = new TextDecoder('windows-1252')
    .decode(await readFile(exportPath))
    .split('\r\n')
    .slice(3);
  const columns = header.split(';');
  const rows = lines.map((line) => line.split(';')).filter(([id = '']) => /^\d{4}-\d{5}$/u.test(id));
  const column = (name: string): string[] =>
    rows.map((cells) => cells[columns.indexOf(name)]?.trim() ?? '').filter((value) => value !== '');
  return {
    names: [...new Set([...column('Barnets navn'), ...column('Sagsbehandler')])].filter((name) => name.includes(' ')),
    caseIds: new Set(column('Sagsnr.')),
    cprNumbers: new Set(
      column('CPR-nr.')
        .map(digitsOf)
        .filter((digits) => digits.length === 10),
    ),
  };
}

const digitsOf = (text: string): string => text.replaceAll(/\D/gu, '');

/** Who or which case a text holds; case numbers where they are looked for. */
export function personsIn(text: string, { names, caseIds, cprNumbers }: PersonalData): readonly string[] {
  const lower = text.toLowerCase();
  const named = names.filter((name) => lower.includes(name.toLowerCase()));
  const numbered = (text.match(/\d{6}[-–.\s_/]?\d{4}/gu) ?? []).filter((cpr) => cprNumbers.has(digitsOf(cpr)));
  const cases = (text.match(/\d{4}-\d{5}/gu) ?? []).filter((id) => caseIds.has(id));
  return [...new Set([...named, ...numbered, ...cases])];
}

/** The same for bytes, read in every way that a program here may have written them. */
export function personsInBytes(bytes: Uint8Array, data: PersonalData): readonly string[] {
  const buffer = Buffer.from(bytes);
  const readings = [
    buffer.toString('utf8'),
    new TextDecoder('windows-1252').decode(buffer),
    evenCopy(buffer).toString('utf16le'),
    evenCopy(buffer.subarray(1)).toString('utf16le'),
    decodeURIComponentSafely(buffer.toString('latin1')),
  ];
  return [...new Set(readings.flatMap((text) => personsIn(text, data)))];
}

/** Node's reader of UTF-16 ended the process on bytes that begin at an odd place of memory. */
function evenCopy(bytes: Uint8Array): Buffer {
  return Buffer.from(bytes.subarray(0, bytes.length - (bytes.length % 2)));
}

/** Addresses hold Danish letters as %C3%B8. */
function decodeURIComponentSafely(text: string): string {
  return text.replaceAll(/(?:%[0-9a-f]{2})+/giu, (escaped) => Buffer.from(digitsFrom(escaped), 'hex').toString('utf8'));
}
const digitsFrom = (escaped: string): string => escaped.replaceAll('%', '');

/** The files of a folder and everything in it; a link to nowhere, which browsers leave, is none. */
export async function filesIn(folder: string): Promise<readonly string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
}

/** Each file of a folder that holds a person or a case, in its name or in its bytes, with who. */
export async function personsInFolder(
  folder: string,
  data: PersonalData,
): Promise<readonly { readonly file: string; readonly found: readonly string[] }[]> {
  const hits = [];
  for (const path of await filesIn(folder)) {
    const file = relative(folder, path);
    // A browser goes on tidying its folder.
    const bytes = await readFile(path).catch(() => Buffer.alloc(0));
    const found = [...personsIn(file, data), ...personsInBytes(bytes, data)];
    if (found.length > 0) hits.push({ file, found });
  }
  return hits;
}

/** Who a report names: an Office file is unpacked, a PDF is read as its reader sees it. */
export async function personsInReport(path: string, data: PersonalData): Promise<readonly string[]> {
  const bytes = await readFile(path);
  const own = personsInBytes(bytes, data);
  if (path.endsWith('.pdf')) {
    const text = execFileSync('pdftotext', ['-raw', path, '-'], { encoding: 'utf8' });
    const about = execFileSync('pdfinfo', [path], { encoding: 'utf8' });
    return [...own, ...personsIn(text, data), ...personsIn(about, data)];
  }
  const parts = await openPackage(bytes);
  // Without its tags a text that is written in several runs is whole.
  return [
    ...own,
    ...[...parts].flatMap(([name, xml]) => personsIn(`${name}\n${xml}\n${xml.replaceAll(/<[^>]*>/gu, '')}`, data)),
  ];
}
