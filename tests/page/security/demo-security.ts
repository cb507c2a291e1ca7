import type { AuditListLine } from '#shared/contract/audit.ts';
import type { BackupSummary, ComparedRow } from '#shared/contract/backups.ts';
import type { DeletionPreview, DeletionReceipt, KeptPopulation, RoundRetention } from '#shared/contract/deletion.ts';
import { AppError } from '#shared/contract/errors.ts';
import type { KeyStatus } from '#shared/contract/keys.ts';
import type { Handlers } from '#shared/contract/operations.ts';
import { writeRecoveryKey } from '#shared/domain/keys/recovery-key.ts';
import { noPolicy } from '#shared/domain/policy.ts';

export const passphrase = 'rigtig hest batteri';
export const recoveryKey = writeRecoveryKey(Uint8Array.from({ length: 16 }, (_, index) => index * 15 + 3));

export const keyStatus: KeyStatus = { passphrase: true, recovery: null, system: 'off', mayRemovePassphrase: false };

export const backups: readonly BackupSummary[] = [
  { id: 'tilsyn-2025-11-21.ltdb', at: '2025-11-20T15:12:00Z', kind: 'daily', bytes: 412_000, readable: true },
  {
    id: 'tilsyn-2025-11-20.ltdb',
    at: '2025-11-19T14:40:00Z',
    kind: 'before-migration',
    bytes: 398_000,
    readable: true,
  },
  { id: 'tilsyn-2025-11-03-damaged.ltdb', at: '2025-11-03T00:00:00Z', kind: 'damaged', bytes: 12_288, readable: false },
];

export const compared: readonly ComparedRow[] = [
  { what: 'changes', name: '', now: 512, then: 488 },
  { what: 'rounds', name: '', now: 2, then: 2 },
  { what: 'answers', name: '', now: 270, then: 246 },
  { what: 'answers', name: 'Runde 11', now: 90, then: 66 },
];

export const rounds: readonly RoundRetention[] = [
  {
    roundId: 'round-3',
    name: 'Runde 3',
    createdAt: '2024-10-02T08:00:00Z',
    retainUntil: '2025-11-07',
    due: true,
    daysLeft: -14,
    open: 0,
  },
  {
    roundId: 'round-10',
    name: 'Runde 10',
    createdAt: '2025-10-02T08:00:00Z',
    retainUntil: '2025-12-10',
    due: false,
    daysLeft: 19,
    open: 2,
  },
  {
    roundId: 'round-11',
    name: 'Runde 11',
    createdAt: '2025-11-03T08:00:00Z',
    retainUntil: '2026-11-03',
    due: false,
    daysLeft: 347,
    open: 10,
  },
];

export const preview: DeletionPreview = {
  cases: 30,
  reviews: 30,
  answers: 1_284,
  actions: 7,
  populations: ['DUBU oktober 2024.xlsx'],
  backups: 3,
  keeps: ['audit-log', 'saved-reports', 'templates', 'reviewed-marks', 'other-backups'],
};

export const receipt: DeletionReceipt = {
  id: 'receipt-1',
  at: '2025-11-21T13:32:00Z',
  who: 'Mette Leder',
  roundId: 'round-3',
  name: 'Runde 3',
  removed: { cases: 30, reviews: 30, answers: 1_284, actions: 7, populations: 1, backups: 3 },
  auditNumber: 1_204,
  auditHash: 'c0ffee'.repeat(10) + '0000',
  proof: [
    { file: 'populations/import-2.ltdb', removed: true },
    { file: 'backups/tilsyn-2025-11-20.ltdb', removed: true },
    { file: 'backups/tilsyn-2025-11-21.ltdb', removed: true },
    { file: 'backups/tilsyn-2025-11-19.ltdb', removed: true },
  ],
  complete: true,
};

