/** The words of the invented reviews; each says that it is invented. */
export const syntheticWords = {
  notes: {
    no: 'Opdigtet note: fremgår ikke af sagen.',
    partly: 'Opdigtet note: fremgår kun delvist.',
  },
  caseAction: { text: 'Opdigtet handling: forholdet bringes i orden i sagen.', owner: 'Afdelingsleder' },
  practiceActions: [
    {
      itemId: 'barnets-stemme',
      text: 'Fast dagsorden for samtalen med barnet før hver afgørelse',
      owner: 'Afdelingsleder',
      days: 75,
      category: 'shared-methods',
    },
    {
      itemId: 'bfu-frist',
      text: 'Ugentlig liste over undersøgelser, der nærmer sig fire måneder',
      owner: 'Teamledere',
      days: 45,
      category: 'management-follow-up',
    },
  ],
} as const;
