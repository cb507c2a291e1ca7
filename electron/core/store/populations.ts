import { setImmediate } from 'node:timers/promises';

import { AppError } from '#shared/contract/errors.ts';

import { type HeaderFields, sealWithPauses } from './envelope.ts';
import { type FileSystem, systemCode } from './file-system.ts';
import { populationSchemaVersion, readCasesInTurns, writeCases } from './population-file.ts';
import { asSaveError, saveFile } from './save-file.ts';
import { openSealed, sealedFolder, sealedPath } from './sealed-keys.ts';
import type { Session } from './session.ts';
import type { SerialisedPopulation, StoredPopulation } from './store-port.ts';
import type { Surroundings } from './surroundings.ts';

/** Written once: rejects with `invalid-input` when the import has a file already. */
export async function writeStoredPopulation(
  around: Surroundings,
  key: Uint8Array,
  population: StoredPopulation | SerialisedPopulation,
): Promise<void> {
  const { importId } = population;
  const { ports, fileSystem, patienceMs } = around;
  const path = sealedPath(around, 'cases', importId);
  if (fileSystem.exists(path)) {
    throw new AppError('invalid-input', 'The cases of this import are stored already');
  }
  await fileSystem.makeFolder(sealedFolder(around, 'cases')).catch((error: unknown) => {
    throw asSaveError(error);
  });
  const saveId = Buffer.from(ports.random.bytes(8)).toString('hex');
  const at = ports.clock.now();
  const header: HeaderFields = {
    fileId: saveId,
    purpose: 'population',
    generation: 1,
    saveId,
    created: at,
    modified: at,
    programVersion: ports.programVersion,
    schemaVersion: populationSchemaVersion,
    keySlots: [],
  };
  const plaintext = 'lines' in population ? population.lines : await writeCases(population.cases);
  const watch = watchOf(plaintext, 'call' in population ? population.call : undefined);
  try {
    const pieces = await sealWithPauses(plaintext, header, key, ports.random.bytes(12), watch.pause);
    const request = { path, pieces, saveId, patienceMs, beforeReplace: () => watch.pause(0) };
    await saveFile(watchedFiles(fileSystem, watch.moved), request);
  } catch (error) {
    watch.throwIfAborted();
    throw error;
  }
}

interface Watch {
  /** Lets other work run. `sealed` pieces are sealed; rejects with the reason of an abort. */
  pause(this: void, sealed: number): Promise<void>;
  /** So many bytes went to the disk or came back from it. Throws the reason of an abort. */
  moved(this: void, bytes: number): void;
  throwIfAborted(this: void): void;
}

/** Sealing, writing and comparing are a third of the work each, as far as anyone can tell beforehand. */
function watchOf(pieces: readonly Uint8Array[], call: SerialisedPopulation['call']): Watch {
  const bytes = pieces.reduce((sum, piece) => sum + piece.length, 0);
  let moved = 0;
  let sealed = 0;
  const step = (): void => {
    call?.signal.throwIfAborted();
    call?.report(Math.min(3 * bytes, sealed * bytes + moved), 3 * bytes);
  };
  return {
    async pause(count) {
      if (count > 0) sealed = count / pieces.length;
      step();
      await setImmediate();
    },
    moved(more) {
      moved += more;
      step();
    },
    throwIfAborted: () => call?.signal.throwIfAborted(),
  };
}

/** The same files; `moved` hears of every byte written to them and read from them. */
function watchedFiles(fileSystem: FileSystem, moved: (bytes: number) => void): FileSystem {
  const counted = async (work: Promise<number>): Promise<number> => {
    const bytes = await work;
    moved(bytes);
    return bytes;
  };
  return {
    ...fileSystem,
    async open(path, purpose) {
      const file = await fileSystem.open(path, purpose);
      return {
        ...file,
        write: (bytes, position) => counted(file.write(bytes, position)),
        read: (into, position) => counted(file.read(into, position)),
      };
    },
  };
}

/** The cases, and whether their file is sealed with a key of its own. */
export interface ReadPopulation {
  readonly population: StoredPopulation;
  readonly own: boolean;
}

/** Rejects with `population-deleted`, `file-damaged` (also for a file under another import's name), `read-failed`. */
export async function readStoredPopulation(
  around: Surroundings,
  session: Session,
  importId: string,
): Promise<ReadPopulation> {
  const opened = await openSealed(around, session, 'cases', importId);
  if (opened === null) {
    throw new AppError('population-deleted', 'The cases of this import are deleted');
  }
  const { header, plaintext, own } = opened;
  if (header.schemaVersion > populationSchemaVersion) {
    throw new AppError('file-from-future', 'The cases are stored in a newer format', { version: header.schemaVersion });
  }
  const cases = await readCasesInTurns(plaintext);
  plaintext.fill(0);
  return { population: { importId, cases }, own };
}

/** Removing what is gone already is no failure. */
export async function removeStoredPopulation(around: Surroundings, importId: string): Promise<void> {
  const path = sealedPath(around, 'cases', importId);
  try {
    await around.fileSystem.remove(path);
  } catch (error) {
    if (systemCode(error) !== 'ENOENT') {
      throw asSaveError(error);
    }
  }
}
