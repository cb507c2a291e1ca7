import { timingSafeEqual } from 'node:crypto';

import type { KeyStore } from '#core/ports.ts';
import { AppError } from '#shared/contract/errors.ts';

import type { CurrentSession } from './current-session.ts';
import type { KeySlot } from './envelope-header.ts';
import { publicKeyOfSlot, wrapForPair } from './key-pair-slots.ts';
import { checkPassphrase, unwrapWithPassphrase, wrapWithPassphrase } from './key-slots.ts';
import { makeRecoverySlot, unwrapWithRecoveryKey } from './recovery-slot.ts';
import { giveOwnKeys } from './sealed-keys.ts';
import type { Surroundings } from './surroundings.ts';
import { makeSystemSlot } from './system-slot.ts';
import { keepFormerFileKey } from './tables/population-keys.ts';

/** Makes a slot for a file key. */
type MakeSlot = (key: Uint8Array) => Promise<KeySlot> | KeySlot;

interface Plan {
  /** The kind of the audit line. */
  readonly kind: string;
  /** The slot of this kind goes. */
  readonly without: KeySlot['kind'];
  /** It comes in its place; null: none does. */
  readonly make: MakeSlot | null;
  /** What was removed is to open nothing newer: the file gets a new random key, wrapped anew in every slot that stays. */
  readonly renew: boolean;
  /** What a slot of the passphrase is wrapped with again. */
  readonly proof: string;
}

/** Rejects with `wrong-passphrase` or, in a workspace without a passphrase, `wrong-recovery-key`. */
async function prove(current: CurrentSession, proof: string): Promise<void> {
  const { key, keySlots } = current.get().keys();
  const fileId = fileIdOf(current);
  const hasPassphrase = keySlots.some(({ kind }) => kind === 'passphrase');
  const found = hasPassphrase
    ? await unwrapWithPassphrase(keySlots, proof, fileId)
    : unwrapWithRecoveryKey(keySlots, proof, fileId);
  const same = timingSafeEqual(found, key);
  found.fill(0);
  if (!same) throw new AppError('file-damaged', 'A slot holds another key than the file is sealed with');
}

export function fileIdOf(current: CurrentSession): string {
  return current.get().saved()?.header.fileId ?? '';
}

function has(current: CurrentSession, kind: KeySlot['kind']): boolean {
  return current
    .get()
    .keys()
    .keySlots.some((slot) => slot.kind === kind);
}

async function carryOut(around: Surroundings, current: CurrentSession, plan: Plan): Promise<void> {
  const { ports } = around;
  const fileId = fileIdOf(current);
  if (plan.renew) await giveOwnKeys(around, current);
  const session = current.get();
  const { key: before, keySlots } = session.keys();
  const key = Buffer.from(plan.renew ? ports.random.bytes(32) : before);
  const again: (slot: KeySlot) => MakeSlot = (slot) => (newKey) =>
    slot.kind === 'passphrase'
      ? wrapWithPassphrase(newKey, plan.proof, fileId, ports)
      : { ...slot, ...wrapForPair(newKey, publicKeyOfSlot(slot), { fileId, kind: slot.kind, random: ports.random }) };
  const next: KeySlot[] = [];
  for (const slot of keySlots.filter(({ kind }) => kind !== plan.without)) {
    next.push(plan.renew ? await again(slot)(key) : slot);
  }
  if (plan.make !== null) next.push(await plan.make(key));
  const { statements } = session.database();
  const lines = [plan.kind, ...(plan.renew ? ['key.file-key-renewed'] : [])].map((kind) => current.event(kind, fileId));
  await current.rekey(
    { key, keySlots: next },
    () => {
      if (plan.renew) keepFormerFileKey(statements, before, ports.clock.now());
    },
    lines,
  );
}

/** A new passphrase in the place of the old one; the file key stays, so that only the slot changes. */
export async function changePassphrase(
  around: Surroundings,
  current: CurrentSession,
  { proof, passphrase }: { readonly proof: string; readonly passphrase: string },
): Promise<void> {
  checkPassphrase(passphrase);
  await prove(current, proof);
  await setPassphrase(around, current, passphrase);
}

/** The same without a proof, for a workspace that was just opened with its recovery key. */
export async function setPassphrase(around: Surroundings, current: CurrentSession, passphrase: string): Promise<void> {
  const make: MakeSlot = (key) => wrapWithPassphrase(key, passphrase, fileIdOf(current), around.ports);
  const kind = 'key.passphrase-changed';
  await carryOut(around, current, { kind, without: 'passphrase', make, renew: false, proof: passphrase });
}

export async function removePassphrase(around: Surroundings, current: CurrentSession, proof: string): Promise<void> {
  if (!has(current, 'recovery')) throw lastKey('recovery');
  await prove(current, proof);
  if (!has(current, 'passphrase')) return;
  await carryOut(around, current, {
    kind: 'key.passphrase-removed',
    without: 'passphrase',
    make: null,
    renew: true,
    proof,
  });
}

/** The printed form; it is kept nowhere. */
export async function makeRecoveryKey(around: Surroundings, current: CurrentSession, proof: string): Promise<string> {
  await prove(current, proof);
  const { random, clock } = around.ports;
  let printed = '';
  const make: MakeSlot = (key) => {
    const { recoveryKey, slot } = makeRecoverySlot(key, fileIdOf(current), { random, madeAt: clock.now() });
    printed = recoveryKey;
    return slot;
  };
  const renew = has(current, 'recovery');
  await carryOut(around, current, { kind: 'key.recovery-made', without: 'recovery', make, renew, proof });
  return printed;
}

export async function removeRecoveryKey(around: Surroundings, current: CurrentSession, proof: string): Promise<void> {
  if (!has(current, 'passphrase')) throw lastKey('passphrase');
  await prove(current, proof);
  if (!has(current, 'recovery')) return;
  await carryOut(around, current, {
    kind: 'key.recovery-removed',
    without: 'recovery',
    make: null,
    renew: true,
    proof,
  });
}

export async function setSystemKey(
  around: Surroundings,
  current: CurrentSession,
  { on, proof }: { readonly on: boolean; readonly proof: string },
): Promise<void> {
  await prove(current, proof);
  const renew = has(current, 'os');
  if (!on && !renew) return;
  const { keyStore, random } = around.ports;
  const make: MakeSlot = (key) => makeSystemSlot(key, fileIdOf(current), { keyStore, random });
  const kind = on ? 'key.system-made' : 'key.system-removed';
  await carryOut(around, current, { kind, without: 'os', make: on ? make : null, renew, proof });
}

/** The same key of the system, wrapped anew because the system asked for that. */
export async function renewSystemSlot(around: Surroundings, current: CurrentSession, slot: KeySlot): Promise<void> {
  const kind = 'key.system-renewed';
  await carryOut(around, current, { kind, without: 'os', make: () => slot, renew: false, proof: '' });
}

function lastKey(missing: 'passphrase' | 'recovery'): AppError {
  return new AppError('last-key', `A person must be able to open the workspace: no ${missing}`, { missing });
}

/** What the system says of its key for this workspace. */
export async function systemKeyState(
  current: CurrentSession,
  keyStore: KeyStore | null,
): Promise<'on' | 'off' | 'obfuscated' | 'unavailable'> {
  if (has(current, 'os')) return 'on';
  const state = keyStore === null ? 'unavailable' : await keyStore.state();
  return state === 'protected' ? 'off' : state;
}
