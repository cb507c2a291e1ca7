/** One line of the audit log: who did what kind of thing to which id, and when. Holds no content. */
export interface AuditLine {
  /** Counts from 1 without holes. */
  readonly number: number;
  readonly at: string;
  readonly who: string;
  readonly kind: string;
  readonly target: string;
  /** Hex SHA-256 of the JSON array [hash of the line before, number, at, who, kind, target]; 64 zeros before the first. */
  readonly hash: string;
}
