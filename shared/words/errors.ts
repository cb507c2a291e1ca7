import type { ErrorCode } from '../contract/errors.ts';
import type { ErrorWords } from './error-words.ts';
import { exchangeError, exchangeErrors } from './exchange-errors.ts';
import { keyError } from './key-errors.ts';
import { planError, type ToldError } from './plan-errors.ts';
import { workspaceErrors } from './workspace-errors.ts';

/** Every failure in Danish; the compiler asks for a new code here. */
export const errorWords: Readonly<Record<ErrorCode, ErrorWords>> = {
  cancelled: { what: 'Annulleret', next: 'Intet blev ændret.' },
  disconnected: {
    what: 'Forbindelsen til programmet er afbrudt',
    next: 'Det, der står som gemt, er gemt. Luk vinduet, og åbn programmet igen.',
  },
  'invalid-input': {
    what: 'En oplysning kan ikke bruges',
    next: 'Intet blev ændret. Ret felterne, og prøv igen.',
  },
  'unknown-operation': {
    what: 'Vinduet og programmet passer ikke sammen',
    next: 'Intet blev ændret. Luk programmet, og åbn det igen.',
  },
  internal: {
    what: 'Programmet kunne ikke gøre det færdigt',
    next: 'Det, der var gemt, er uændret. Prøv igen; sker det igen, så giv besked til dem, der driver programmet hos jer.',
  },
  ...workspaceErrors,
  ...exchangeErrors,
  'file-empty': {
    what: 'Filen er tom',
    next: 'Intet blev hentet. Lav udtrækket igen i fagsystemet, og vælg den nye fil.',
  },
  'file-too-large': {
    what: 'Filen er for stor',
    next: 'Intet blev hentet. Lav et udtræk med færre kolonner eller en kortere periode.',
  },
  'file-is-pdf': {
    what: 'Filen er en PDF',
    next: 'Intet blev hentet. Gem udtrækket som Excel (.xlsx) eller CSV i fagsystemet.',
  },
  'file-is-old-excel': {
    what: 'Filen er i det gamle Excel-format (.xls)',
    next: 'Intet blev hentet. Åbn den i Excel, og gem den som "Excel-projektmappe (.xlsx)".',
  },
  'file-is-encrypted': {
    what: 'Filen er beskyttet med en adgangskode',
    next: 'Intet blev hentet. Åbn den i Excel, fjern adgangskoden, og gem en kopi.',
  },
  'file-not-an-export': {
    what: 'Filen er hverken Excel eller CSV',
    next: 'Intet blev hentet. Vælg en fil, der slutter på .xlsx, .csv eller .txt.',
  },
  'file-has-macros': {
    what: 'Filen indeholder makroer',
    next: 'Intet blev hentet. Gem den i Excel som "Excel-projektmappe (.xlsx)" uden makroer.',
  },
  'workbook-broken': {
    what: 'Excel-filen er ikke hel',
    next: 'Intet blev hentet. Åbn den i Excel, gem den igen, og vælg den nye fil.',
  },
  'reading-stalled': {
    what: 'Filen kunne ikke læses inden for rimelig tid',
    next: 'Intet blev hentet. Åbn filen i Excel, gem den som .xlsx, og prøv igen.',
  },
  'no-header-row': {
    what: 'Der er ingen række med kolonnenavne',
    next: 'Intet blev hentet. Vælg den række, hvor kolonnernes navne står, eller et andet ark.',
  },
  'no-case-id-column': {
    what: 'Ingen kolonne er valgt som sagsnummer',
    next: 'Intet blev hentet. Vælg "Sagsnummer" ud for den kolonne, der har sagens nummer.',
  },
  'no-cases': {
    what: 'Der er ingen sager i filen',
    next: 'Intet blev hentet. Se efter, om det rigtige ark og den rigtige overskriftsrække er valgt.',
  },
  'sheet-not-found': {
    what: 'Arket findes ikke i filen',
    next: 'Intet blev hentet. Vælg et andet ark.',
  },
  'mapping-invalid': {
    what: 'Valget af kolonner kan ikke bruges',
    next: 'Intet blev hentet. Se efter, at et felt kun er valgt for én kolonne.',
  },
  'mapping-file-invalid': {
    what: 'Filen er ikke et gemt valg af kolonner',
    next: 'Intet blev ændret. Vælg den fil, der blev gemt med "Gem valget af kolonner som fil".',
  },
  'unknown-file': {
    what: 'Filen er ikke længere valgt',
    next: 'Intet blev ændret. Vælg filen igen.',
  },
  'import-not-found': {
    what: 'Udtrækket findes ikke længere',
    next: 'Resten er uændret. Vælg et andet udtræk.',
  },
  'population-deleted': {
    what: 'Sagslisten er slettet, fordi runden er lukket',
    next: 'De trukne sager og tallene er gemt. Hent udtrækket igen for at se alle sager.',
  },
  'plan-invalid': {
    what: 'Planen for stikprøven hænger ikke sammen',
    next: 'Intet er trukket. Ret planen, og prøv igen.',
  },
  'seed-blank': {
    what: 'Frøet er tomt',
    next: 'Intet er trukket. Skriv et frø, eller lad programmet danne et.',
  },
  'redraw-needs-reason': {
    what: 'Der er allerede trukket fra denne liste',
    next: 'Den første trækning står ved magt. Skriv, hvorfor der trækkes igen; begrundelsen kommer med i referatet.',
  },
  'frame-empty': {
    what: 'Ingen sager opfylder planens betingelser',
    next: 'Intet er trukket. Fjern en betingelse, og prøv igen.',
  },
  'sample-larger-than-frame': {
    what: 'Stikprøven er større end listen, den skal trækkes fra',
    next: 'Intet er trukket. Vælg færre sager eller færre betingelser.',
  },
  'stratum-smaller-than-quota': {
    what: 'En gruppe har færre sager, end der skal trækkes fra den',
    next: 'Intet er trukket. Vælg færre sager fra hver gruppe.',
  },
  'overlapping-parts': {
    what: 'To dele af planen kan trække den samme sag',
    next: 'Intet er trukket. Ret betingelserne, så hver sag kun hører til én del.',
  },
  'unknown-rule': {
    what: 'Reglen for de målrettede sager findes ikke',
    next: 'Intet er trukket. Vælg en regel på listen.',
  },
  'no-replacement-left': {
    what: 'Der er ikke flere sager i gruppen at erstatte med',
    next: 'Stikprøven er uændret. Lad sagen stå, og skriv årsagen på den.',
  },
  'record-invalid': {
    what: 'Filen er ikke et kontrolark fra en trækning',
    next: 'Intet blev ændret. Vælg den fil, der blev gemt med "Kontrolark".',
  },
  'record-other-file': {
    what: 'Kontrolarket hører til et andet udtræk',
    next: 'Intet blev ændret. Vælg den fil, som trækningen blev lavet på.',
  },
  'round-not-found': {
    what: 'Runden findes ikke længere',
    next: 'Resten er uændret. Vælg en anden runde.',
  },
  'case-not-in-round': {
    what: 'Sagen er ikke med i runden',
    next: 'Intet blev ændret. Vælg en sag på rundens liste.',
  },
  'team-not-in-round': {
    what: 'Ingen af rundens sager er fra det team',
    next: 'Intet blev skrevet. Skriv teamets navn, som det står i udtrækket, eller udelad det for at få alle teams.',
  },
  'unknown-item': {
    what: 'Spørgsmålet findes ikke i skabelonen',
    next: 'Svaret blev ikke gemt. Se efter, om det hører til en anden skabelon.',
  },
  'unknown-template': {
    what: 'Skabelonen findes ikke',
    next: 'Intet blev ændret. Vælg en skabelon på listen.',
  },
  'review-closed': {
    what: 'Gennemgangen er lukket',
    next: 'Svarene er uændrede. Åbn den igen med en begrundelse for at rette.',
  },
  'review-incomplete': {
    what: 'Gennemgangen kan ikke lukkes endnu',
    next: 'Svarene er gemt. Svar på resten; "Ikke relevant" og "Kan ikke ses" er også svar.',
  },
  'critical-action-missing': {
    what: 'Et kritisk fund mangler en handling med ansvarlig og frist',
    next: 'Svarene er gemt. Skriv, hvem der gør hvad og hvornår; så kan gennemgangen lukkes.',
  },
  'nothing-to-undo': {
    what: 'Der er ikke mere at fortryde',
    next: 'Svarene er uændrede.',
  },
  'nothing-to-redo': {
    what: 'Der er ikke mere at gentage',
    next: 'Svarene er uændrede.',
  },
  'same-reader': {
    what: 'Andenlæseren skal være en anden end den, der læste sagen først',
    next: 'Intet blev ændret. Skriv navnet på den, der læser sagen nu.',
  },
  'not-second-read': {
    what: 'Sagen er ikke udtrukket til andenlæsning, eller andenlæsningen er ikke begyndt',
    next: 'Intet blev ændret. Vælg en sag på listen over andenlæsninger, og skriv, hvem der læser.',
  },
  'second-reading-open': {
    what: 'De to læsninger kan først ses sammen, når begge er lukket',
    next: 'Intet er vist. Luk begge gennemgange først; ellers påvirker den ene den anden.',
  },
  'category-missing': {
    what: 'En ændring af praksis mangler en kategori',
    next: 'Handlingen er ikke gemt. Vælg, hvilken af de otte anbefalinger den hører til.',
  },
  'later-sample-needed': {
    what: 'En ændring af praksis lukkes af en senere stikprøve på samme spørgsmål',
    next: 'Handlingen står stadig åben. Vælg en senere runde, hvor spørgsmålet er besvaret i den tilfældige del.',
  },
  'action-not-found': {
    what: 'Handlingen findes ikke længere',
    next: 'Resten er uændret. Se listen over handlinger.',
  },
  'course-not-found': {
    what: 'Forløbet findes ikke længere',
    next: 'Resten er uændret. Se listen over forløb.',
  },
  'round-name-differs': {
    what: 'Navnet er ikke rundens navn',
    next: 'Intet er slettet. Skriv rundens navn, præcis som det står.',
  },
  'deletion-unfinished': {
    what: 'Runden er slettet, men ikke alle filer, den lå i, kunne fjernes',
    next: 'Luk programmer, der holder filer i arbejdsmappen, og fortsæt sletningen. Programmet prøver også selv igen, næste gang den låses op.',
  },
  'receipt-not-found': {
    what: 'Kvitteringen findes ikke',
    next: 'Intet er ændret. Se listen over sletninger.',
  },
  'population-needed': {
    what: 'Udtrækkets sager bruges af en runde, der ikke er afsluttet',
    next: 'Intet er slettet. Afslut alle rundens gennemgange først, eller slet runden.',
  },
  'report-target-busy': {
    what: 'Rapporten kan ikke gemmes oven i en åben fil',
    next: 'Filen er uændret. Luk den i Excel, eller gem under et andet navn.',
  },
  'report-target-exists': {
    what: 'Der ligger allerede en fil med det navn',
    next: 'Filen er uændret. Vælg et andet navn, eller skriv --overwrite for at erstatte den.',
  },
  'report-contains-person-data': {
    what: 'Rapporten er standset, fordi teksten ser ud til at indeholde personoplysninger',
    next: 'Intet er skrevet. Fjern navne og CPR-numre fra teksten, og prøv igen.',
  },
};

/** The whole sentence, for a message on one line: `Filen er tom. Intet blev hentet. …` */
export function errorSentence(error: ToldError): string {
  const { what, next } = wordsOfError(error);
  return `${what}. ${next}`;
}

/** The words of one failure: of a plan or a typed key also which part it is, of a package what it lacks, where the failure says so. */
export function wordsOfError(error: ToldError): ErrorWords {
  const words = keyError(error) ?? exchangeError(error) ?? errorWords[error.code];
  return { ...words, what: planError(error) ?? words.what };
}
