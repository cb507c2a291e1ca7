import type { RoundSummary } from '#shared/contract/sampling.ts';
import type { DrawRecord } from '#shared/domain/sampling/draw-record.ts';

const drawn = (caseId: string, stratum: string, rank: number): DrawRecord['cases'][number] => ({
  part: 'random',
  partIndex: 0,
  stratum,
  rank,
  caseId,
  ticket: 'd'.repeat(64),
});

const record: DrawRecord = {
  format: 'ledelsestilsyn-draw-record',
  version: 1,
  method: 'LT1',
  programVersion: '0.1.0',
  drawnAt: '2025-11-21T09:30:00',
  drawNumber: 1,
  redrawReason: null,
  file: { sha256: 'a'.repeat(64), mapping: { sheet: null, headerRow: 1, columns: [] } },
  plan: {
    asOf: null,
    seed: null,
    unit: 'case',
    parts: [{ kind: 'random', size: 3, stratifyBy: 'team', allocation: 'proportional', where: [] }],
    exclude: {},
  },
  asOf: '2025-11-21',
  seed: '13579-24680-11223-44556',
  populationFingerprint: '8a1df02ec7de1071'.repeat(4),
  populationSize: 420,
  excluded: [],
  frames: [{ partIndex: 0, size: 420, fingerprint: 'b'.repeat(64) }],
  strata: [
    { part: 'random', partIndex: 0, name: 'Team Nord', size: 220, drawn: 2 },
    { part: 'random', partIndex: 0, name: 'Team Syd', size: 200, drawn: 1 },
  ],
  cases: [drawn('2025-00012', 'Team Nord', 1), drawn('2025-00019', 'Team Nord', 2), drawn('2025-00026', 'Team Syd', 1)],
  replaced: [],
};

/** A round of three cases, drawn from 420. */
export function aRound(part: Partial<RoundSummary> = {}, more: Partial<DrawRecord> = {}): RoundSummary {
  return {
    roundId: 'round-11',
    name: 'Stikprøve 21-11-2025',
    importId: 'import-2',
    createdAt: record.drawnAt,
    record: { ...record, ...more },
    example: false,
    closed: 0,
    drawn: 3,
    role: 'own',
    unit: '',
    ...part,
  };
}
