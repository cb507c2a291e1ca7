import type { FactName } from '../domain/review/conditions.ts';

/** Parts of words by which an export's reporter is known; lower case. */
export const reporterWords = {
  anonymous: ['anonym'],
  private: ['anonym', 'familie', 'forælder', 'forældre', 'moder', 'borger', 'nabo', 'slægt', 'netværk', 'barnet selv'],
  professional: [
    'skole',
    'dagtilbud',
    'børnehave',
    'vuggestue',
    'dagpleje',
    'politi',
    'sundhedspleje',
    'læge',
    'sygehus',
    'hospital',
    'psykiatri',
    'ppr',
    'tandpleje',
    'jordemoder',
    'kommune',
    'forvaltning',
    'sfo',
    'krisecenter',
    'ungdomsuddannelse',
  ],
} as const;

/** Parts of words by which a case type says whether the child is placed; lower case. */
export const caseTypeWords = { placed: ['anbring', 'anbragt'], notPlaced: ['forebyg'] } as const;

/** What each condition is called in the list of conditions. */
export const conditionLabels: Readonly<Record<FactName, string>> = {
  always: 'Gælder i alle sager',
  'read-in-file': 'Kan kun ses i sagen',
  registered: 'En dato er registreret',
  'report-received': 'Der er modtaget en underretning',
  'report-during-support': 'Der er modtaget en underretning, mens en indsats var i gang',
  'repeated-reports': 'Der er mindst to underretninger inden for et antal måneder',
  'opened-after-report': 'Sagen er åbnet efter en underretning',
  'reporter-anonymous': 'Underretteren er anonym',
  'reporter-professional': 'Underretteren er fagperson',
  'abuse-suspected': 'Sagen er mærket med overgreb eller mistanke om overgreb',
  'protected-address': 'Barnet har navne- og adressebeskyttelse',
  'has-siblings': 'Barnet har registrerede søskende',
  unborn: 'Barnet er ikke født endnu',
  'age-at-least': 'Barnet har nået en alder',
  'age-under': 'Barnet er under en alder',
  'turns-within': 'Barnet når en alder inden for et antal måneder',
  'decision-made': 'Der er truffet en afgørelse',
  'decision-kind': 'Afgørelsen er af en bestemt slags',
  placed: 'Barnet er eller har været anbragt',
  'placed-months': 'Barnet blev anbragt for mindst et antal måneder siden',
  'placement-form': 'Anbringelsesformen indeholder et ord',
  'supported-months': 'Indsatsen begyndte for mindst et antal måneder siden',
  'law-at': 'En hændelse hører under en bestemt lov',
  'rule-says': 'En datoregel giver et bestemt forslag',
  'case-type': 'Sagstypen indeholder et ord',
  column: 'En egen kolonne indeholder et ord',
};

type Sentences = Readonly<Record<'yes' | 'no' | 'unknown', string>>;

