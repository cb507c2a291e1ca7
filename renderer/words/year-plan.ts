import { monthNames } from '#shared/words/calendar.ts';

/** `2026-02` as `februar 2026`. */
export function monthName(month: string): string {
  const [year = '', ofYear = ''] = month.split('-');
  return `${monthNames[Number(ofYear) - 1] ?? ofYear} ${year}`;
}

/** The words of the year plan: quotas per team or caseworker, and the draw that is proposed from them. */
export const yearPlanWords = {
  title: 'Årsplan',
  intro:
    'Hvor mange sager skal der læses fra hver i løbet af året, og hvor langt er I? Kvoten fordeles jævnt over månederne. Listen er efter navn og siger intet om, hvem der gør det godt.',
  by: 'Kvote for',
  byChoices: { team: 'hvert team', caseworker: 'hver rådgiver' },
  groups: { team: 'Team', caseworker: 'Rådgiver' },
  perYear: 'Sager om året fra hver',
  month: 'Til og med',
  source: 'Sagsliste',
  table: (month: string) => `Årsplan til og med ${month}`,
  columns: {
    cases: 'Sager',
    quota: 'Kvote',
    due: 'Skal være trukket',
    drawn: 'Trukket',
    reviewed: 'Gennemgået',
    targeted: 'Målrettet',
    proposed: 'Foreslås nu',
  },
  total: 'I alt',
  targetedNote: 'Målrettede sager tæller ikke med i kvoten.',
  notCovered: 'Ingen sag trukket i år',
  allCovered: 'Alle har haft mindst én sag med i år.',
  propose: (month: string) => `Foreslå udtræk for ${month}`,
  nothingDue: (month: string) => `Alle er, hvor de skal være til og med ${month}. Der er intet at foreslå.`,
  proposal: (month: string) => `Forslag til ${month}`,
  each: (cases: string, groups: string) => `${cases} fra hver af: ${groups}`,
  one: (cases: string, group: string) => `${cases} fra ${group}`,
  rest: 'Trækkes tilfældigt. Sager, der er gennemgået de seneste 12 måneder, holdes ude.',
  held: (count: string, reason: string) => `${count} holdt ude: ${reason}`,
  counts: (cases: string, list: string, number: number) =>
    `${cases} trækkes af listens ${list}. Trækning nr. ${number} på denne liste.`,
  draw: (cases: string) => `Træk ${cases}`,
} as const;
