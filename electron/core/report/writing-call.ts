/** How far a paper is written, from 0 to 1, and when to stop. */
export interface WritingCall {
  readonly signal: AbortSignal;
  report(share: number): void;
}
