/** What stands in place of a caseworker's name in the record of a draw that is sent without names. */
export const reducedRecordWords = { caseworker: (number: number) => `Rådgiver ${number}` };
