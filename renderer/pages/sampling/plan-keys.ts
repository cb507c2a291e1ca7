let last = 0;

/** A key for a line of a list that is edited, unlike every other of this window. */
export function newKey(): number {
  last += 1;
  return last;
}
