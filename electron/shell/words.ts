/** What the shell says itself: menus, dialogs and the two messages that the page cannot show. */
export const words = {
  chooseFile: 'Vælg et udtræk',
  saveFile: 'Gem rapporten',
  edit: 'Rediger',
  view: 'Vis',
  coreEndedTitle: 'Ledelsestilsyn stoppede uventet',
  coreEnded: 'Det, der er gemt, er der stadig. Start programmet igen.',
} as const;

/** The files that the program reads, as the open dialog shows them. */
export const fileKinds: readonly { readonly name: string; readonly extensions: readonly string[] }[] = [
  { name: 'Udtræk (Excel eller csv)', extensions: ['xlsx', 'xlsm', 'csv', 'txt', 'tsv'] },
  { name: 'Trækningsprotokol eller svar', extensions: ['json'] },
];
