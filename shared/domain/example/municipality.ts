/** Everyone and everything here is invented. CPR numbers are made with day + 60, which no person has. */
export const givenNames = [
  'Alma',
  'Aksel',
  'Asta',
  'Bjørn',
  'Clara',
  'Elias',
  'Ella',
  'Emil',
  'Freja',
  'Ida',
  'Karla',
  'Liva',
  'Lærke',
  'Malthe',
  'Noah',
  'Oskar',
  'Sigrid',
  'Søren',
  'Thea',
  'Valdemar',
  'Vilja',
  'Øjvind',
  'Åse',
  'Storm',
] as const;

export const familyNames = [
  'Andersen',
  'Bech',
  'Christensen',
  'Dahl',
  'Fisker',
  'Grøn',
  'Hedegård',
  'Iversen',
  'Juul',
  'Kjær',
  'Lund',
  'Nørgaard',
  'Overgaard',
  'Poulsen',
  'Riis',
  'Søndergaard',
  'Toft',
  'Vestergård',
  'Ågård',
  'Østergaard',
] as const;

interface Team {
  readonly name: string;
  readonly caseworkers: readonly [string, ...string[]];
}

export const teams: readonly [Team, ...Team[]] = [
  { name: 'Modtagelsen', caseworkers: ['Ella Grøn', 'Noah Ågård', 'Aksel Bech', 'Maja Holm'] },
  { name: 'Team Nord', caseworkers: ['Rosa Riis', 'Noah Toft', 'Clara Christensen', 'Bo Winther', 'Ditte Krogh'] },
  { name: 'Team Syd', caseworkers: ['Noah Poulsen', 'Thea Andersen', 'Valdemar Ågård', 'Lone Skov'] },
  { name: 'Ungeteamet', caseworkers: ['Elias Dahl', 'Thea Nørgaard', 'Rosa Vestergård', 'Jens Ravn'] },
];

export const reporters = [
  'Skole',
  'Dagtilbud',
  'Politi',
  'Sundhedspleje',
  'Læge',
  'Familie',
  'Anonym',
  'Hospital',
] as const;
export const placementForms = ['Familiepleje', 'Netværkspleje', 'Opholdssted', 'Døgninstitution'] as const;

/** The columns of the example export, in the words that a case system might use. */
export const exportColumns = [
  'Sagsnummer',
  'CPR-nummer',
  'Barnets navn',
  'Rådgiver',
  'Team',
  'Sagstype',
  'Paragraf',
  'Status',
  'Oprettet',
  'Afsluttet',
  'Underretning modtaget',
  '24-timers vurdering',
  'Kvittering sendt',
  'Underretter',
  'Opmærksom dato',
  'Screening',
  'BFU startet',
  'BFU afsluttet',
  'Foreløbig vurdering',
  'Børnesamtaler',
  'Afgørelsesdato',
  'Afgørelse sendt',
  'Samtykke',
  'Indsats start',
  'Barnets plan',
  'Opfølgninger',
  'Næste opfølgning',
  'Anbringelse start',
  'Anbringelsesform',
  'Tilsynsbesøg',
  'Ungeplan',
  'Ungestøtte afgørelse',
  'Familie-ID',
] as const;
export type ExportColumn = (typeof exportColumns)[number];
