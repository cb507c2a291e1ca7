import type { Ports } from '#core/ports.ts';
import { AppError } from '#shared/contract/errors.ts';

import type { AuditEvent } from './audit-log.ts';
import type { Session } from './session.ts';
import type { Surroundings } from './surroundings.ts';
import type { Profile } from './tables.ts';
import type { Keys } from './workspace-file.ts';

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
  /** Saves everything under other keys, with what `work` wrote, these lines and those that are waiting. */
  rekey(next: Keys, work: () => void, lines: readonly AuditEvent[]): Promise<void>;
  /** Commits an audit line, usually alone; one that cannot be saved waits for the next commit, and the promise rejects. */
  leaveLine(kind: string, target: string, work?: () => void): Promise<void>;
}

/** The name in the profile; a workspace that was made without one has the system's. */
export function whoWorks({ user }: Pick<Ports, 'user'>, { reviewer }: Pick<Profile, 'reviewer'>): string {
  return reviewer.trim() === '' ? (user ?? '') : reviewer;
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
    who: whoWorks(ports, get().tables().profile.get()),
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
    rekey: async (next, work, lines) => {
      await get().rekey(next, work, [...waiting, ...lines]);
      waiting = [];
    },
    leaveLine: async (kind, target, work = () => undefined) => {
      const line = event(kind, target);
      await commit(work, line).catch((error: unknown) => {
        waiting = [...waiting, line];
        throw error;
      });
    },
  };
}
