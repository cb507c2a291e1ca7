/** The words of the consultant's page. */
export const compileWords = {
  tabsLabel: 'Samlet',
  tabs: { matrix: 'Alle runder', year: 'Året', course: 'To år', practice: 'God praksis' },
  empty: 'Der er ingen runder at samle endnu. Træk en stikprøve, eller hent svar under Send og saml.',
} as const;
