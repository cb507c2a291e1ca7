/** The words of the talk with the caseworker that only the screen says; the page itself: shared/words/case-page.ts. */
export const conversationWords = {
  title: (caseId: string) => `Samtale om sag ${caseId}`,
  open: 'Samtale',
  back: 'Tilbage til sagen',
  print: 'Udskriv',
  save: 'Gem som Excel',
  saving: 'Skriver arket',
  saved: (name: string) => `Gemt: ${name}`,
  file: (caseId: string) => `samtale-${caseId}.xlsx`,
  praise: 'Lederens ord: hvad er godt i sagen?',
  agreement: 'Hvad er aftalt?',
  due: 'Frist for det aftalte',
  held: 'Samtalen er holdt den',
  noName: 'Skriv ikke navne eller CPR-numre.',
  stance: 'Rådgiverens svar',
  stances: { none: 'Ikke talt om', agree: 'Enig', disagree: 'Uenig' },
  line: (question: string) => `Rådgiverens egne ord om: ${question}`,
  linePlaceholder: 'Rådgiverens egne ord',
  answer: (answer: string, severity: string) => `${answer} · ${severity}`,
  action: (text: string, owner: string, due: string) =>
    [text, owner === '' ? 'ingen ansvarlig' : owner, due === '' ? 'ingen frist' : `frist ${due}`].join(' · '),
} as const;
