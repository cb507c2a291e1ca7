import { hkdfSync } from 'node:crypto';
import { promisify } from 'node:util';
import { gunzip, gzip } from 'node:zlib';

import { AppError, type ErrorCode } from '#shared/contract/errors.ts';
import { formatVersion, packageHead, type PackagePayload, packagePayload } from '#shared/domain/exchange/package.ts';

import type { Ports } from '../ports.ts';
import { open, readHeader, seal } from '../store/envelope.ts';
import type { EnvelopeHeader } from '../store/envelope-header.ts';
import { checkPassphrase, unwrapWithPassphrase, wrapWithPassphrase } from '../store/key-slots.ts';

/** The key that came along with the cases (base64), and the exchange it belongs to. */
export interface ReturnSeal {
  readonly returnKey: string;
  readonly exchangeId: string;
}

export type PackageSeal = { readonly passphrase: string } | ReturnSeal;
export type PackageKey = { readonly passphrase: string } | Pick<ReturnSeal, 'returnKey'>;
export type SealPorts = Pick<Ports, 'clock' | 'keyCost' | 'programVersion' | 'random'>;

export interface PackageHeader {
  readonly fileId: string;
  /** Whose return key opens it; null where a passphrase does. */
  readonly exchangeId: string | null;
  readonly needsPassphrase: boolean;
}

/** What a package of a whole municipality's year does not come near; a forged one asks for no more memory. */
const largestContent = 200 * 1024 * 1024;
const compress = promisify(gzip);
const decompress = promisify(gunzip);

/** A passphrase that is said on the telephone: blanks and letter case are not heard. */
export function spokenPassphrase(passphrase: string): string {
  return passphrase.normalize('NFKC').trim().replaceAll(/\s+/gu, ' ').toLocaleLowerCase('da');
}

/** The package's file. Its part in the clear names nobody. Rejects with `passphrase-too-short`. */
export async function sealPackage(payload: PackagePayload, how: PackageSeal, ports: SealPorts): Promise<Uint8Array> {
  const { random, programVersion } = ports;
  const fileId = Buffer.from(random.bytes(16)).toString('hex');
  const { key, ...opening } = await sealingKey(how, fileId, ports);
  const at = ports.clock.now();
  const fields = {
    fileId,
    purpose: 'package' as const,
    generation: 1,
    saveId: Buffer.from(random.bytes(8)).toString('hex'),
    created: at,
    modified: at,
    programVersion,
    schemaVersion: formatVersion,
    ...opening,
  };
  const content = await compress(Buffer.from(JSON.stringify(payload), 'utf8'));
  const pieces = seal([content], fields, key, random.bytes(12));
  key.fill(0);
  return Buffer.concat(pieces);
}

async function sealingKey(how: PackageSeal, fileId: string, { keyCost, random }: SealPorts) {
  if ('returnKey' in how) return { key: deriveKey(how.returnKey, fileId), keySlots: [], exchangeId: how.exchangeId };
  const passphrase = spokenPassphrase(how.passphrase);
  checkPassphrase(passphrase);
  const key = Buffer.from(random.bytes(32));
  return { key, keySlots: [await wrapWithPassphrase(key, passphrase, fileId, { keyCost, random })] };
}

/** Each file has a key of its own: HKDF-SHA-256 of the return key. */
function deriveKey(returnKey: string, fileId: string): Buffer {
  return Buffer.from(hkdfSync('sha256', Buffer.from(returnKey, 'base64'), fileId, 'LTDB-package', 32));
}

/** What a file says without a key. Throws `package-not-a-package`, `package-damaged`, `package-from-future`, `package-too-old`. */
export function readPackageHeader(bytes: Uint8Array): PackageHeader {
  const { fileId, exchangeId = null, keySlots } = headerOf(bytes);
  return { fileId, exchangeId, needsPassphrase: keySlots.length > 0 };
}

