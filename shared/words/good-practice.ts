/** What the catalogue of good practice says as a sheet. */
export const goodPracticeWords = {
  sheet: 'God praksis',
  title: 'God praksis: det, der virkede',
  subject: 'Eksempler fra ledelsestilsyn, som ledere har sat stjerne ved',
  /** Who may read it. */
  classification: 'Internt: kan deles med alle enheder. Uden navne og sagsnumre.',
  intro:
    'Hvert eksempel er et svar, som en leder har sat stjerne ved. Navne og CPR-numre er skjult. Spørg enheden, før et eksempel bruges videre.',
  nothing: 'Der er ingen eksempler endnu. Sæt stjerne ved et svar i en gennemgang, så kommer det med her.',
  footer: 'God praksis',
  example: 'Ja',
  columns: {
    area: { name: 'Tema', meaning: 'Det område af tjeklisten, som eksemplet hører til.' },
    what: { name: 'Hvad blev gjort', meaning: 'Lederens egne ord, eller det, der er skrevet til kataloget.' },
    why: { name: 'Hvorfor virkede det', meaning: 'Begrundelsen, hvor nogen har skrevet den.' },
    ask: { name: 'Hvem kan spørges', meaning: 'Den enhed eller funktion, der ved mere.' },
    question: { name: 'Spørgsmål', meaning: 'Det spørgsmål i tjeklisten, som stjernen står ved.' },
    unit: { name: 'Enhed', meaning: 'Hvor eksemplet kommer fra.' },
    round: { name: 'Runde', meaning: 'Den runde, som sagen blev gennemgået i.' },
    example: {
      name: 'Opdigtet eksempel',
      meaning: 'Ja, hvor runden er programmets eget eksempel og ikke rigtige sager.',
    },
  },
  /** In place of a line that the reader left empty. */
  noLine: 'Ikke beskrevet endnu',
} as const;
