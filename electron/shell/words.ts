/** What the shell says itself: menus, dialogs and the two messages that the page cannot show. */
export const words = {
  chooseFile: 'Vælg en fil',
  saveFile: 'Gem filen',
  edit: 'Rediger',
  view: 'Vis',
  unsaved: 'Der er noget, der ikke er gemt',
  unsavedDetail: 'Lukker du vinduet nu, går det tabt. Bliv, og gem det først.',
  stay: 'Bliv',
  closeAnyway: 'Luk uden at gemme',
  pageGone: 'Siden gik i stå',
  pageGoneDetail: 'Det, der er gemt, er der stadig. Det, du sidst skrev, kan mangle. Åbn siden igen, og se efter.',
  openAgain: 'Åbn siden igen',
  close: 'Luk programmet',
  coreEndedTitle: 'Ledelsestilsyn stoppede uventet',
  coreEnded: 'Det, der er gemt, er der stadig. Start programmet igen.',
} as const;

/** The files that the program reads, as the open dialog shows them. */
export const fileKinds: readonly { readonly name: string; readonly extensions: readonly string[] }[] = [
  { name: 'Udtræk (Excel eller csv)', extensions: ['xlsx', 'xlsm', 'csv', 'txt', 'tsv'] },
  { name: 'Lodtrækning, tjekliste eller kolonner', extensions: ['json', 'xlsx'] },
  { name: 'Alle filer', extensions: ['*'] },
];
