/** What a report was made from and with; the same words at the foot of a page and in a table of method. */
export const provenanceWords = {
  program: 'Program',
  programText: (version: string) => `Ledelsestilsyn ${version}`,
  template: 'Tjekliste',
  templateText: (title: string, edition: number) => `${title}, udgave ${edition}`,
  fingerprint: 'Udtrækkets aftryk',
  seed: 'Frø (startværdi)',
  seedHidden: 'vises ikke: den ligner et personnummer eller et sagsnummer',
  drawNumber: 'Trækning nr.',
  dataAsOf: 'Data pr.',
  line: (facts: readonly string[]) => facts.join(' · '),
  fact: (label: string, value: string) => `${label.toLocaleLowerCase('da')} ${value}`,
};
