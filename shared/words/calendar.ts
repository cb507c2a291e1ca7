/** The words of dates and lengths of time. */
export const calendarWords = {
  at: 'kl.',
  and: 'og',
  day: ['dag', 'dage'],
  month: ['måned', 'måneder'],
  hour: ['time', 'timer'],
  minute: ['minut', 'minutter'],
} as const;

/** From January on. */
export const monthNames: readonly string[] = [
  'januar',
  'februar',
  'marts',
  'april',
  'maj',
  'juni',
  'juli',
  'august',
  'september',
  'oktober',
  'november',
  'december',
];

/** How exports write the months, in their order; `|` between spellings. A shorter form counts from three letters on. */
export const monthSpellings = [
  'januar|january',
  'februar|february',
  'marts|march',
  'april',
  'maj|may',
  'juni|june',
  'juli|july',
  'august',
  'september',
  'oktober|october',
  'november',
  'december',
] as const;

/** What may stand before a date; `|` between alternatives. */
export const beforeDate = '(?:man|tirs|ons|tors|fre|lør|søn)(?:dag)?|ma|ti|on|to|fr|lø|sø';
