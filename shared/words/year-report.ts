/** The words of the committee's yearly report. */
export const yearReportWords = {
  title: (year: string) => `Ledelsestilsyn med børnesager i ${year}`,
  subject: 'Årets ledelsestilsyn til udvalget',
  footer: (year: string) => `Ledelsestilsyn ${year}`,
  lead: (rounds: number, read: string) =>
    rounds === 1
      ? `Der har været én runde i året, og ${read} sager er læst.`
      : `Der har været ${rounds} runder i året, og ${read} sager er læst.`,
  latest: (conclusion: string) => `Seneste runde: ${conclusion}`,
  howEach: (who: string) => `Til hver runde er sagerne trukket tilfældigt og læst${who}.`,
  howApart: 'Sager udvalgt med vilje tæller ikke med.',
  leftOut: (rounds: number) =>
    rounds === 1
      ? 'Én runde mere havde kun sådanne sager og er ikke vist.'
      : `${rounds} runder mere havde kun sådanne sager og er ikke vist.`,
  resultHeading: 'Årets runder',
  columns: { area: 'Område', dots: 'Seneste runde', change: 'Over året' },
  read: 'Læste sager',
  edition: 'Tjekliste',
  editionOf: (edition: number) => `udgave ${edition}`,
  otherChecklist: (title: string, edition: number) => `${title}, udgave ${edition}`,
  unnamed: (asOf: string) => `pr. ${asOf}`,
  nothing: '–',
  metMeans: 'Tallene siger, i hvor mange af de læste sager alle relevante lovkrav i området er opfyldt. ',
  separate: 'Hver runde er sin egen stikprøve; derfor lægges runderne ikke sammen. ',
  again: 'Den samme sag kan være læst i flere runder. ',
  breakMeans: 'Tjeklisten har skiftet udgave; tal fra før og efter kan ikke altid sammenlignes. ',
  suppressed: (threshold: number) =>
    `Streg: området er ikke vist, fordi under ${threshold} sager står bag, fordi en lille gruppe kunne genkendes eller regnes ud, eller fordi der ikke er spurgt. `,
  provisional: (rounds: string) => `Ikke læst færdig: ${rounds}. De tal kan ændre sig. `,
  doneHeading: 'Det gjorde vi',
  nothingDone: 'Ingen ændringer af praksis er meldt gennemført i året.',
  remainsHeading: 'Det mangler',
  overdue: ' Fristen er overskredet.',
  nothingRemains: 'Ingen aftalte ændringer af praksis står åbne.',
  more: (n: number) => (n === 1 ? 'Og én ændring til.' : `Og ${n} ændringer til.`),
  effect: {
    measured: (yes: number, n: number, round: string, yesAfter: number, nAfter: number, verdict: string) =>
      `Før: ja i ${yes} af ${n} sager. Efter (${round}): ja i ${yesAfter} af ${nAfter}. ${verdict}.`,
    notYet: 'Virkningen er ikke målt endnu.',
    tooFew: 'Der er læst for få sager til at se en virkning.',
    broken: 'Spørgsmålet er ændret siden; før og efter kan ikke sammenlignes.',
  },
  methodLabel: 'Flere runder',
  methodText:
    'Årets runder er dem, der er opgjort i samme kalenderår. Hver runde har sin egen stikprøve og bliver ikke lagt sammen med de andre. Et område eller et spørgsmål, der ikke må vises i én runde, indgår heller ikke i en sammenligning. Tydelig ændring: det 95 %-spænd, der er for forskellen på årets første og seneste runde, går uden om nul. Metoden nedenfor er den seneste rundes.',
};
