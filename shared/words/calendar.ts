/** The words of dates and lengths of time. */
export const calendarWords = {
  at: 'kl.',
  and: 'og',
  day: ['dag', 'dage'],
  month: ['måned', 'måneder'],
  hour: ['time', 'timer'],
  minute: ['minut', 'minutter'],
} as const;
