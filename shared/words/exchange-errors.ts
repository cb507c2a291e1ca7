import type { ErrorCode } from '../contract/errors.ts';
import type { ErrorWords } from './error-words.ts';
import type { ToldError } from './plan-errors.ts';

/** What may be wrong with a package from another workspace, and with what is compiled of several rounds. */
export const exchangeErrors = {
  'package-not-a-package': {
    what: 'Filen er ikke en pakke fra Ledelsestilsyn',
    next: 'Intet blev hentet. Vælg en fil, der slutter på .ltp, som afsenderen har gemt den.',
  },
  'package-damaged': {
    what: 'Pakken er ikke hel, eller nogen har ændret i den',
    next: 'Intet blev hentet. Bed afsenderen om at sende filen igen.',
  },
  'package-from-future': {
    what: 'Pakken er lavet med en nyere udgave af programmet',
    next: 'Intet blev hentet. Opdatér programmet her, og hent pakken igen.',
  },
  'package-too-old': {
    what: 'Pakken er lavet med en udgave af programmet, der er for gammel',
    next: 'Intet blev hentet. Bed afsenderen om at opdatere programmet og lave pakken igen.',
  },
  'package-wrong-passphrase': {
    what: 'Adgangssætningen passer ikke til pakken',
    next: 'Intet blev hentet. Ring til afsenderen, og skriv sætningen, som den bliver læst op.',
  },
  'package-passphrase-needed': {
    what: 'Pakken åbnes med en adgangssætning',
    next: 'Intet blev hentet. Få sætningen af afsenderen, gerne i telefonen, og skriv den her.',
  },
  'package-other-municipality': {
    what: 'Pakken kommer fra en anden kommune',
    next: 'Intet blev hentet. Se efter, om det er den rigtige fil, og om kommunens navn er skrevet ens begge steder.',
  },
  'package-other-round': {
    what: 'Pakken hører til en anden runde eller en anden trækning',
    next: 'Intet blev hentet. Vælg en pakke, der er lavet af den runde, du samler.',
  },
  'package-template-missing': {
    what: 'Pakken er besvaret i en udgave af tjeklisten, som ikke er her',
    next: 'Intet blev hentet. Hent tjeklisten ind under Skabeloner, eller bed afsenderen om at sende den.',
  },
  'package-outside-round': {
    what: 'Pakken har svar på sager, som ikke blev sendt til den enhed',
    next: 'Intet blev hentet. Bed afsenderen om at lave pakken igen af den runde, de fik.',
  },
  'package-not-for-here': {
    what: 'Pakken skal ikke hentes her',
    next: 'Intet blev hentet. Sager til gennemgang hentes hos den, der skal læse dem; svar hentes hos den, der samler.',
  },
  'package-unknown-sender': {
    what: 'Pakken svarer på sager, som ikke er sendt herfra, eller på en runde, der er slettet her',
    next: 'Intet blev hentet. Er sagerne sendt af en anden, skal svarene hentes dér. Er runden slettet her, kan svarene ikke åbnes mere: Den, der læste, har dem stadig hos sig.',
  },
  'conflict-gone': {
    what: 'Uenigheden er allerede afgjort, eller svarene har ændret sig',
    next: 'Intet blev ændret. Se listen over uenigheder igen.',
  },
  'compile-different-templates': {
    what: 'De valgte runder er besvaret i forskellige tjeklister',
    next: 'Intet er regnet sammen. Vælg runder, der bruger den samme tjekliste.',
  },
  'report-not-of-part': {
    what: 'Rapporten kan ikke laves af en del af en runde',
    next: 'Intet blev skrevet. Runden her er kun de sager, du fik tilsendt; lav rapporten hos den, der samler runden.',
  },
} as const satisfies Readonly<Partial<Record<ErrorCode, ErrorWords>>>;

const elsewhere: ErrorWords = {
  what: 'Udtrækket, som runden er trukket af, er ikke her',
  next: 'Intet blev ændret. Bed den, der trak stikprøven, om at erstatte sagen eller udvide stikprøven og sende pakken igen.',
};

const notDrawnHere: ErrorWords = {
  what: 'Runden er ikke trukket her',
  next: 'Intet er sendt. Sager sendes ud af den, der trak stikprøven; svar sendes tilbage fra den runde, du fik.',
};

/** What a package or a round from another workspace lacks. Undefined where the failure says no more than its code. */
export function exchangeError({ code, detail }: ToldError): ErrorWords | undefined {
  if (code === 'population-needed' && detail?.['reason'] === 'elsewhere') return elsewhere;
  if (code === 'package-not-for-here' && detail?.['reason'] === 'not-drawn-here') return notDrawnHere;
  if (code !== 'package-template-missing' || detail?.['title'] === undefined) return undefined;
  const { next } = exchangeErrors[code];
  return { what: `Udgave ${detail['edition']} af tjeklisten "${detail['title']}" er ikke her`, next };
}
