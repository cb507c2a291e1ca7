import { dirname, join } from 'node:path';

import { newId } from '../files/new-id.ts';
import { AppError } from '#shared/contract/errors.ts';
import type { DeletionReceipt } from '#shared/domain/deletion/receipt.ts';

import { addAuditLine, auditLineOf } from './audit-log.ts';
import type { CurrentSession } from './current-session.ts';
import { systemCode } from './file-system.ts';
import { holdingBackups, namesIn } from './holding-backups.ts';
import { countRound, deleteImportRows, deleteRoundRows, importsOnlyOf, type RoundCounts } from './round-rows.ts';
import { asSaveError, patiently, sweepTemporaryFiles, syncFolderPatiently } from './save-file.ts';
import type { Surroundings } from './surroundings.ts';
import type { DeletionRow } from './tables.ts';
import { listDeletions, putDeletion } from './tables/keeping.ts';
import { forgetFormerFileKeys } from './tables/population-keys.ts';

/** What deleting a round would remove. */
export interface RoundContents extends RoundCounts {
  /** The imports that no other round was drawn on. */
  readonly imports: readonly string[];
  /** Files, relative to the workspace. */
  readonly populations: readonly string[];
  readonly backups: readonly string[];
}

/** A deletion with the line of the audit log that tells of it, and which of its files are gone. */
export interface DeletionRecord extends DeletionRow, DeletionReceipt {}

const journal = 'tilsyn.ltdj';
const foldersToSweep = ['', 'populations', 'marks', 'backups'];

function statementsOf(current: CurrentSession) {
  return current.get().database().statements;
}

/** Rejects with `round-not-found`, `read-failed`, `workspace-locked`. */
export async function contentsOf(
  around: Surroundings,
  current: CurrentSession,
  roundId: string,
  since = '9999',
): Promise<RoundContents> {
  const statements = statementsOf(current);
  if (current.get().tables().rounds.get(roundId) === undefined) {
    throw new AppError('round-not-found', 'No such round');
  }
  const imports = importsOnlyOf(statements, roundId);
  const kept = imports.flatMap((id) => ['populations', 'marks'].map((folder) => `${folder}/${id}.ltdb`));
  return {
    ...countRound(statements, roundId),
    imports,
    populations: kept.filter((file) => around.fileSystem.exists(join(around.ports.workspaceFolder, file))),
    backups: await holdingBackups(around, current.get(), { roundId, imports, since }),
  };
}

/**
 * Deletes a round: its rows in one transaction, with the audit line that says so, then everything that `finishDeletions`
 * does. Rejects with `round-not-found`; with what the change rejects with (then nothing is deleted); or with
 * `deletion-unfinished`: the round is gone, a file that holds it is not.
 */
export async function deleteRound(around: Surroundings, current: CurrentSession, roundId: string): Promise<string> {
  const { imports, populations, backups, ...counts } = await contentsOf(around, current, roundId);
  const session = current.get();
  const round = session.tables().rounds.get(roundId);
  const line = current.event('round.deleted', roundId);
  const deletion: DeletionRow = {
    id: newId(around.ports.random),
    at: line.at,
    who: line.who,
    roundId,
    name: round?.name ?? '',
    populationFingerprint: round?.record.populationFingerprint ?? '',
    imports,
    removed: { ...counts, populations: populations.filter(isPopulation).length, backups: 0 },
    files: [...populations, ...backups, journal],
    complete: false,
  };
  const { statements } = session.database();
  await current.commit(() => {
    deleteRoundRows(statements, roundId);
    imports.forEach((id) => deleteImportRows(statements, id));
    putDeletion(statements, deletion);
  }, line);
  await finishDeletions(around, current).catch((error: unknown) => {
    const system = error instanceof AppError ? error.code : systemCode(error);
    throw new AppError('deletion-unfinished', 'The round is deleted; a file that holds it is not', { system });
  });
  return deletion.id;
}

/**
 * Goes on with every deletion that is not complete: writes the database anew without the pages that held the rows, ends
 * the journal, removes the populations and the backups that hold the round, says so in the audit log, and makes a backup of
 * what is left. May be cut off at any place and run again.
 */
export async function finishDeletions(around: Surroundings, current: CurrentSession): Promise<void> {
  const unfinished = listDeletions(statementsOf(current)).filter(({ complete }) => !complete);
  if (unfinished.length === 0) return;
  const session = current.get();
  session.database().compact();
  await session.checkpoint();
  for (const deletion of unfinished.toReversed()) {
    await finishOne(around, current, deletion);
  }
  session.database().compact();
  await session.checkpoint();
}

async function finishOne(around: Surroundings, current: CurrentSession, deletion: DeletionRow): Promise<void> {
  const { roundId, imports, at } = deletion;
  const found = await holdingBackups(around, current.get(), { roundId, imports, since: at });
  const files = [...new Set([...deletion.files, ...found])];
  await removeFiles(
    around,
    files.filter((file) => file !== journal),
  );
  const isLastCopy = (await namesIn(around, 'backups')).every((name) => !name.endsWith('.ltdb'));
  const line = current.event('round.deletion-completed', roundId);
  const { statements } = current.get().database();
  await current.commit(() => {
    const backups = files.filter((file) => dirname(file) === 'backups').length;
    putDeletion(statements, { ...deletion, files, complete: true, removed: { ...deletion.removed, backups } });
    if (isLastCopy) forgetFormerFileKeys(statements);
    for (const target of imports) addAuditLine(statements, { ...line, kind: 'population.removed', target });
  }, line);
}

function isPopulation(file: string): boolean {
  return dirname(file) === 'populations';
}

async function removeFiles(around: Surroundings, files: readonly string[]): Promise<void> {
  const { ports, fileSystem, patienceMs } = around;
  for (const file of files) {
    const path = join(ports.workspaceFolder, file);
    await patiently(patienceMs, () => fileSystem.remove(path)).catch((error: unknown) => {
      if (systemCode(error) !== 'ENOENT') throw asSaveError(error);
    });
  }
  for (const folder of foldersToSweep) {
    const path = join(ports.workspaceFolder, folder);
    await sweepTemporaryFiles(fileSystem, path);
    if (!fileSystem.exists(path)) continue;
    await syncFolderPatiently(fileSystem, path).catch((error: unknown) => {
      throw asSaveError(error);
    });
  }
}

/** Newest first. Throws `workspace-locked`. */
export function deletionRecords(around: Surroundings, current: CurrentSession): readonly DeletionRecord[] {
  const statements = statementsOf(current);
  const isLeft = (file: string): boolean => around.fileSystem.exists(join(around.ports.workspaceFolder, file));
  return listDeletions(statements).map((deletion) => {
    const line = auditLineOf(statements, 'round.deleted', deletion.roundId);
    return {
      ...deletion,
      auditNumber: line?.number ?? 0,
      auditHash: line?.hash ?? '',
      proof: deletion.files.map((file) => ({ file, removed: deletion.complete || !isLeft(file) })),
    };
  });
}

/** The imports whose cases lie in the folder, in no order. */
export async function populationsOnDisk(around: Surroundings): Promise<readonly string[]> {
  const names = await namesIn(around, 'populations');
  return names.flatMap((name) => /^([^.].*)\.ltdb$/.exec(name)?.[1] ?? []);
}
