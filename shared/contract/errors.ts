/** Every failure a person may have to be told about. Codes are stable; messages are for the log, in English. */
export const errorCodes = [
  'cancelled',
  'disconnected',
  'invalid-input',
  'unknown-operation',
  'internal',
  // workspace
  'workspace-missing',
  'workspace-exists',
  'workspace-lost',
  'workspace-locked',
  'wrong-passphrase',
  'passphrase-too-short',
  'file-damaged',
  'file-from-future',
  'workspace-changed-elsewhere',
  'disk-full',
  'write-failed',
  'read-failed',
  'backup-not-found',
  'backup-other-passphrase',
  // keys, policy
  'wrong-recovery-key',
  'last-key',
  'keys-uncertain',
  'crypto-unsound',
  'system-key-unavailable',
  'system-key-lost',
  'policy-invalid',
  'forbidden-by-policy',
  // importing
  'file-empty',
  'file-too-large',
  'file-is-pdf',
  'file-is-old-excel',
  'file-is-encrypted',
  'file-not-an-export',
  'file-has-macros',
  'workbook-broken',
  'reading-stalled',
  'no-header-row',
  'no-case-id-column',
  'no-cases',
  'sheet-not-found',
  'mapping-invalid',
  'mapping-file-invalid',
  'unknown-file',
  // population, sampling
  'import-not-found',
  'population-deleted',
  'plan-invalid',
  'seed-blank',
  'redraw-needs-reason',
  'frame-empty',
  'sample-larger-than-frame',
  'stratum-smaller-than-quota',
  'overlapping-parts',
  'unknown-rule',
  'no-replacement-left',
  'record-invalid',
  'record-other-file',
  // review, report
  'round-not-found',
  'case-not-in-round',
  'unknown-item',
  'unknown-template',
  'review-closed',
  'review-incomplete',
  'critical-action-missing',
  'nothing-to-undo',
  'nothing-to-redo',
  'same-reader',
  'not-second-read',
  'second-reading-open',
  'category-missing',
  'later-sample-needed',
  'action-not-found',
  'course-not-found',
  'round-name-differs',
  'deletion-unfinished',
  'receipt-not-found',
  'population-needed',
  'team-not-in-round',
  'report-target-busy',
  'report-target-exists',
  'report-contains-person-data',
  'report-not-of-part',
  // packages between workspaces
  'package-not-a-package',
  'package-damaged',
  'package-from-future',
  'package-too-old',
  'package-wrong-passphrase',
  'package-passphrase-needed',
  'package-other-municipality',
  'package-other-round',
  'package-template-missing',
  'package-outside-round',
  'package-not-for-here',
  'package-unknown-sender',
  'conflict-gone',
  'compile-different-templates',
] as const;
export type ErrorCode = (typeof errorCodes)[number];

export interface ErrorData {
  readonly code: ErrorCode;
  readonly message: string;
  readonly detail?: Readonly<Record<string, string | number>>;
}

export class AppError extends Error {
  override readonly name = 'AppError';
  readonly code: ErrorCode;
  readonly detail: ErrorData['detail'];

  constructor(code: ErrorCode, message: string, detail?: ErrorData['detail']) {
    super(message);
    this.code = code;
    this.detail = detail;
  }
}

/** What crosses the wire: an AppError keeps its code; anything else becomes 'internal', without its stack. */
export function toErrorData(error: unknown): ErrorData {
  if (error instanceof AppError) {
    const { code, message, detail } = error;
    return detail === undefined ? { code, message } : { code, message, detail };
  }
  return { code: 'internal', message: error instanceof Error ? error.message : String(error) };
}

/** The failure as the caller of a wire sees it. */
export function fromErrorData({ code, message, detail }: ErrorData): AppError {
  return new AppError(code, message, detail);
}
