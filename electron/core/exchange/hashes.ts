import { createHash, createHmac, createSecretKey } from 'node:crypto';

import { recordText } from '#shared/domain/exchange/record-hash.ts';
import { canonicalTemplate, normalTemplate } from '#shared/domain/review/normal-template.ts';
import { type ChecklistTemplate, checklistTemplate } from '#shared/domain/review/template.ts';
import { type DrawRecord, drawRecord } from '#shared/domain/sampling/draw-record.ts';

function sha256(text: string): string {
  return createHash('sha256').update(text, 'utf8').digest('hex');
}

/** Of what never changes in the record of a draw, read as a package is read: an older record lacks what has a default. */
export function recordHash(record: DrawRecord): string {
  // Its cases are not hashed, and there may be a thousand.
  return sha256(recordText(drawRecord.parse({ ...record, excluded: [], strata: [], cases: [], replaced: [] })));
}

/** What tells the draw of a round again to somebody who is not told its seed: keyed, so that no seed can be tried. */
export function recordMark(record: DrawRecord, recognitionKey: string): string {
  return caseKeysOf(recognitionKey)(`record|${recordHash(record)}`);
}

const templateHashes = new WeakMap<ChecklistTemplate, string>();

/** Of a checklist edition, whole, in its normal form. An edition never changes. */
export function templateHash(template: ChecklistTemplate): string {
  const hash =
    templateHashes.get(template) ?? sha256(canonicalTemplate(normalTemplate(checklistTemplate.parse(template))));
  templateHashes.set(template, hash);
  return hash;
}

/** What stands for each case number where it must not travel. Preparing the key costs more than using it. */
export function caseKeysOf(recognitionKey: string): (caseId: string) => string {
  const key = createSecretKey(recognitionKey, 'base64');
  return (caseId) => createHmac('sha256', key).update(caseId, 'utf8').digest('hex');
}

/** The workspace's own key for `caseKeysOf`: the same for all its rounds, so that a case is known again in the next one. */
export function recognitionKeyFrom(marksKey: Uint8Array): string {
  return createHmac('sha256', marksKey).update('exchange|recognition', 'utf8').digest('base64');
}
