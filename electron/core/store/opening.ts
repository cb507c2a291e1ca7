import { AppError } from '#shared/contract/errors.ts';

import type { CurrentSession } from './current-session.ts';
import type { KeySlot } from './envelope-header.ts';
import { readHeaderOf } from './read-file.ts';
import type { Surroundings } from './surroundings.ts';

/** What can be said of the workspace file without a key. */
export interface OpeningState {
  readonly slots: readonly KeySlot['kind'][];
  readonly damaged: boolean;
}

export interface Opening {
  state(): Promise<OpeningState>;
  /** Runs an attempt to open the file, and remembers of which save it was found to be damaged inside. */
  attempt<T>(work: () => Promise<T>): Promise<T>;
}

export function createOpening({ fileSystem, path }: Surroundings, current: CurrentSession): Opening {
  let damagedSave: string | null = null;
  return {
    state: async () => {
      if (current.isOpen()) return { slots: kindsOf(current.get().keys().keySlots), damaged: false };
      try {
        const header = await readHeaderOf(fileSystem, path);
        if (header === null) return { slots: [], damaged: false };
        return { slots: kindsOf(header.keySlots), damaged: header.saveId === damagedSave };
      } catch (error) {
        return { slots: [], damaged: isDamage(error) };
      }
    },
    attempt: async (work) => {
      try {
        return await work();
      } catch (error) {
        const header = isDamage(error) ? await readHeaderOf(fileSystem, path).catch(() => null) : null;
        damagedSave = header?.saveId ?? damagedSave;
        throw error;
      }
    },
  };
}

function kindsOf(slots: readonly KeySlot[]): readonly KeySlot['kind'][] {
  return slots.map(({ kind }) => kind);
}

function isDamage(error: unknown): boolean {
  return error instanceof AppError && error.code === 'file-damaged';
}
