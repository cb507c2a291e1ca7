/** What was deleted, when and by whom; holds no name, no case number and no CPR number. */
export interface DeletionReceipt {
  readonly id: string;
  readonly at: string;
  readonly who: string;
  readonly roundId: string;
  readonly name: string;
  readonly removed: {
    readonly cases: number;
    readonly reviews: number;
    readonly answers: number;
    readonly actions: number;
    readonly populations: number;
    readonly backups: number;
  };
  /** The line of the audit log that says so. */
  readonly auditNumber: number;
  readonly auditHash: string;
  readonly proof: readonly { readonly file: string; readonly removed: boolean }[];
  /** False as long as a file of it is left; the program tries again at every opening. */
  readonly complete: boolean;
}
