/** Why a file cannot hold the list that was drawn from: one sentence for each way in which it is built otherwise. */
export const unlikeFileWords = {
  column: (header: string): string => `Filen mangler kolonnen "${header}", som var i den fil, der blev trukket fra.`,
  twice: (header: string): string => `Lodtrækningen bruger to kolonner til det samme: "${header}".`,
  sheet: (name: string): string => `Filen mangler arket "${name}", som der blev trukket fra.`,
  header: (row: string): string =>
    `Filen har ingen kolonnenavne i række ${row}, hvor de stod i den fil, der blev trukket fra.`,
  caseId: 'Filen har ingen kolonne med sagsnumre.',
  noCases: 'Filen har ingen sager.',
} as const;
