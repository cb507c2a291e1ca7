/** What `npm start` says to the person who starts the program. */
export const words = {
  building: 'Bygger siden. Det tager et øjeblik den første gang.',
  noElectron: 'Electron er ikke hentet på denne computer, så programmet åbner i browseren i stedet.',
  noDisplay: 'Der er ingen skærm til et vindue, så programmet kører til brug i en browser.',
} as const;
