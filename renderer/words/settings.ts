/** The words of Indstillinger, and of creating and unlocking a workspace. */
export const settingsWords = {
  names: {
    title: 'Navne',
    municipality: 'Kommune',
    department: 'Afdeling',
    reviewer: 'Dit navn',
    reviewerHint: 'Står i loggen og i rapporterne som den, der har gennemgået sagerne.',
    save: 'Gem navne',
    saved: 'Navnene er gemt.',
  },
  page: {
    title: 'Skærm og taster',
    colorScheme: 'Farver',
    schemes: { auto: 'Som Windows', light: 'Lyse', dark: 'Mørke' },
    singleKeys: 'Genveje med ét bogstav eller tal',
    singleKeysHint: 'Fx J og K mellem spørgsmål og 1-5 for svar. De virker kun, når du ikke skriver i et felt.',
  },
  lock: {
    title: 'Lås',
    text: 'Alt er gemt og krypteret. Når arbejdsmappen er låst, skal adgangskoden bruges for at åbne den igen.',
    button: 'Lås nu',
  },
  about: {
    title: 'Om programmet',
    version: 'Udgave',
    folder: 'Arbejdsmappe',
    log: 'Fejllog',
    logHolds: 'Kun koder og tidspunkter, ingen sager. Du må gerne læse og slette den.',
    network: 'Netværk',
    noNetwork: 'Intet. Programmet sender og henter ikke noget over nettet; alt ligger krypteret i arbejdsmappen.',
    host: 'Kører i',
    hosts: { electron: 'eget vindue', loopback: 'browser på denne PC' },
  },
} as const;

export const unlockWords = {
  create: {
    title: 'Opret arbejdsmappe',
    text: 'Alt, du henter og skriver, bliver krypteret og liggende på denne PC.',
    passphrase: 'Adgangskode',
    passphraseHint: (least: number) =>
      `Mindst ${least} tegn. Fire almindelige ord er lettere at huske end tegn og tal.`,
    repeat: 'Adgangskode igen',
    truth: 'Vi kan ikke åbne arbejdsmappen uden adgangskoden.',
    truthThen:
      'Lav en gendannelsesnøgle på papir i Sikkerhed, når arbejdsmappen er oprettet. Uden den er alt tabt, hvis adgangskoden bliver glemt.',
    tooShort: (missing: number) => `Skriv ${missing} tegn mere.`,
    different: 'De to adgangskoder er ikke ens.',
    missing: 'Skal udfyldes.',
    button: 'Opret',
  },
  unlock: {
    title: 'Lås op',
    text: 'Arbejdsmappen er låst og krypteret.',
    passphrase: 'Adgangskode',
    button: 'Lås op',
    system: 'Lås op med computerens nøgle',
    forgotten: 'Glemt adgangskode?',
    toBackups: 'Se sikkerhedskopierne',
  },
  forgotten: {
    title: 'Glemt adgangskode',
    text: 'Adgangskoden kan hverken findes eller nulstilles, heller ikke af it-afdelingen.',
    truth: 'Det er derfor, filerne er sikre.',
    withKey:
      'Der er lavet en gendannelsesnøgle på papir. Den åbner arbejdsmappen; bagefter gælder den nye adgangskode, du vælger her.',
    withoutKey: 'Der er ikke lavet en gendannelsesnøgle. Ingen kan åbne arbejdsmappen uden adgangskoden.',
    system: 'Computerens nøgle er slået til: gå tilbage, og lås op med den. Så kan du også lave en gendannelsesnøgle.',
    keep: 'Slet ikke filerne: måske falder adgangskoden dig ind. Udtræk kan hentes igen i en ny arbejdsmappe.',
    key: 'Gendannelsesnøgle',
    keyHint: 'Syv grupper med fire tegn, fra arket. Store og små bogstaver og bindestreger er ligegyldige.',
    button: 'Lås op og skift adgangskode',
    back: 'Tilbage',
  },
  restore: {
    title: 'Gendan en sikkerhedskopi',
    text: 'Filen kan ikke åbnes, som den er. Den bliver liggende, også når du lægger en kopi i stedet.',
    choose: 'Vælg en kopi',
    none: 'Der er ingen sikkerhedskopi, der kan læses. Slet ingenting i mappen, og spørg it-afdelingen efter en kopi af den.',
  },
  damaged: {
    title: 'Filen er beskadiget',
    text: 'Arbejdsmappen kan ikke åbnes, fordi dens fil ikke er hel.',
    found: 'Filen er ikke, som programmet gemte den.',
    kept: 'Den er ikke rørt og bliver gemt, også når du gendanner. Det, der er skrevet siden kopien, kan være tabt.',
  },
  place: {
    synced: {
      title: 'Arbejdsmappen ligger i en synkroniseret mappe',
      text: 'OneDrive, Dropbox og lignende kopierer filerne til andre computere. Åbnes de to steder, kan den enes arbejde blive lagt til side. Flyt mappen til computeren selv.',
    },
    share: {
      title: 'Arbejdsmappen ligger på et fællesdrev',
      text: 'Filerne er krypterede, men kan kun være åbne ét sted ad gangen. Falder forbindelsen ud, kan der ikke gemmes.',
    },
  },
  working: 'Et øjeblik…',
} as const;
