import type { FieldId } from '../domain/importing/fields.ts';

/**
 * What the values of a field look like when nothing else tells the column: regular expressions without regard to case,
 * `|` between alternatives. `whole`: the value as a whole; `start`: how it begins.
 */
export interface ValueWords {
  readonly whole?: string;
  readonly start?: string;
}

export const valueWords: Readonly<Partial<Record<FieldId, ValueWords>>> = {
  status: {
    whole:
      'åben|åbnet|aktiv|aktive|inaktiv|igangværende|i gang|verserende|oprettet|under behandling|under udredning|' +
      'afsluttet|lukket|ophørt|afbrudt|passiv|afventer|bevilget|visiteret|kladde|ny|stoppet|henlagt|genåbnet',
  },
  team: {
    start:
      'team\\b|distrikt|afdeling|afd\\.|modtagelse|modtageteam|ungeteam|ungegruppe|familieteam|familiegruppe|område\\b|' +
      'specialteam|handicapteam|handicapgruppe|anbringelsesteam|børneteam|børn og familie|gruppe \\d|enhed\\b|myndighed',
  },
  placement_form: {
    whole:
      '(?:almen |forstærket |specialiseret |kommunal |slægts)?plejefamilie|familiepleje|netværkspleje(?:familie)?|' +
      'slægtspleje|netværksplejefamilie|opholdssted|socialpædagogisk opholdssted|døgninstitution|sikret (?:døgn)?institution|' +
      'børne- og ungehjem|børnehjem|eget værelse|eget værelse mv\\.?|kost-? ?(?:eller|og|/)? ?efterskole|kostskole|' +
      'efterskole|skibsprojekt|aflastning(?:sfamilie)?|ikke anbragt|kommunal plejefamilie',
  },
  reporter_type: {
    whole:
      '(?:folke)?skole|(?:folke)?skole(?:n)?/sfo|sfo|dagtilbud|daginstitution|børnehave|vuggestue|dagpleje|' +
      'sundhedsplejerske|sundhedspleje|praktiserende læge|egen læge|læge|tandlæge|tandpleje|sygehus|hospital|skadestue|' +
      'politi|politiet|anden kommune|kommune|forældre|mor|far|barnet selv|familie|familiemedlem|bedsteforældre|nabo|' +
      'anonym|anonym underretter|privatperson|anden privatperson|fagperson|anden fagperson|boligforening|krisecenter|' +
      'statsforvaltningen|familieretshuset|fogedretten|ppr|ungdomsuddannelse|fritidstilbud|andet|ukendt',
  },
  case_type: {
    whole:
      '(?:familie|børne|børne- og ungdoms|unge|underretnings|anbringelses|handicap|forebyggelses|efterværns|rådgivnings|' +
      'udslusnings|tilsyns|ungdomskriminalitets)sag|anbringelse|forebyggende (?:indsats|foranstaltning)|handicap|' +
      'efterværn|ungestøtte|underretning|tidlig indsats|udsatte børn|børn med (?:handicap|funktionsnedsættelse)|' +
      'ungdomskriminalitet|rådgivning',
  },
};

/** How a street in an address ends, before its number. */
export const streetEndings =
  'vej|gade|allé|alle|stræde|plads|vænge|parken|toften|bakken|haven|marken|lunden|torvet|skoven|engen|ager|dal|krogen';
