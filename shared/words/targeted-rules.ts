/**
 * The name of the stratum of cases chosen by conditions alone. A part of the ticket's text, so it never changes.
 */
export const chosenByConditions = '(efter betingelser)';

/** What a targeted part draws, by the name of its rule. */
export const targetedRuleWords = {
  'bfu-over-4-maaneder': 'Undersøgelsen tog mere end fire måneder',
  'bfu-mangler-eller-over-4-maaneder': 'Undersøgelsen mangler i udtrækket eller er over fire måneder',
  'underretning-over-24-timer': 'Underretningen er ikke vurderet inden for 24 timer',
  'gentagne-underretninger-uden-indsats': 'Flere underretninger på to år og ingen indsats siden den første',
  'ingen-boernesamtale': 'Ingen børnesamtale før afgørelsen',
  'plan-mangler-eller-sen': 'Barnets plan mangler i udtrækket eller kom for sent',
  'opfoelgning-overskredet': 'Første opfølgning mangler eller kom for sent',
  'naeste-opfoelgning-overskredet': 'En senere opfølgning mangler eller kom for sent',
  'anbragt-under-6-aar': 'Barnet er anbragt og under seks år',
  'faerre-end-to-tilsynsbesoeg': 'Færre end to tilsynsbesøg på et år',
  'ungestoette-for-sent': 'Ungestøtte er ikke afgjort et halvt år før 18 år',
  'ungestoette-mangler': 'Ingen afgørelse om ungestøtte i udtrækket et halvt år før 18 år',
  'tema-undersoegelse': 'Tema undersøgelse: mangler, er for lang eller var ikke færdig ved anbringelsen',
  'tema-inddragelse': 'Tema inddragelse: samtale med barnet eller samtykke mangler',
  'tema-plan': 'Tema plan: barnets plan, hjemgivelse eller ungestøtte',
  'tema-frister': 'Tema frister: mindst én frist er overskredet',
  'tema-underretning': 'Tema underretning: vurdering, kvittering eller gentagelser',
} as const;

/** The conditions of a part or of an own rule, in words. */
export const conditionWords = {
  oneOf: (field: string, values: string): string => `${field}: ${values}`,
  noneOf: (field: string, values: string): string => `${field}: ikke ${values}`,
  or: ' eller ',
  and: '; ',
  from: (field: string, from: string): string => `${field}: fra ${from}`,
  to: (field: string, to: string): string => `${field}: til ${to}`,
  between: (field: string, from: string, to: string): string => `${field}: ${from} til ${to}`,
  filled: (field: string): string => `${field}: udfyldt`,
  empty: (field: string): string => `${field}: ikke udfyldt`,
} as const;
