import { AppError } from '#shared/contract/errors.ts';
import { SamplingFailure } from '#shared/domain/sampling/sampling-failure.ts';

/** Runs work of the domain; what it refuses crosses the boundary as an AppError with the same code. */
export function asAppError<T>(work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (error instanceof SamplingFailure) {
      throw new AppError(error.code, error.message, error.detail);
    }
    throw error;
  }
}
