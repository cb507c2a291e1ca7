/** What a PDF says beside what stands on the paper. */
export const pdfWords = {
  language: 'da-DK',
  /** For a reader who cannot see the dots. */
  dots: (filled: number, open: number) => `${filled} udfyldte og ${open} tomme prikker`,
  /** Shown where the font has no such sign; the sign itself lies under it for whoever copies the text or has it read. */
  standIn: '?',
  /** Signs that the font lacks, and what shows the same. */
  standIns: {
    '→': '->',
    '←': '<-',
    '⇒': '=>',
    '↔': '<->',
    '≤': '<=',
    '≥': '>=',
    '≈': 'ca.',
    '≠': '<>',
    '✓': 'v',
    '✔': 'v',
    '☑': 'v',
    '✗': 'x',
    '✘': 'x',
    '☒': 'x',
    '☐': '[ ]',
    '★': '*',
    '☆': '*',
    '●': '•',
    '○': 'o',
    '■': '•',
    '□': 'o',
    '▪': '•',
    '◦': '•',
    '‣': '•',
    '∙': '·',
    '†': '*',
  } as Readonly<Record<string, string>>,
};