/** Why an item applies, does not, or is shown although nobody can tell. `{facts}` is what the export says. */
export const conditionSentences: Readonly<Record<FactName, Sentences>> = {
  always: { yes: 'Gælder i alle sager', no: 'Gælder i alle sager', unknown: 'Gælder i alle sager' },
  'read-in-file': {
    yes: 'Set i sagen: {what}',
    no: 'Ikke set i sagen: {what}',
    unknown: 'Kan kun ses i sagen: {what}',
  },
  registered: {
    yes: 'Registreret: {facts}',
    no: 'Ikke registreret: {what}',
    unknown: 'Udtrækket har ingen dato for {what}',
  },
  'report-received': {
    yes: 'Der er modtaget en underretning ({facts})',
    no: 'Den nyeste underretning er mere end {months} måneder gammel ({facts})',
    unknown: 'Udtrækket viser ingen underretning',
  },
  'report-during-support': {
    yes: 'Der kom en underretning, mens en indsats var i gang ({facts})',
    no: 'Ingen underretning kom, mens en indsats var i gang ({facts})',
    unknown: 'Udtrækket viser ikke, om der kom en underretning under en indsats',
  },
  'repeated-reports': {
    yes: 'Der er flere underretninger inden for {months} måneder ({facts})',
    no: 'Der er kun én underretning inden for {months} måneder ({facts})',
    unknown: 'Udtrækket viser ingen underretning',
  },
  'opened-after-report': {
    yes: 'Sagen er åbnet efter en underretning ({facts})',
    no: 'Sagen var åbnet, før underretningen kom ({facts})',
    unknown: 'Udtrækket viser ikke, om sagen er åbnet efter en underretning',
  },
  'reporter-anonymous': {
    yes: 'Underretteren er anonym ({facts})',
    no: 'Underretteren er ikke anonym ({facts})',
    unknown: 'Udtrækket viser ikke, hvem der underrettede',
  },
  'reporter-professional': {
    yes: 'Underretteren er fagperson ({facts})',
    no: 'Underretteren er ikke fagperson ({facts})',
    unknown: 'Udtrækket viser ikke, om underretteren er fagperson',
  },
  'abuse-suspected': {
    yes: 'Sagen er mærket med overgreb eller mistanke om overgreb',
    no: 'Sagen er ikke mærket med overgreb',
    unknown: 'Udtrækket viser ikke, om der er mistanke om overgreb',
  },
  'protected-address': {
    yes: 'Barnet har navne- og adressebeskyttelse',
    no: 'Barnet har ikke navne- og adressebeskyttelse',
    unknown: 'Udtrækket viser ikke, om barnet har navne- og adressebeskyttelse',
  },
  'has-siblings': {
    yes: 'Der er registreret søskende eller et familie-ID',
    no: 'Der er ikke registreret søskende ({facts})',
    unknown: 'Udtrækket viser ikke, om barnet har søskende',
  },
  unborn: {
    yes: 'Barnet er ikke født endnu ({facts})',
    no: 'Barnet er født ({facts})',
    unknown: 'Udtrækket har ingen fødselsdato',
  },
  'age-at-least': {
    yes: 'Barnet var fyldt {years} år ({facts})',
    no: 'Barnet var under {years} år ({facts})',
    unknown: 'Udtrækket viser ikke, om barnet var fyldt {years} år',
  },
  'age-under': {
    yes: 'Barnet var under {years} år ({facts})',
    no: 'Barnet var fyldt {years} år ({facts})',
    unknown: 'Udtrækket viser ikke, om barnet var fyldt {years} år',
  },
  'turns-within': {
    yes: 'Barnet er fyldt {years} år eller bliver det inden for {months} måneder ({facts})',
    no: 'Barnet fylder ikke {years} år inden for {months} måneder ({facts})',
    unknown: 'Udtrækket har ingen fødselsdato',
  },
  'decision-made': {
    yes: 'Der er truffet en afgørelse ({facts})',
    no: 'Den nyeste afgørelse er mere end {months} måneder gammel ({facts})',
    unknown: 'Udtrækket viser ingen afgørelse',
  },
  'decision-kind': {
    yes: 'Afgørelsens slags passer ({facts})',
    no: 'Afgørelsen er af en anden slags ({facts})',
    unknown: 'Udtrækket viser ikke, hvilken slags afgørelse der er truffet',
  },
  placed: {
    yes: 'Barnet er eller har været anbragt ({facts})',
    no: 'Barnet er ikke anbragt ({facts})',
    unknown: 'Udtrækket viser ikke, om barnet er anbragt',
  },
  'placed-months': {
    yes: 'Barnet har været anbragt i mindst {months} måneder ({facts})',
    no: 'Barnet har ikke været anbragt i {months} måneder ({facts})',
    unknown: 'Udtrækket viser ikke, hvor længe barnet har været anbragt',
  },
  'placement-form': {
    yes: 'Anbringelsesformen passer ({facts})',
    no: 'Anbringelsesformen er en anden ({facts})',
    unknown: 'Udtrækket viser ikke anbringelsesformen',
  },
  'supported-months': {
    yes: 'Indsatsen begyndte for mindst {months} måneder siden ({facts})',
    no: 'Indsatsen begyndte for mindre end {months} måneder siden ({facts})',
    unknown: 'Udtrækket viser ikke, hvornår indsatsen begyndte',
  },
  'law-at': {
    yes: 'Hændelsen hører under {law} ({facts})',
    no: 'Hændelsen hører ikke under {law} ({facts})',
    unknown: 'Udtrækket har ingen dato for {what}, så loven kan ikke ses',
  },
  'rule-says': {
    yes: 'Datoregel {rule}: {facts}',
    no: 'Datoregel {rule}: {facts}',
    unknown: 'Datoregel {rule} kan ikke afgøre det',
  },
  'case-type': {
    yes: 'Sagstypen passer ({facts})',
    no: 'Sagstypen er en anden ({facts})',
    unknown: 'Udtrækket viser ikke sagstypen',
  },
  column: {
    yes: 'Kolonnen {what} passer ({facts})',
    no: 'Kolonnen {what} passer ikke ({facts})',
    unknown: 'Udtrækket har ingen kolonne {what}',
  },
};

export const applicabilityWords = {
  always: 'Gælder i alle sager.',
  shown: 'Spørgsmålet vises, fordi det ikke kan ses, om det er relevant: {reason}.',
  sentence: '{reason}.',
  join: '; ',
  notInForce: 'Kravet gjaldt ikke {day} ({field}).',
  answered: 'Spørgsmålet "{question}" er besvaret {value}',
  unanswered: 'Spørgsmålet "{question}" er ikke besvaret endnu',
  lawOn: '{law} ({field} {day})',
} as const;

/** The laws as a sentence names them. */
export const lawNames = {
  'barnets-lov': 'barnets lov',
  serviceloven: 'serviceloven',
  forvaltningsloven: 'forvaltningsloven',
  offentlighedsloven: 'offentlighedsloven',
  retssikkerhedsloven: 'retssikkerhedsloven',
  databekendtgoerelsen: 'databekendtgørelsen',
} as const;
