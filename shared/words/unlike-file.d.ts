/** Why a file cannot hold the list that was drawn from: one sentence for each way in which it is built otherwise. */
export declare const unlikeFileWords: {
  readonly column: (header: string) => string;
  readonly twice: (header: string) => string;
  readonly sheet: (name: string) => string;
  readonly header: (row: string) => string;
  readonly caseId: 'Filen har ingen kolonne med sagsnumre.';
  readonly noCases: 'Filen har ingen sager.';
};
