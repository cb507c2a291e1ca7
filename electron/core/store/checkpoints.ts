import type { CurrentSession } from './current-session.ts';
import type { createQueue } from './queue.ts';

/** When the whole workspace file is saved anew, besides at locking. Bounds what the next opening has to do again. */
export interface CheckpointRule {
  /** Records after which it is saved at once, after the change that made them. */
  readonly records: number;
  /** The same, in bytes of the journal. */
  readonly bytes: number;
  /** Records that are worth a save when nobody changes anything for `idleMs`. */
  readonly idleRecords: number;
  readonly idleMs: number;
}

export const usualCheckpoints: CheckpointRule = {
  records: 1_000,
  bytes: 32 * 1024 * 1024,
  idleRecords: 100,
  idleMs: 20_000,
};

/** To be called after every change. A checkpoint that fails is tried again later: the journal holds everything. */
export function createCheckpoints(
  current: CurrentSession,
  inTurn: ReturnType<typeof createQueue>,
  given: Partial<CheckpointRule>,
): () => void {
  const rule = { ...usualCheckpoints, ...given };
  let failedAt = 0;
  let idle: NodeJS.Timeout | undefined;

  const saveFrom = (records: number, bytes: number): void => {
    void inTurn(async () => {
      if (!current.isOpen()) return;
      const { count, length } = current.get().journal();
      if (count < failedAt) failedAt = 0;
      if (count === 0 || (count - failedAt < records && length < bytes)) return;
      await current
        .get()
        .checkpoint()
        .catch(() => {
          failedAt = count;
        });
    });
  };
  return () => {
    clearTimeout(idle);
    if (!current.isOpen()) return;
    const { count, length } = current.get().journal();
    if (count - failedAt >= rule.records || length >= rule.bytes) saveFrom(rule.records, rule.bytes);
    idle = setTimeout(() => saveFrom(rule.idleRecords, rule.bytes), rule.idleMs).unref();
  };
}
