import { AppError } from '#shared/contract/errors.ts';

import type { AuditEvent } from './audit-log.ts';
import type { Session } from './session.ts';
import type { Surroundings } from './surroundings.ts';

/** The session that is open now, if one is, and the one way to change what it holds. */
export interface CurrentSession {
  isOpen(): boolean;
  /** Throws `workspace-locked`. */
  get(): Session;
  /** Closes the one before. */
  set(next: Session | null): void;
  /** Who did what just now, with the name of the profile. */
  event(kind: string, target: string): AuditEvent;
  /** Commits `work` with its audit line and those that are waiting. */
  commit<T>(work: () => T, line: AuditEvent): Promise<T>;
  /** Commits an audit line alone; when it cannot be saved it waits for the next commit, and the promise rejects. */
  leaveLine(kind: string, target: string): Promise<void>;
}

export function createCurrentSession({ ports }: Surroundings): CurrentSession {
  let current: Session | null = null;
  let waiting: readonly AuditEvent[] = [];

  const get = (): Session => {
    if (current === null) {
      throw new AppError('workspace-locked', 'The workspace is not open');
    }
    return current;
  };
  const event = (kind: string, target: string): AuditEvent => ({
    at: ports.clock.now(),
    who: get().tables().profile.get().reviewer,
    kind,
    target,
  });
  const commit = async <T>(work: () => T, line: AuditEvent): Promise<T> => {
    const result = await get().commit(work, [...waiting, line]);
    waiting = [];
    return result;
  };
  return {
    isOpen: () => current !== null,
    get,
    set: (next) => {
      current?.close();
      current = next;
      waiting = [];
    },
    event,
    commit,
    leaveLine: async (kind, target) => {
      const line = event(kind, target);
      await commit(() => undefined, line).catch((error: unknown) => {
        waiting = [...waiting, line];
        throw error;
      });
    },
  };
}
