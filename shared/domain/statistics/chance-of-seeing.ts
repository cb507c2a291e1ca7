/** A kind of case in a frame: `affected` of the `frame` cases have it. */
export interface AffectedFrame {
  readonly frame: number;
  readonly affected: number;
}

/**
 * The chance, from 0 to 1, that a random sample of `read` cases holds at least one of the affected.
 * 1 - C(N-K, n) / C(N, n), as a product over the fewer of read and affected, which change places freely. Source:
 * method.md 2.5.
 */
export function chanceOfSeeing({ frame, affected }: AffectedFrame, read: number): number {
  const [fewer, more] = [Math.min(read, affected, frame), Math.min(frame, Math.max(read, affected))];
  let unseen = 1;
  for (let i = 0; i < fewer && unseen > 0; i += 1) unseen *= Math.max(0, frame - more - i) / (frame - i);
  return 1 - unseen;
}

/** The fewest cases to read for that chance to reach `chance`; null where no case is affected. */
export function casesToSee({ frame, affected }: AffectedFrame, chance = 0.95): number | null {
  if (affected < 1) return null;
  let unseen = 1;
  for (let read = 0; read < frame; read += 1) {
    if (1 - unseen >= chance) return read;
    unseen *= Math.max(0, frame - affected - read) / (frame - read);
  }
  return frame;
}