export const populations: readonly KeptPopulation[] = [
  {
    importId: 'import-11',
    fileName: 'DUBU november 2025.xlsx',
    importedAt: '2025-11-03T08:00:00Z',
    cases: 420,
    rounds: [{ roundId: 'round-11', name: 'Runde 11', open: 10 }],
    why: 'open-round',
  },
  {
    importId: 'import-2',
    fileName: 'DUBU oktober 2024.xlsx',
    importedAt: '2024-10-02T08:00:00Z',
    cases: 398,
    rounds: [{ roundId: 'round-3', name: 'Runde 3', open: 0 }],
    why: 'rounds-closed',
  },
];

const kinds = ['review.answered', 'case.viewed', 'review.closed', 'report.written', 'workspace.unlocked'] as const;

/** A log of so many lines, newest first. */
export function logLines(total: number): readonly AuditListLine[] {
  return Array.from({ length: total }, (_, index) => {
    const number = total - index;
    return {
      number,
      at: new Date(Date.UTC(2025, 10, 21, 13, 0, 0) - index * 90_000).toISOString(),
      who: 'Mette Leder',
      kind: kinds[number % kinds.length] ?? 'case.viewed',
      target: number % 5 === 4 ? '' : `2025-000${10 + (number % 80)}`,
    };
  });
}

/** Sikkerhed as it answers when all is well; a test gives what is otherwise. */
export function securityHandlers(start: KeyStatus = keyStatus): Partial<Handlers> {
  let status = start;
  let kept = rounds;
  let receipts: readonly DeletionReceipt[] = [];
  let imports = populations;
  const lines = logLines(420);
  const prove = (given: string): void => {
    if (given !== passphrase) throw new AppError('wrong-passphrase', 'no');
  };
  return {
    'system.policy': async () => noPolicy,
    'system.about': async () => ({
      program: 'Ledelsestilsyn',
      version: '0.1.0',
      host: 'electron',
      workspaceFolder: 'C:\\L',
      logFile: 'C:\\L.log',
    }),
    'keys.status': async () => status,
    'keys.changePassphrase': async ({ current }) => {
      prove(current);
      return status;
    },
    'keys.removePassphrase': async ({ current }) => {
      prove(current);
      return (status = { ...status, passphrase: false, mayRemovePassphrase: false });
    },
    'keys.makeRecoveryKey': async (input) => {
      prove(input.passphrase);
      status = { ...status, recovery: { madeAt: '2025-11-21T13:32:00Z' }, mayRemovePassphrase: true };
      return { recoveryKey, status };
    },
    'keys.removeRecoveryKey': async (input) => {
      prove(input.passphrase);
      return (status = { ...status, recovery: null, mayRemovePassphrase: false });
    },
    'keys.setSystemKey': async (input) => {
      prove(input.passphrase);
      return (status = { ...status, system: input.on ? 'on' : 'off' });
    },
    'backups.list': async () => backups,
    'backups.compare': async () => ({ rows: compared }),
    'deletion.status': async () => kept,
    'deletion.setRetention': async ({ roundId, retainUntil }) =>
      (kept = kept.map((round) => (round.roundId === roundId ? { ...round, retainUntil } : round))),
    'deletion.preview': async () => preview,
    'deletion.run': async ({ roundId }) => {
      kept = kept.filter((round) => round.roundId !== roundId);
      receipts = [receipt];
      return receipt;
    },
    'deletion.receipts': async () => receipts,
    'deletion.saveReceipt': async ({ target }) => ({ name: target.name }),
    'deletion.populations': async () => imports,
    'deletion.removePopulation': async ({ importId }) => (imports = imports.filter((one) => one.importId !== importId)),
    'audit.list': async ({ before, limit }) => {
      const from = before === undefined ? 0 : lines.findIndex(({ number }) => number < before);
      return { lines: lines.slice(from, from + limit), total: lines.length };
    },
    'audit.check': async () => ({ sound: true, lines: 420, brokenAt: null, lastHash: 'a1b2c3d4'.repeat(8) }),
    'audit.save': async ({ target }) => ({ name: target.name }),
  };
}
