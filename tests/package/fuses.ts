/** The fuses of Electron 45 in the order of its list, and what each is set to. Why: docs/signing.md. */
export const fuses = [
  { name: 'runAsNode', on: false },
  { name: 'enableCookieEncryption', on: true },
  { name: 'enableNodeOptionsEnvironmentVariable', on: false },
  { name: 'enableNodeCliInspectArguments', on: false },
  { name: 'enableEmbeddedAsarIntegrityValidation', on: true },
  { name: 'onlyLoadAppFromAsar', on: true },
  { name: 'loadBrowserProcessSpecificV8Snapshot', on: false },
  { name: 'grantFileProtocolExtraPrivileges', on: false },
  { name: 'wasmTrapHandlers', on: true },
] as const;

/** As Electron 45 is delivered, in the same order: '1' is on. */
export const electronDefaults = '101100011';
