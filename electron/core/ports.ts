import type { Announce } from '#shared/contract/events.ts';
import type { FileRef } from '#shared/contract/operation.ts';
import type { LocalDate } from '#shared/domain/calendar/local-date.ts';
import type { Policy } from '#shared/domain/policy.ts';

/** Files that the host handed out. The core resolves references it was given and nothing else: no path crosses. */
export interface Files {
  /** The whole file. Rejects with `unknown-file`, `read-failed` or `file-too-large`. */
  read(file: FileRef): Promise<Uint8Array>;
  /** Writes a target whole or not at all. Rejects with `unknown-file`, `report-target-busy`, `disk-full`, `write-failed`. */
  write(file: FileRef, bytes: Uint8Array): Promise<void>;
}

export interface Clock {
  /** The instant as ISO 8601 in UTC. */
  now(): string;
  /** The calendar day in Denmark. */
  today(): LocalDate;
}

export interface Random {
  /** Bytes from the system's cryptographic source. */
  bytes(length: number): Uint8Array;
}

/** scrypt's cost. Production: N = 2^17, r = 8, p = 1 (OWASP); tests may use less, the file says what was used. */
export interface KeyCost {
  readonly N: number;
  readonly r: number;
  readonly p: number;
}

/**
 * A key of the operating system's own, tied to the account that is signed in. Null in a host that has none: the loopback
 * host and the command line.
 */
export interface KeyStore {
  /** `obfuscated`: the system would only hide the secret, with a key that every program knows. */
  state(): Promise<'protected' | 'obfuscated' | 'unavailable'>;
  /** Rejects with `system-key-unavailable` unless the state is `protected`. */
  wrap(secret: Uint8Array): Promise<Uint8Array>;
  /**
   * What was wrapped on this account. `shouldWrapAgain`: the system has a newer key. Rejects with
   * `system-key-unavailable` when the system does not answer now, and with `system-key-lost` when it answers and cannot
   * open it: another account, another computer, a reset password.
   */
  unwrap(wrapped: Uint8Array): Promise<{ readonly secret: Uint8Array; readonly shouldWrapAgain: boolean }>;
}

/** Everything the application needs from outside. */
export interface Ports {
  /** The folder of the workspace; created when a workspace is. */
  readonly workspaceFolder: string;
  /** The folder that holds checklists/ and samples/. */
  readonly resourceFolder: string;
  readonly programVersion: string;
  readonly files: Files;
  readonly clock: Clock;
  readonly random: Random;
  readonly keyCost: KeyCost;
  readonly keyStore: KeyStore | null;
  /** What the organisation has decided for this computer; read by the host at its start. */
  readonly policy: Policy;
  readonly announce: Announce;
  /** Who works here as the system names them, for the logs of a workspace whose profile names nobody. */
  readonly user?: string;
}
