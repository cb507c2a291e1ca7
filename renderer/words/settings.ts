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
    truthThen: 'Ingen kan nulstille den. Skriv den ned, og læg den et sikkert sted.',
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
    forgotten: 'Er adgangskoden glemt, kan arbejdsmappen ikke åbnes. Spørg den, der har kopien.',
  },
  working: 'Et øjeblik…',
} as const;
