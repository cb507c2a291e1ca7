/** Drops the entries that were set first until at most `limit` remain. */
export function keepNewest<K>(entries: Map<K, unknown>, limit: number): void {
  for (const key of [...entries.keys()].slice(0, Math.max(0, entries.size - limit))) {
    entries.delete(key);
  }
}
