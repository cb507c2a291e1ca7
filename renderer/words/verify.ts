/** The words of the check of a draw, and of the sheet on paper that anyone may repeat it from. */
export const verifyWords = {
  title: 'Kontrollér en trækning',
  intro:
    'Vælg lodtrækningens fil og det udtræk, der blev trukket fra. Programmet trækker igen og siger, om det er de samme sager. Intet bliver gemt, og filerne kan komme fra en anden computer.',
  record: 'Lodtrækningen (JSON)',
  chooseRecord: 'Vælg lodtrækningens fil',
  otherRecord: 'Vælg en anden lodtrækning',
  recordFacts: (cases: string, when: string, method: string, number: number) =>
    `${cases}, trukket ${when}, metode ${method}, trækning nr. ${number}`,
  notRecord: 'Filen er ikke en lodtrækning fra programmet',
  notRecordNext: 'Vælg den JSON-fil, der blev gemt med "Gem lodtrækningen".',
  file: 'Udtrækket',
  chooseFile: 'Vælg udtrækket',
  otherFile: 'Vælg et andet udtræk',
  check: 'Kontrollér',
  same: 'Samme udtræk',
  sameText: (cases: string) => `${cases} er trukket igen: de samme sager med de samme numre i lodtrækningen.`,
  part: {
    same: 'Læserens sager passer',
    other: 'Læserens sager passer ikke',
    none: 'Kan ikke kontrolleres',
    noneText: 'Bilaget er sendt uden navne og sagsnumre. Kun den, der trak, kan kontrollere trækningen.',
    text: (told: string, drawn: string) =>
      `Filen er den del af lodtrækningen, som én læser har fået: ${told} af ${drawn}. Deres numre i lodtrækningen er regnet efter. Om de øvrige sager er trukket rigtigt, kan kun den kontrollere, der har hele lodtrækningen.`,
  },
  other: 'Ikke samme udtræk',
  otherText: (count: string) => `${count} mellem lodtrækningen og det, der trækkes nu:`,
  sheet: {
    title: 'Kontrolark for stikprøven',
    print: 'Udskriv',
    back: 'Tilbage til trækningen',
    cases: 'Trukne sager i trækningens rækkefølge',
    casesNote: 'Efter sagsnummeret står de første 12 tegn af dets nummer i lodtrækningen.',
    part: (part: string, group: string) => `Del ${part}, ${group}`,
    example: (ticket: string) => `Prøv selv: SHA-256 af denne tekst begynder med ${ticket}`,
    more: 'Arket som Excel-fil har de hele numre og ti linjer Python, der gentager trækningen.',
  },
} as const;
