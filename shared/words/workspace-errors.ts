import type { ErrorCode } from '../contract/errors.ts';
import type { ErrorWords } from './error-words.ts';

/** What may be wrong with the workspace's file, its keys, its copies and the rules of the machine. */
export const workspaceErrors = {
  'workspace-missing': {
    what: 'Der er ingen arbejdsmappe endnu',
    next: 'Opret en arbejdsmappe først.',
  },
  'workspace-exists': {
    what: 'Der ligger allerede en arbejdsmappe her',
    next: 'Den er ikke rørt. Lås den op med dens adgangskode, eller vælg en anden mappe.',
  },
  'workspace-lost': {
    what: 'Arbejdsmappens fil mangler, men mappen har sikkerhedskopier',
    next: 'Intet er ændret. Gendan den nyeste sikkerhedskopi, eller vælg en anden mappe.',
  },
  'workspace-locked': {
    what: 'Arbejdsmappen er låst',
    next: 'Alt er gemt. Lås op med adgangskoden for at fortsætte.',
  },
  'wrong-passphrase': {
    what: 'Adgangskoden passer ikke',
    next: 'Intet er ændret. Se efter store bogstaver og tegn, og prøv igen.',
  },
  'passphrase-too-short': {
    what: 'Adgangskoden er for kort',
    next: 'Skriv en længere, gerne fire almindelige ord efter hinanden.',
  },
  'file-damaged': {
    what: 'Filen er beskadiget og kan ikke åbnes',
    next: 'Den er ikke ændret. Gendan en sikkerhedskopi; den beskadigede fil bliver gemt ved siden af.',
  },
  'file-from-future': {
    what: 'Filen er skrevet af en nyere udgave af programmet',
    next: 'Den er ikke ændret. Opdater programmet, og åbn filen igen.',
  },
  'workspace-changed-elsewhere': {
    what: 'Arbejdsmappen er ændret af et andet vindue eller en anden PC',
    next: 'Den seneste ændring her er ikke gemt. Luk programmet, og åbn det igen for at se det nyeste.',
  },
  'disk-full': {
    what: 'Der er ikke plads på disken',
    next: 'Det, der var gemt, er uændret. Gør plads, og prøv igen.',
  },
  'write-failed': {
    what: 'Filen kunne ikke skrives',
    next: 'Det, der var gemt, er uændret. Se efter, om filen er åben i et andet program, eller om mappen er skrivebeskyttet.',
  },
  'read-failed': {
    what: 'Filen kunne ikke læses',
    next: 'Intet blev ændret. Se efter, om den er flyttet eller åben i et andet program, og vælg den igen.',
  },
  'backup-not-found': {
    what: 'Sikkerhedskopien findes ikke længere',
    next: 'Intet er ændret. Vælg en anden kopi på listen.',
  },
  'backup-other-passphrase': {
    what: 'Sikkerhedskopien er fra før, adgangskoden blev skiftet',
    next: 'Intet er ændret. Skriv den adgangskode, der gjaldt dengang; bagefter er det den, der åbner arbejdsmappen.',
  },
  'wrong-recovery-key': {
    what: 'Gendannelsesnøglen passer ikke til arbejdsmappen',
    next: 'Intet er ændret. Se efter, om arket hører til denne arbejdsmappe, og om der er lavet en nyere nøgle.',
  },
  'last-key': {
    what: 'Arbejdsmappen skal altid kunne åbnes af et menneske',
    next: 'Intet er ændret. Lav en gendannelsesnøgle eller en adgangskode først; så kan den anden fjernes.',
  },
  'keys-uncertain': {
    what: 'Det vides ikke, om nøglen nåede at blive skiftet',
    next: 'Arbejdsmappens indhold er gemt. Behold både den gamle og den nye nøgle, og prøv igen om lidt: den ene af dem åbner.',
  },
  'crypto-unsound': {
    what: 'Programmets kryptering regner ikke rigtigt på denne computer',
    next: 'Intet er åbnet eller ændret. Giv besked til dem, der driver programmet hos jer; det skal installeres igen.',
  },
  'system-key-unavailable': {
    what: 'Computerens egen nøgle kan ikke bruges lige nu',
    next: 'Intet er ændret. Lås op med adgangskoden, eller prøv igen om lidt.',
  },
  'system-key-lost': {
    what: 'Computeren kan ikke længere åbne sin nøgle til arbejdsmappen',
    next: 'Intet er ændret. Lås op med adgangskoden eller gendannelsesnøglen, og slå computerens nøgle til igen.',
  },
  'policy-invalid': {
    what: 'Organisationens regler for programmet kan ikke læses',
    next: 'Programmet starter ikke uden dem, og intet er ændret. Bed it-afdelingen rette filen policy.json.',
  },
  'forbidden-by-policy': {
    what: 'Organisationens regler tillader det ikke',
    next: 'Intet er ændret. Spørg it-afdelingen, hvis reglen skal være en anden.',
  },
} satisfies Partial<Record<ErrorCode, ErrorWords>>;
