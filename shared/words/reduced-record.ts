/** What stands in place of a name in the record of a draw that is sent. */
export const reducedRecordWords = {
  caseworker: (number: number) => `Rådgiver ${number}`,
  noSeed: 'findes hos den enhed, der trak',
  /** To one reader, who is told her own. */
  other: {
    caseworker: (number: number) => `Anden rådgiver ${number}`,
    team: (number: number) => `Andet team ${number}`,
  },
} as const;
