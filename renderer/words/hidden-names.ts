/** What stands for a person while names are hidden. */
export type NamedRole = 'child' | 'caseworker' | 'owner' | 'reader' | 'cpr';

export const hiddenNameWords = {
  /** Followed by a number or a letter. */
  roles: {
    child: 'Barn',
    caseworker: 'Rådgiver',
    owner: 'Ansvarlig',
    reader: 'Læser',
    cpr: 'CPR-nummer',
  },
  keys: 'F9',
  unknown: 'skjult',
  key: 'Skjul eller vis navne',
  hide: 'Skjul navne',
  show: 'Vis navne',
  hidden: 'Navne er skjult',
  hint: 'Børn, rådgivere og CPR-numre står som Barn 1 og Rådgiver A. Filer, du gemmer, indeholder stadig navnene.',
} as const satisfies { readonly roles: Readonly<Record<NamedRole, string>> } & Record<string, unknown>;
