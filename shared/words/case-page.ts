import type { Stance } from '../domain/review/conversation.ts';

/** The page of one case, for the talk with its caseworker; the same words on the screen, on paper and in Excel. */
export const casePageWords = {
  title: (caseId: string) => `Sag ${caseId}`,
  workbookTitle: (caseId: string) => `Ledelsestilsyn: samtale om sag ${caseId}`,
  subject: 'Ledelsestilsyn, samtale om én sag',
  classification: 'Fortroligt – indeholder oplysninger om en enkelt sag',
  caseworker: (name: string) => `Rådgiver: ${name}`,
  reader: (name: string) => `Læst af ${name}`,
  drawn: (because: string, drawNumber: number) => `${because} (trækning nr. ${drawNumber})`,
  checklist: (title: string, edition: number) => `${title}, udgave ${edition}`,
  closedOn: (date: string) => `Gennemgået ${date}`,
  draft: (answered: number, items: number) => `Kladde: ${answered} af ${items} spørgsmål er besvaret`,
  notBegun: 'Sagen er ikke læst endnu',
  goodHeading: 'Det er gjort godt',
  goodCount: (yes: number, n: number) => `${yes} af ${n} relevante spørgsmål er besvaret ja.`,
  noGood: 'Ingen spørgsmål er besvaret ja endnu.',
  critical: 'Ja til det, der betyder mest for barnet',
  starred: (question: string, line: string) => (line === '' ? `★ ${question}` : `★ ${line} (${question})`),
  good: (question: string) => `• ${question}`,
  others: (count: number) => `… og ja til ${count} ${count === 1 ? 'andet spørgsmål' : 'andre spørgsmål'}.`,
  praise: 'Lederens ord',
  findingsHeading: 'Det skal vi tale om',
  noFindings: 'Der er ingen fund i sagen.',
  columns: {
    question: 'Spørgsmål og lov',
    answer: 'Svar',
    note: 'Note og bilag',
    comment: 'Rådgiverens bemærkning',
  },
  criticalFinding: (question: string) => `Kritisk: ${question}`,
  lawyerCheck: 'Lovhenvisningen bør kontrolleres af jurist.',
  note: (text: string) => `Note: ${text}`,
  evidence: (text: string) => `Bilag: ${text}`,
  agreedHeading: 'Aftale',
  agreement: 'Det er aftalt',
  due: 'Frist',
  held: 'Samtalen er holdt',
  actionsHeading: 'Handlinger',
  actionColumns: { text: 'Handling', due: 'Frist', owner: 'Ansvarlig', state: 'Tilstand' },
  actionState: (done: string | null, critical: boolean) =>
    done === null ? (critical ? 'Åben, kritisk' : 'Åben') : `Udført ${done}`,
  noActions: 'Der er ingen handlinger på sagen.',
};

export const stanceWords: Readonly<Record<Stance, string>> = { agree: 'Enig', disagree: 'Uenig' };

/** `Uenig: barnet blev hørt 3. maj`, or the stance alone. */
export function commentText(stance: Stance, text: string): string {
  return text.trim() === '' ? stanceWords[stance] : `${stanceWords[stance]}: ${text.trim()}`;
}
