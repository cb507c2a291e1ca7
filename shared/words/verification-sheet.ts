import type { RandomPart } from '../domain/sampling/plan.ts';
import { allocationWords, eachStratumWords } from './report.ts';

/** The words of the printed verification sheet of a draw. */
export const verificationWords = {
  title: 'Kontrolark for stikprøven',
  subject: 'Alt, hvad der skal til for at gentage trækningen',
  classification: 'Indeholder sagsnumre. Bliver hos den, der ejer sagslisten.',
  footer: 'Kontrolark',
  sheets: { recipe: 'Kontrolark', cases: 'Sager', excluded: 'Udeladte', python: 'Gentag trækningen' },
  recipeHeading: 'Opskrift',
  method: 'Metode',
  recipes: {
    LT1: 'LT1: nummeret er SHA-256 (hex) af teksten LT1|frø|gruppe|sagsnummer. Inden for hver gruppe tages de laveste numre.',
    'LT1-S':
      'LT1-S: systematiske dele tages med fast afstand ned ad sagsnumrene, fra SHA-256 af teksten LT1-S|frø|gruppe modulo antallet. Andre dele som LT1: de laveste SHA-256 (hex) af LT1|frø|gruppe|sagsnummer.',
  },
  seed: 'Frø',
  drawNumber: 'Trækning nr.',
  redraw: 'Grund til at trække igen',
  drawnAt: 'Trukket',
  asOf: 'Frister er opgjort pr.',
  unit: 'Der trækkes',
  program: 'Program',
  listHeading: 'Sagslisten',
  file: 'Filens fingeraftryk (SHA-256)',
  population: 'Sager på listen',
  populationFingerprint: 'Listens fingeraftryk (SHA-256)',
  columnsUsed: 'Kolonner i filen',
  column: (field: string, header: string): string => `${field}: »${header}«`,
  excluded: 'Udeladt',
  excludedLine: (count: string, reason: string): string => `${count}: ${reason}`,
  noneExcluded: 'Ingen',
  partHeading: (part: number): string => `Del ${part}`,
  kind: 'Slags',
  kinds: {
    ticket: 'Tilfældig',
    systematic: 'Systematisk med tilfældig start',
    everything: 'Alle sager',
    targeted: 'Målrettet',
  },
  allocation: 'Fordeling',
  allocationText: ({ size, stratifyBy, allocation, perStratum, minimum }: RandomPart): string => {
    if (allocation === 'perStratum') return `${perStratum ?? 0} fra ${each(stratifyBy)}, eller alle, hvor der er færre`;
    const total = `${size ?? 0} i alt`;
    if (stratifyBy === null) return `${total}, uden grupper`;
    const least = minimum === undefined ? '' : `, mindst ${minimum}`;
    return `${total}, fra ${each(stratifyBy)}${least}, ${allocationWords[allocation]}`;
  },
  conditions: 'Betingelser',
  hiddenValue: '(ikke vist)',
  rule: 'Regel',
  frame: 'Der trækkes blandt',
  frameFingerprint: 'Fingeraftryk af det, der trækkes blandt',
  stratum: (name: string): string => `Gruppe: ${name}`,
  drawnOf: (drawn: string, size: string): string => `${drawn} trukket af ${size}`,
  wholeFrame: '(alle sager)',
  caseworker: (number: number): string => `Rådgiver ${number}`,
  caseworkerNote:
    'Rådgivernes navne vises ikke her. De er nummereret efter navnenes orden i sagslisten (Unicode). Navnene indgår i numrene.',
  laterHeading: 'Udvidelser',
  enlarged: (part: number, size: string, added: string, after: string): string =>
    `Del ${part}: størrelse ${size}, ${added} sager til, efter ${after} ${after === '1' ? 'erstatning' : 'erstatninger'}`,
  casesTitle: 'Trukne sager i trækningens rækkefølge',
  casesIntro: 'En erstattet sag bliver stående med sin grund. Den, der kom i stedet, er den næste i rækken.',
  columns: {
    part: 'Del',
    stratum: 'Gruppe',
    rank: 'Nr.',
    caseId: 'Sagsnummer',
    ticket: 'Nummer i lodtrækningen (SHA-256)',
    remark: 'Bemærkning',
  },
  replaced: (by: string, reason: string): string => `Erstattet af ${by}: ${reason}`,
  replaces: (caseId: string): string => `I stedet for ${caseId}`,
  excludedTitle: 'Udeladte sager',
  excludedIntro:
    'Sager, der ikke kunne trækkes, hver med sin grund. De skal tages ud af listen, før trækningen gentages.',
  reason: 'Grund',
  pythonTitle: 'Gentag trækningen i Python',
  pythonIntro:
    'Gem linjerne som gentag.py og kør: python3 gentag.py lodtraekning.json liste.txt 0. Filen liste.txt har en linje for hver sag, gruppe;sagsnummer. Tallet er delen, talt fra 0. Hver linje skal ende på True.',
  pythonTicket: 'Dele, der er trukket tilfældigt (LT1)',
  pythonSystematic: 'Systematiske dele (LT1-S)',
  hash: 'Kontrolarkets JSON-fil har alle oplysninger; dette ark er til at læse og gemme på papir.',
} as const;

function each(stratifyBy: RandomPart['stratifyBy']): string {
  return stratifyBy === null ? '' : eachStratumWords[stratifyBy];
}
