/** The words of the second reading: drawing it, reading blind, and comparing. */
export const secondReadingWords = {
  caseTitle: (id: string) => `Sag ${id}, andenlæsning`,
} as const;
