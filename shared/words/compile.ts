/** What is said of rounds that stand together. */
export const compileWords = {
  asOf: (day: string) => `Pr. ${day}`,
  title: (rounds: number, units: number, from: string, to: string) => {
    const across = units === 1 ? `${rounds} runder` : `${rounds} runder fra ${units} enheder`;
    return from === to ? `${across}, pr. ${from}` : `${across}, ${from} til ${to}`;
  },
} as const;
