/** The words of locking. */
export const lockWords = {
  keys: 'Ctrl+L',
  now: 'Lås nu',
  soon: (seconds: number) => `Arbejdsmappen låses om ${seconds} ${seconds === 1 ? 'sekund' : 'sekunder'}.`,
  soonSpoken: 'Arbejdsmappen låses om et halvt minut. Tryk på en tast for at blive ved.',
  stay: 'Tryk på en tast eller rør musen for at blive ved. Det, du har skrevet, bliver gemt.',
} as const;
