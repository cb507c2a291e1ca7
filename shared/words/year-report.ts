/** The words of the committee's yearly report. */
export const yearReportWords = {
  title: (year: string) => `Ledelsestilsyn med børnesager i ${year}`,
  subject: 'Årets ledelsestilsyn til udvalget',
  footer: (year: string) => `Ledelsestilsyn ${year}`,
  columns: { area: 'Område', round: 'Runde', met: 'Opfyldt', n: 'Læste sager' },
};
