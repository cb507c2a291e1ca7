/**
 * The agenda item that the committee's report is the annex of. Sources: practice.md 5 (the headings of Danish agendas),
 * law-and-practice.md 2 (the legal basis). What nobody has verified carries `check`.
 */
export const agendaItemWords = {
  sheet: 'Dagsordenspunkt',
  classification: (municipality: string) =>
    ['Tekst til dagsordenspunkt', municipality, 'indeholder ingen personoplysninger'].filter(Boolean).join(' · '),
  subject: 'Tekst til dagsordenspunkt om ledelsestilsyn',
  fillIn: 'Udkast. Sætninger i [kantede parenteser] udfyldes eller slettes, før punktet sendes ud.',
  summaryHeading: 'Resumé',
  summary: (unit: string, period: string) =>
    `Udvalget orienteres om ledelsestilsynet med børnesager${unit === '' ? '' : ` i ${unit}`}: ${period}.`,
  caseHeading: 'Sagsfremstilling',
  backgroundHeading: 'Baggrund',
  background:
    'Ved ledelsestilsyn læser ledere et antal børnesager efter en fast tjekliste og ser efter, om loven er overholdt, og om arbejdet er fagligt i orden. Formålet er at rette op, hvor der er fejl, og at lære af det, der virker. Punktet giver udvalget indsigt i resultatet; enkelte sager behandles ikke.',
  checklist: (title: string, edition: number) => `Sagerne er læst efter tjeklisten »${title}«, udgave ${edition}.`,
  lawHeading: 'Retsgrundlag',
  law: [
    'Kommunalbestyrelsen har ansvaret for, at kommunens opgaver på det sociale område bliver løst, og fører tilsyn med, hvordan de løses, jf. retssikkerhedslovens §§ 15 og 16.',
    'Kommunalbestyrelsen tager en gang om året, når Danmarkskortet over omgjorte afgørelser foreligger, stilling til, om der skal laves en handlingsplan for den juridiske kvalitet i sagsbehandlingen, jf. retssikkerhedslovens § 79 b.',
    'De lovkrav, der er set efter, står i barnets lov og for begivenheder før 1. januar 2024 i serviceloven, samt i forvaltningsloven, offentlighedsloven og retssikkerhedsloven.',
  ],
  check: '[Henvisningerne bør kontrolleres af jurist.]',
  economyHeading: 'Økonomi',
  economy: '[Udfyldes: Sagen har ingen økonomiske konsekvenser. / Sagen har disse økonomiske konsekvenser: …]',
  hearingHeading: 'Høring',
  hearing: '[Udfyldes: Sagen har ikke været i høring. / Sagen har været i høring hos … fra … til …]',
  recommendationHeading: 'Indstilling',
  recommendationMissing: '[Udfyldes: Forvaltningen indstiller, at …]',
  annexHeading: 'Bilag',
  annex: (title: string, period: string) =>
    `1.  ${title}${title.includes(period) ? '' : `, ${period}`} (udvalgets side og metode)`,
};
