/** What the reports say of rounds that stand together. */
export const reportSetWords = {
  /** A round's name on sheets that may name units. */
  label: (unit: string, name: string) => [unit, name].filter(Boolean).join(', '),
  /** The same where no unit may be named. */
  number: (number: number) => `Træk ${number}`,
  numbered: (label: string, number: number) => `${label} (${number})`,
  caseId: (label: string, caseId: string) => `${label}: ${caseId}`,
  roundHeading: (label: string) => `Runde: ${label}`,
  files: (names: readonly string[]) => names.join(', '),
  seeds: (seeds: readonly string[]) => seeds.join('; '),
  draw: (facts: readonly string[]) => facts.join(' · '),
  footer: (draws: number) => `${draws} trækninger, se metodesiden`,
  drawsHeading: 'Trækningerne',
  drawsIntro: (draws: number, repeated: boolean) =>
    `Tallene er lagt sammen af ${draws} trækninger. Hver trækning tæller med så mange sager, som den er trukket blandt, så enheder, der har læst en større del af deres sager, ikke fylder mere.${
      repeated
        ? ' En enhed med flere runder tæller med i hver af dem; en sag, der er læst i to runder, tæller to gange.'
        : ''
    }`,
  leftOutHeading: 'Ikke talt med',
  leftOut: (reason: string, questions: readonly string[]) =>
    questions.length === 0 ? `Hele runden: ${reason}.` : `${reason}: ${questions.join(' ')}`,
  when: (from: string, to: string, draws: number) =>
    from === to
      ? `Sagerne er opgjort pr. ${from} i ${draws} trækninger.`
      : `Sagerne er opgjort mellem ${from} og ${to} i ${draws} trækninger.`,
  reasons: {
    'other-checklist': 'en anden tjekliste',
    'other-cases': 'trukket blandt andre sager',
    'other-rule': 'kravet er ændret mellem udgaverne',
    'other-words': 'spørgsmålet er formuleret om mellem udgaverne',
    'other-items': 'områdets lovkrav er ændret',
    'not-asked': 'spørgsmålet er ikke med i alle udgaver',
    example: 'opdigtede sager',
    'nothing-read': 'intet er læst endnu',
  },
} as const;
