/** What is wrong, in one short line, and what was kept and what to do, in one or two sentences. */
export interface ErrorWords {
  readonly what: string;
  readonly next: string;
}
