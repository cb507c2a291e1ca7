/** The words of sending, receiving and collecting. */
export const exchangeWords = {
  empty: 'Der er ingen runder at sende eller samle endnu.',
} as const;
