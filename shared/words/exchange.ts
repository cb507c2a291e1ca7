/** What the program calls parts of a round and the people in what it sends. */
export const exchangeWords = {
  /** Of a share that a file name must not say the name of. */
  share: (number: number): string => `Del ${number}`,
  /** In place of a case number in a note that goes to another workspace without names. */
  caseNumber: '[sagsnummer]',
} as const;
