/** Words for how far two readers agree; on the page and in the report. */
export const agreementWords = {
  agreed: (agreed: number, pairs: number) => `enige i ${agreed} af ${pairs}`,
  /** The share, and the ends of its interval. */
  share: (percent: string, low: string, high: string) => `(${percent}; ${low}–${high})`,
  none: 'ingen par endnu',
  cannotCompute: 'kan ikke beregnes',
};

/** How good an agreement is, by AC1; said only from 20 pairs. Source: Altman 1991. */
export const gradeWords = ['ringe', 'svag', 'nogenlunde', 'god', 'meget god'] as const;
