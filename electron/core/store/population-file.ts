import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';

import { AppError } from '#shared/contract/errors.ts';
import type { CaseRecord } from '#shared/domain/population/case.ts';

const pieceLength = 1024 * 1024;
/** A file name on every system, Windows' reserved device names excepted. */
const plainName = /^(?!(?:con|prn|aux|nul|com\d|lpt\d)$)[A-Za-z0-9_-]{1,100}$/i;

/** The version of the line format: one case as JSON per line. */
export const populationSchemaVersion = 1;

/** Throws `invalid-input` for an id that could lead out of the folder. */
export function populationPath(folder: string, importId: string): string {
  if (!plainName.test(importId)) {
    throw new AppError('invalid-input', 'An import id holds letters, digits, - and _ only');
  }
  return join(folder, `${importId}.ltdb`);
}

/** Cases as JSON lines, in pieces of about 1 MiB; lets other work run between the pieces. */
export async function writeCases(cases: readonly CaseRecord[]): Promise<readonly Uint8Array[]> {
  const pieces: Uint8Array[] = [];
  let lines = '';
  for (const caseRecord of cases) {
    lines += `${JSON.stringify(caseRecord)}\n`;
    if (lines.length >= pieceLength) {
      pieces.push(Buffer.from(lines, 'utf8'));
      lines = '';
      await setImmediate();
    }
  }
  if (lines !== '') {
    pieces.push(Buffer.from(lines, 'utf8'));
  }
  return pieces;
}

export function readCases(plaintext: Buffer): readonly CaseRecord[] {
  const cases: CaseRecord[] = [];
  for (let start = 0; start < plaintext.length;) {
    const end = plaintext.indexOf(0x0a, start);
    // Authenticated and written by `writeCases`, so the type is known.
    cases.push(JSON.parse(plaintext.toString('utf8', start, end)) as CaseRecord);
    start = end + 1;
  }
  return cases;
}
