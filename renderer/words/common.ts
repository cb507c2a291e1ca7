import type { PageName } from '../hooks/use-route.tsx';

/** The rail, in the order of the work; Skabeloner is reached from Indstillinger. */
export const pageTitles: Readonly<Record<PageName, string>> = {
  start: 'Overblik',
  importing: 'Udtræk',
  population: 'Sager',
  sampling: 'Stikprøve',
  review: 'Gennemgang',
  actions: 'Handlinger',
  exchange: 'Send og saml',
  compile: 'Samlet',
  report: 'Rapport',
  security: 'Sikkerhed',
  settings: 'Indstillinger',
  templates: 'Skabeloner',
};

export const commonWords = {
  program: 'Ledelsestilsyn',
  rail: 'Sider',
  help: 'Hjælp',
  skipToContent: 'Spring til indholdet',
  exampleMark: 'Eksempeldata',
  exampleHint: 'Opdigtede sager, som følger med programmet',
  saving: 'Gemmer…',
  saved: (time: string) => `Gemt ${time}`,
  saveFailed: 'Kunne ikke gemme',
  cancel: 'Annuller',
  cancelling: 'Standser…',
  close: 'Luk',
  tryAgain: 'Prøv igen',
  datePlaceholder: 'dd-mm-åååå',
  dateInvalid: 'Skriv en dato som 31-01-2026',
  showPassphrase: 'Vis adgangskoden',
  loading: 'Henter…',
  notStated: 'ikke oplyst',
  at: 'kl.',
  yes: 'ja',
  no: 'nej',
  of: (part: string, whole: string) => `${part} af ${whole}`,
  progress: (done: string, total: string) => `${done} af ${total}`,
  table: {
    rowLoading: '…',
  },
  dots: {
    one: 'én prik er én sag',
    many: (count: string) => `én prik er ${count} sager`,
  },
  keys: {
    title: 'Genveje',
    everywhere: 'Overalt',
    help: 'Vis denne oversigt',
    find: 'Søg eller gå til',
    goTo: (page: string) => `Gå til ${page}`,
    off: 'Genveje med ét bogstav er slået fra i Indstillinger.',
    or: 'eller',
  },
  find: {
    label: 'Søg eller gå til',
    placeholder: 'Side eller sagsnummer',
    nothing: 'Ingen side eller sag passer.',
    pages: 'Sider',
    cases: 'Sager',
  },
  broken: {
    title: 'Siden kan ikke vises',
    text: 'Det, der står som gemt, er gemt. Prøv igen, eller gå til en anden side.',
  },
  disconnected: {
    title: 'Programmet svarer ikke',
    text: 'Det, der står som gemt, er gemt. Luk vinduet, og start programmet igen.',
  },
} as const;

/** The names of keys as they stand on a Danish keyboard. */
export const keyNames: Readonly<Record<string, string>> = {
  ArrowUp: '↑',
  ArrowDown: '↓',
  ArrowLeft: '←',
  ArrowRight: '→',
  Enter: '↵',
  Escape: 'Esc',
  ' ': 'Mellemrum',
  Ctrl: 'Ctrl',
  Shift: 'Skift',
  Alt: 'Alt',
};
