import { randomBytes } from 'node:crypto';
import { mkdtempSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { onTestFinished } from 'vitest';

import type { Ports } from '#core/ports.ts';
import type { ImportRow, Profile, RoundRow, SampleCaseRow, Tables } from '#core/store/tables.ts';
import type { AppEvent } from '#shared/contract/events.ts';
import type { LocalDate } from '#shared/domain/calendar/local-date.ts';
import { noPolicy } from '#shared/domain/policy.ts';

export const passphrase = 'tre små grise i skoven';
export const profile: Profile = { municipality: 'Prøvekøbing', department: 'Børn og Unge', reviewer: 'Åse Prøve' };
export const knownName = 'Signe Syntetisk-Østergaard';
export const knownCpr = '010115-9999';

export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'tilsyn-store-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

export interface TestPorts extends Ports {
  readonly events: AppEvent[];
  /** The calendar day that `clock.today` answers. */
  setDay(day: string): void;
}

/** Real chance, a cheap scrypt, and a clock that moves one second per look. */
export function testPorts(folder: string, begins = '2026-01-15T08:00:00.000Z'): TestPorts {
  const events: AppEvent[] = [];
  let day = '2026-01-15';
  let seconds = 0;
  return {
    workspaceFolder: folder,
    resourceFolder: folder,
    programVersion: '0.0.0-test',
    files: {
      read: () => Promise.reject(new Error('no files here')),
      write: () => Promise.reject(new Error('no files here')),
    },
    clock: {
      now: () => new Date(Date.parse(begins) + 1000 * seconds++).toISOString(),
      today: () => day as LocalDate,
    },
    random: { bytes: (length) => randomBytes(length) },
    keyCost: { N: 2 ** 10, r: 8, p: 1 },
    keyStore: null,
    policy: noPolicy,
    announce: (event) => events.push(event),
    events,
    setDay: (next) => {
      day = next;
    },
  };
}

export function anImport(importId = 'import-1'): ImportRow {
  return {
    summary: {
      importId,
      fileName: 'udtræk.xlsx',
      importedAt: '2026-01-15T08:00:00.000Z',
      sha256: 'a'.repeat(64),
      frameFingerprint: 'b'.repeat(64),
      rows: { total: 3, header: 1, blank: 0, accepted: 2, rejected: 0 },
      cases: 2,
      columns: [{ header: 'Sagsnr.', field: 'case_id', confidence: 1 }],
      unit: 'case',
      mappingName: null,
      problemCount: 1,
      problemKinds: [{ code: 'cpr-invalid', column: 'CPR', count: 1, listed: 1 }],
      lines: { header: { ranges: [[1, 1]], more: 0 }, blank: { ranges: [], more: 0 } },
      example: false,
      ms: 12,
    },
    mapping: { sheet: 'Ark1', headerRow: 1, columns: [{ header: 'Sagsnr.', field: 'case_id' }] },
    problems: [{ row: 2, column: 'CPR', code: 'cpr-invalid', value: '010115-xxxx' }],
  };
}

export function aRound(id = 'round-1', importId = 'import-1', populationFingerprint = 'c'.repeat(64)): RoundRow {
  return {
    id,
    name: 'Januar 2026',
    importId,
    createdAt: '2026-01-15T08:00:00.000Z',
    example: false,
    templateId: 'barnets-lov',
    templateEdition: 1,
    record: {
      format: 'ledelsestilsyn-draw-record',
      version: 1,
      method: 'LT1',
      programVersion: '0.0.0-test',
      drawnAt: '2026-01-15T08:00:00.000Z',
      drawNumber: 1,
      redrawReason: null,
      file: { sha256: 'a'.repeat(64), mapping: anImport().mapping },
      plan: { asOf: null, seed: null, unit: 'case', parts: [], exclude: {} },
      asOf: '2026-01-15',
      seed: '20260115-4711',
      populationFingerprint,
      populationSize: 2,
      excluded: [],
      frames: [],
      strata: [],
      cases: [],
      replaced: [],
    },
  };
}

export function aSampleCase(
  caseId: string,
  drawn: Partial<SampleCaseRow['drawn']> = {},
  roundId = 'round-1',
): SampleCaseRow {
  return {
    roundId,
    drawn: { part: 'random', partIndex: 0, stratum: '', rank: 1, caseId, ticket: 'd'.repeat(64), ...drawn },
    replacedBy: null,
    case: {
      id: caseId,
      values: { case_id: caseId, child_name: knownName, cpr: knownCpr },
      facts: { Distrikt: 'Nord' },
      activities: [],
    },
  };
}

/** One import, one round, `cases` cases named case-1, case-2 and so on. */
export function addRound(tables: Tables, cases = 1): void {
  tables.imports.add(anImport());
  tables.rounds.add(
    aRound(),
    Array.from({ length: cases }, (_, index) => aSampleCase(`case-${index + 1}`, { rank: index + 1 })),
  );
}

export function answer(tables: Tables, note: string, caseId = 'case-1', itemId = 'barnets-stemme'): void {
  const at = '2026-01-15T09:00:00.000Z';
  tables.reviews.setAnswer('round-1', caseId, { itemId, value: 'yes', note, evidence: '' }, at);
}

export function noteOf(tables: Tables, caseId = 'case-1'): string | undefined {
  return tables.reviews.get('round-1', caseId)?.answers[0]?.note;
}
