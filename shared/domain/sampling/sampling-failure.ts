/** Why a draw cannot be made. The codes are those of the boundary, where the core turns a failure into an AppError. */
export type SamplingFailureCode =
  | 'plan-invalid'
  | 'seed-blank'
  | 'frame-empty'
  | 'sample-larger-than-frame'
  | 'overlapping-parts'
  | 'unknown-rule'
  | 'case-not-in-round'
  | 'no-replacement-left';

/** Thrown where a plan, a seed or a population allows no draw. The message is for the log, in English. */
export class SamplingFailure extends Error {
  override readonly name = 'SamplingFailure';
  readonly code: SamplingFailureCode;
  readonly detail: Readonly<Record<string, string | number>>;

  constructor(code: SamplingFailureCode, message: string, detail: Readonly<Record<string, string | number>> = {}) {
    super(message);
    this.code = code;
    this.detail = detail;
  }
}
