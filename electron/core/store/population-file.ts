import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';

import { AppError } from '#shared/contract/errors.ts';
import type { CaseRecord } from '#shared/domain/population/case.ts';

const pieceLength = 1024 * 1024;
/** A UTF-16 unit takes at most three bytes in UTF-8. */
const mostBytes = 3;
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

/** Lines of cases in UTF-8, and how many. */
export interface CasePiece {
  readonly lines: Uint8Array<ArrayBuffer>;
  readonly count: number;
}

/** Cases as JSON lines, in pieces of about 1 MiB. */
function* caseLines(cases: Iterable<CaseRecord>): Generator<CasePiece> {
  let piece = Buffer.allocUnsafeSlow(pieceLength);
  let length = 0;
  let count = 0;
  for (const caseRecord of cases) {
    const line = `${JSON.stringify(caseRecord)}\n`;
    const most = line.length < pieceLength ? line.length * mostBytes : Buffer.byteLength(line);
    if (length + most > piece.length) {
      if (count > 0) yield { lines: piece.subarray(0, length), count };
      piece = Buffer.allocUnsafeSlow(Math.max(pieceLength, most));
      length = 0;
      count = 0;
    }
    length += piece.write(line, length, 'utf8');
    count += 1;
  }
  if (count > 0) yield { lines: piece.subarray(0, length), count };
}

/** The pieces of `caseLines`; lets other work run between them. */
export async function writeCases(cases: readonly CaseRecord[]): Promise<Uint8Array[]> {
  const pieces: Uint8Array[] = [];
  for (const { lines } of caseLines(cases)) {
    pieces.push(lines);
    await setImmediate();
  }
  return pieces;
}

export function readCases(plaintext: Buffer): readonly CaseRecord[] {
  return [...eachCase(plaintext)];
}

/** The cases of the stored lines; lets other work run, since 100,000 of them take about a second. */
export async function readCasesInTurns(plaintext: Buffer): Promise<readonly CaseRecord[]> {
  const cases: CaseRecord[] = [];
  for (const record of eachCase(plaintext)) {
    cases.push(record);
    if (cases.length % casesAtATime === 0) await setImmediate();
  }
  return cases;
}

const casesAtATime = 1_000;

function* eachCase(plaintext: Buffer): Generator<CaseRecord> {
  for (let start = 0; start < plaintext.length;) {
    const end = plaintext.indexOf(0x0a, start);
    // Authenticated and written by `writeCases`, so the type is known.
    yield JSON.parse(plaintext.toString('utf8', start, end)) as CaseRecord;
    start = end + 1;
  }
}
