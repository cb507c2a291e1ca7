import { AppError } from '#shared/contract/errors.ts';
import type { Policy } from '#shared/domain/policy.ts';

/**
 * Throws `forbidden-by-policy` where the organisation lets no list or report of cases leave the program. What is written
 * for the committee, and the records and sheets that prove a draw, are not such.
 */
export function refuseInternalExport({ forbidInternalExport }: Policy): void {
  if (forbidInternalExport) {
    throw new AppError('forbidden-by-policy', 'reports about cases are not written on this computer');
  }
}
