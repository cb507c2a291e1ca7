import type { DeletionPreview, DeletionReceipt, KeptPopulation, KeptThing } from '#shared/contract/deletion.ts';
import { AppError } from '#shared/contract/errors.ts';
import type { CoreHandlers, Input } from '#shared/contract/operations.ts';
import { latestRetention } from '#shared/domain/deletion/retention.ts';
import { receiptWorkbook } from '#shared/domain/deletion/receipt-workbook.ts';

import type { Ports } from '../ports.ts';
import { writeWorkbook } from '../report/write-workbook.ts';
import type { DeletionRecord, RoundContents } from '../store/deletion.ts';
import type { WorkspaceStore } from '../store/open-store.ts';
import type { RoundRow, Tables } from '../store/tables.ts';
import { keptPopulations } from './kept-populations.ts';
import { roundRetentions } from './round-retention.ts';

type DeletionHandlers = Pick<CoreHandlers, Extract<keyof CoreHandlers, `deletion.${string}`>>;

/** How long rounds are kept, and deleting them. `forgetCases` drops what is decrypted outside the store. */
export function createDeletionHandlers(ports: Ports, store: WorkspaceStore, forgetCases: () => void): DeletionHandlers {
  const status = () => store.read((tables) => roundRetentions(tables, ports));
  const receipts = (): readonly DeletionReceipt[] => store.deletion.list().map(receiptOf);
  return {
    'deletion.status': () => Promise.resolve(status()),
    'deletion.setRetention': async (input) => {
      await setRetention(ports, store, input);
      return status();
    },
    'deletion.preview': async ({ roundId }) => {
      const contents = await store.deletion.contents(roundId);
      return store.read((tables) => previewOf(tables, roundId, contents));
    },
    'deletion.run': async ({ roundId, name }) => {
      const round = store.read((tables) => roundOf(tables, roundId));
      if (name.trim() !== round.name.trim()) {
        throw new AppError('round-name-differs', 'the name that was typed is not the round’s');
      }
      const id = await changing(ports, forgetCases, () => store.deletion.run(roundId));
      return receiptWith(receipts(), id);
    },
    'deletion.finish': async () => {
      await changing(ports, forgetCases, () => store.deletion.finish());
      return receipts();
    },
    'deletion.receipts': () => Promise.resolve(receipts()),
    'deletion.saveReceipt': async ({ id, target }) => {
      const receipt = receiptWith(receipts(), id);
      await ports.files.write(target, await writeWorkbook(receiptWorkbook(receipt)));
      await store.note('export.receipt', receipt.roundId);
      return { name: target.name };
    },
    'deletion.populations': () => populations(store),
    'deletion.removePopulation': async ({ importId }) => {
      await removePopulation(store, importId, (work) => changing(ports, forgetCases, work));
      return populations(store);
    },
  };
}

/** Whether it ends well or not, something is gone: no page may go on showing it. */
async function changing<T>(ports: Ports, forgetCases: () => void, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } finally {
    forgetCases();
    for (const stage of ['importing', 'population', 'sampling', 'review', 'report'] as const) {
      ports.announce({ name: 'stage-changed', stage });
    }
  }
}

async function setRetention(
  ports: Ports,
  store: WorkspaceStore,
  { roundId, retainUntil }: Input<'deletion.setRetention'>,
): Promise<void> {
  const { round, before } = store.read((tables) => ({
    round: roundOf(tables, roundId),
    before: tables.keeping.retainUntil(roundId),
  }));
  const mostMonths = ports.policy.retentionMonths;
  if (retainUntil > latestRetention({ createdAt: round.createdAt, mostMonths })) {
    throw new AppError(mostMonths === null ? 'invalid-input' : 'forbidden-by-policy', 'a round is not kept that long');
  }
  const entry = { kind: 'retention.set', target: roundId, before, after: retainUntil };
  await store.change(entry, (tables) => tables.keeping.setRetainUntil(roundId, retainUntil));
  ports.announce({ name: 'stage-changed', stage: 'sampling' });
}

function roundOf(tables: Tables, roundId: string): RoundRow {
  const round = tables.rounds.get(roundId);
  if (round === undefined) throw new AppError('round-not-found', `no round ${roundId}`);
  return round;
}

function previewOf(tables: Tables, roundId: string, contents: RoundContents): DeletionPreview {
  const { cases, reviews, answers, actions, imports, populations: files, backups } = contents;
  const onDisk = imports.filter((id) => files.includes(`populations/${id}.ltdb`));
  return {
    cases,
    reviews,
    answers,
    actions,
    populations: onDisk.flatMap((id) => tables.imports.get(id)?.summary.fileName ?? []),
    backups: backups.length,
    keeps: keptThings(tables, roundId, imports),
  };
}

function keptThings(tables: Tables, roundId: string, imports: readonly string[]): readonly KeptThing[] {
  const cases = new Set(tables.sample.places(roundId).map(({ drawn }) => drawn.caseId));
  const others = tables.rounds.list().filter(({ id }) => id !== roundId);
  const isNamed = others.some(
    ({ id, record }) =>
      record.excluded.some(({ caseId }) => cases.has(caseId)) ||
      tables.sample.places(id).some(({ drawn }) => cases.has(drawn.caseId)),
  );
  return [
    'audit-log',
    'saved-reports',
    'templates',
    'mappings',
    'reviewed-marks',
    ...(imports.length === 0 ? (['population-in-use'] as const) : []),
    ...(isNamed ? (['named-in-other-rounds'] as const) : []),
    'other-backups',
  ];
}

function receiptOf(record: DeletionRecord): DeletionReceipt {
  const { id, at, who, roundId, name, removed, auditNumber, auditHash, proof, complete } = record;
  return { id, at, who, roundId, name, removed, auditNumber, auditHash, proof, complete };
}

function receiptWith(receipts: readonly DeletionReceipt[], id: string): DeletionReceipt {
  const receipt = receipts.find((each) => each.id === id);
  if (receipt === undefined) throw new AppError('receipt-not-found', `no deletion ${id}`);
  return receipt;
}

async function populations(store: WorkspaceStore): Promise<readonly KeptPopulation[]> {
  const onDisk = await store.deletion.populations();
  return store.read((tables) => keptPopulations(tables, onDisk));
}

async function removePopulation(
  store: WorkspaceStore,
  importId: string,
  changed: (work: () => Promise<void>) => Promise<void>,
): Promise<void> {
  const found = (await populations(store)).find((each) => each.importId === importId);
  if (found === undefined) throw new AppError('import-not-found', `no cases of ${importId}`);
  if (found.why === 'open-round') throw new AppError('population-needed', 'a round of it is open');
  await changed(async () => {
    await store.removePopulation(importId);
    // The journal holds the key that was forgotten.
    await store.checkpoint();
  });
}
