/** What the logs say of a change. The audit log keeps `kind`, `target` and the time; the change log also the values. */
export interface ChangeEntry {
  readonly kind: string;
  /** An id, never a name or a CPR number. */
  readonly target: string;
  readonly before?: unknown;
  readonly after?: unknown;
}
