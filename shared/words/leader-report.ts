/** The words of the report for the leader of a team. */
export const leaderWords = {
  title: 'Ledelsestilsyn: mit team',
  subject: 'Status for lederen: læst, mangler, fund og aftaler',
  classification: 'Fortroligt: kun til lederen. Indeholder sagsnumre.',
};
