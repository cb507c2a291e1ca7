/** What the checks of a row need from one pass over its cells. */
export interface RowScan {
  /** How many cells hold something. */
  readonly filled: number;
  /** The index of the first of them, or -1. */
  readonly first: number;
  /**
   * A 53-bit number that identical rows share; blanks around a text, empty cells at the end and number against text do
   * not make rows differ. Two different rows share one with a chance of about one in two million in a file of 100,000
   * rows; a number per row instead of its text keeps such a file small in memory.
   */
  readonly key: number;
}
