import type { Course } from '../domain/report/course/course.ts';

/** The page of a course of two years, on paper. */
export const courseWords = {
  sheet: 'Forløb',
  subject: 'Forløb over to år: udgangspunkt, udviklingsplan og statusmålinger',
  classification: 'Fortroligt: kun til ledelsen',
  footer: (name: string) => `Forløb: ${name}`,
  about: (unit: string, start: string, ends: string) =>
    [unit, `${start} til ${ends}`].filter((part) => part !== '').join(', '),
  phases: {
    before: 'Forløbet er ikke begyndt.',
    analysis: 'Analyse: de første seks måneder.',
    development: 'Udvikling: atten måneder efter analysen.',
    over: 'De to år er gået.',
  } satisfies Record<Course['phase'], string>,
  baselineHeading: 'Udgangspunkt',
  baseline: (round: string, asOf: string, read: number, drawn: number) =>
    `${round} pr. ${asOf}: ${read} af ${drawn} tilfældige sager læst.`,
  worksHeading: 'Det fungerer godt',
  noWorks: 'Intet spørgsmål er opfyldt i mindst 80 % af sagerne.',
  challengesHeading: 'Her er udfordringerne',
  noChallenges: 'Alle spørgsmål med sager nok er opfyldt i mindst 80 %.',
  tooFew: 'Der er for få læste sager til at pege på et spørgsmål: mindst 10 relevante.',
  planHeading: 'Udviklingsplan: de otte anbefalinger',
  planLine: (open: number, done: number) => (open + done === 0 ? 'ingen handling' : `${open} åbne, ${done} udført`),
  noCategory: 'Uden anbefaling',
  statusHeading: 'Status på de samme spørgsmål',
  noStatus: 'Der er endnu ingen måling efter udgangspunktet.',
  statusAbout: (rounds: string) =>
    `Tilfældige sager. Seneste måling mod udgangspunktet. Ændringen er i procentpoint; med 95 % sikkerhed ligger den mellem Fra og Til. Målinger: ${rounds}.`,
  columns: {
    name: 'Område',
    baseline: 'Udgangspunkt',
    latest: 'Seneste måling',
    change: 'Ændring',
    low: 'Fra',
    high: 'Til',
    verdict: 'Kan vi se en ændring?',
  },
  metOf: (met: number, n: number) => `${met} af ${n}`,
  nothing: '–',
  notCause: 'En ændring viser ikke, hvad der har skabt den.',
} as const;