function headerOf(bytes: Uint8Array): EnvelopeHeader {
  if (Buffer.from(bytes.subarray(0, 4)).toString('latin1') !== 'LTDB') {
    throw new AppError('package-not-a-package', 'The file has no LTDB mark');
  }
  const header = told(() => readHeader(bytes, bytes.length));
  if (header.purpose !== 'package') {
    throw new AppError('package-not-a-package', `The file is a ${header.purpose}`);
  }
  checkVersion(header.schemaVersion);
  if (header.keySlots.some(({ kind }) => kind !== 'passphrase') || !hasOneWay(header)) {
    throw new AppError('package-damaged', 'The package is opened neither by a passphrase nor by an exchange');
  }
  return header;
}

function hasOneWay({ keySlots, exchangeId }: EnvelopeHeader): boolean {
  return keySlots.length > 0 === (exchangeId === undefined);
}

function checkVersion(version: number): void {
  if (version > formatVersion) throw new AppError('package-from-future', `Package format ${version}`, { version });
  if (version < formatVersion) throw new AppError('package-too-old', `Package format ${version}`, { version });
}

const packageCodes: Partial<Readonly<Record<ErrorCode, ErrorCode>>> = {
  'file-damaged': 'package-damaged',
  'file-from-future': 'package-from-future',
  'wrong-passphrase': 'package-wrong-passphrase',
};

/** What the envelope's failures are called of a package. */
function told<T>(work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw asPackageError(error);
  }
}

function asPackageError(error: unknown): unknown {
  const code = error instanceof AppError ? packageCodes[error.code] : undefined;
  return code === undefined || !(error instanceof AppError) ? error : new AppError(code, error.message, error.detail);
}

/**
 * What a package holds, checked in form; who may have sent it and whether it fits here is for the caller to check. Rejects
 * with what `readPackageHeader` throws, `package-passphrase-needed`, `package-wrong-passphrase`, `package-unknown-sender`
 * (a passphrase for one that has none).
 */
export async function openPackage(bytes: Uint8Array, how: PackageKey): Promise<PackagePayload> {
  const header = headerOf(bytes);
  const key = await openingKey(header, how);
  const { plaintext } = told(() => open(bytes, key));
  key.fill(0);
  const payload = readPayload(await jsonOf(plaintext));
  if (header.exchangeId !== undefined && (payload.kind !== 'result' || payload.exchangeId !== header.exchangeId)) {
    throw new AppError('package-damaged', 'The package belongs to another exchange than it says');
  }
  return payload;
}

async function openingKey({ fileId, keySlots }: EnvelopeHeader, how: PackageKey): Promise<Buffer> {
  if ('returnKey' in how) {
    if (keySlots.length > 0) throw new AppError('package-passphrase-needed', 'A passphrase opens the package');
    return deriveKey(how.returnKey, fileId);
  }
  if (keySlots.length === 0) throw new AppError('package-unknown-sender', 'The key of an exchange opens the package');
  const passphrase = spokenPassphrase(how.passphrase);
  if (passphrase === '') throw new AppError('package-passphrase-needed', 'A passphrase opens the package');
  try {
    return await unwrapWithPassphrase(keySlots, passphrase, fileId);
  } catch (error) {
    throw asPackageError(error);
  }
}

async function jsonOf(content: Buffer): Promise<unknown> {
  try {
    const text = await decompress(content, { maxOutputLength: largestContent });
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(text));
  } catch (error) {
    throw new AppError('package-damaged', `The package holds no content: ${String(error)}`);
  } finally {
    content.fill(0);
  }
}

function readPayload(json: unknown): PackagePayload {
  const head = packageHead.safeParse(json);
  if (!head.success) throw new AppError('package-damaged', 'The package does not say what it is');
  checkVersion(head.data.version);
  const payload = packagePayload.safeParse(json);
  if (!payload.success) {
    // Only the part that is wrong: what stands in it, or what it is kept by, may name somebody.
    const where = String(payload.error.issues[0]?.path[0] ?? '');
    throw new AppError('package-damaged', `The package's content is not in its form: ${where}`);
  }
  return payload.data;
}
