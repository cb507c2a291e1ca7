/** What a chart says to a reader who cannot see it, and the words of the helper that lays it out. */
export const chartWords = {
  sharesLead: (title: string) => `Liggende søjlediagram: ${title}.`,
  category: (name: string, total: string, parts: readonly string[]) => `${name} (${total} i alt): ${parts.join(', ')}.`,
  part: (name: string, count: string) => `${name} ${count}`,
  allTogether: (rows: string) => `${rows} rækker tilsammen`,
  notShown: 'vises ikke',
  runLead: (title: string) => `Kurvediagram: ${title}.`,
  noPoints: (name: string) => `${name}: ingen tal endnu.`,
  onePoint: (name: string, share: string, when: string) => `${name}: ${share} (${when}).`,
  constant: (name: string, share: string) => `${name}: ${share} hele vejen.`,
  course: (name: string, first: string, last: string, low: string, high: string) =>
    `${name}: ${first} og ${last}; lavest ${low}, højest ${high}.`,
  at: (share: string, when: string) => `${share} (${when})`,
  gaps: (count: string) => `Runder uden tal: ${count}.`,
  whereNumbers: (sheet: string) => `Tallene står på arket ${sheet}.`,
};
