import { createHmac, type KeyObject } from 'node:crypto';
import { setImmediate } from 'node:timers/promises';

import type { CaseRecord } from '#shared/domain/population/case.ts';
import { caseContent } from '#shared/domain/population/case-content.ts';
import { normaliseText } from '#shared/domain/population/normalise-text.ts';

import { seal } from './envelope.ts';
import { asSaveError, saveFile } from './save-file.ts';
import { openSealed, sealedFolder, sealedPath } from './sealed-keys.ts';
import type { Session } from './session.ts';
import type { CaseMarks } from './store-port.ts';
import type { Surroundings } from './surroundings.ts';

/** A mark: the first 16 bytes of an HMAC. Two of 100,000 cases collide with a chance of about 1 in 10^28. */
export const markLength = 16;
const marksVersion = 1;
const casesAtATime = 500;

/** What a case number becomes under the workspace's own key: it tells a case from another and names none. */
export function caseMark(key: Uint8Array | KeyObject, caseId: string): Buffer {
  return mark(key, 'case', normaliseText(caseId));
}

/** What the known fields of a case become: it tells that something changed, and not what it was. */
export function contentMark(key: Uint8Array, record: CaseRecord): Buffer {
  return mark(key, 'content', caseContent(record));
}

/** The kind keeps a case number from being taken for a content. */
function mark(key: Uint8Array | KeyObject, kind: 'case' | 'content', text: string): Buffer {
  return createHmac('sha256', key).update(`${kind}|${text}`, 'utf8').digest().subarray(0, markLength);
}

/** The marks of cases as bytes: 32 for each, its number and its content. Lets other work run. */
async function marksOf(key: Uint8Array, cases: readonly CaseRecord[]): Promise<Uint8Array> {
  const bytes = new Uint8Array(cases.length * 2 * markLength);
  for (const [index, record] of cases.entries()) {
    if (index % casesAtATime === 0) await setImmediate();
    bytes.set(caseMark(key, record.id), index * 2 * markLength);
    bytes.set(contentMark(key, record), (index * 2 + 1) * markLength);
  }
  return bytes;
}

/** Seals the marks of an import's cases in their own file, so that the workspace, which is saved whole, stays small. */
export async function writeStoredMarks(
  around: Surroundings,
  { markKey, key }: { readonly markKey: Uint8Array; readonly key: Uint8Array },
  { importId, cases }: { readonly importId: string; readonly cases: readonly CaseRecord[] },
): Promise<void> {
  const { ports, fileSystem, patienceMs } = around;
  const path = sealedPath(around, 'marks', importId);
  await fileSystem.makeFolder(sealedFolder(around, 'marks')).catch((error: unknown) => {
    throw asSaveError(error);
  });
  const saveId = Buffer.from(ports.random.bytes(8)).toString('hex');
  const at = ports.clock.now();
  const header = {
    fileId: saveId,
    purpose: 'marks' as const,
    generation: 1,
    saveId,
    created: at,
    modified: at,
    programVersion: ports.programVersion,
    schemaVersion: marksVersion,
    keySlots: [],
  };
  const plaintext = await marksOf(markKey, cases);
  const pieces = seal([plaintext], header, key, ports.random.bytes(12));
  await saveFile(fileSystem, { path, pieces, saveId, patienceMs, beforeReplace: () => Promise.resolve() });
}

/** Null where an import has no marks. Rejects with `file-damaged` or `read-failed`. */
export async function readStoredMarks(
  around: Surroundings,
  session: Session,
  importId: string,
): Promise<CaseMarks | null> {
  const opened = await openSealed(around, session, 'marks', importId);
  return opened === null ? null : parseMarks(opened.plaintext);
}

function parseMarks(plaintext: Buffer): CaseMarks {
  const marks = new Map<string, string>();
  for (let at = 0; at < plaintext.length; at += 2 * markLength) {
    const content = plaintext.toString('hex', at + markLength, at + 2 * markLength);
    marks.set(plaintext.toString('hex', at, at + markLength), content);
  }
  return marks;
}
