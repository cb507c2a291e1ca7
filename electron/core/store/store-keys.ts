import type { KeySlot } from './envelope-header.ts';
import {
  changePassphrase,
  fileIdOf,
  makeRecoveryKey,
  removePassphrase,
  removeRecoveryKey,
  renewSystemSlot,
  setPassphrase,
  setSystemKey,
  systemKeyState,
} from './change-keys.ts';
import type { CurrentSession } from './current-session.ts';
import { checkPassphrase } from './key-slots.ts';
import type { createQueue } from './queue.ts';
import { unwrapWithRecoveryKey } from './recovery-slot.ts';
import type { StoreKeys } from './store-port.ts';
import type { Surroundings } from './surroundings.ts';
import { unwrapWithSystem } from './system-slot.ts';
import type { Opener } from './unlock-session.ts';

/** Opens the workspace, within a turn of the queue. */
export type Open = (opener: Opener) => Promise<void>;

/** What opens the workspace, and changing it. Each takes its turn; each is saved whole or not at all. */
export function createStoreKeys(
  around: Surroundings,
  current: CurrentSession,
  { inTurn, open }: { readonly inTurn: ReturnType<typeof createQueue>; readonly open: Open },
): StoreKeys {
  const { ports } = around;
  return {
    state: async () => ({
      passphrase: slotOf(current, 'passphrase') !== undefined,
      recovery: recoveryOf(current),
      system: await systemKeyState(current, ports.keyStore),
    }),
    changePassphrase: (proof, passphrase) => inTurn(() => changePassphrase(around, current, { proof, passphrase })),
    removePassphrase: (proof) => inTurn(() => removePassphrase(around, current, proof)),
    makeRecoveryKey: (proof) => inTurn(() => makeRecoveryKey(around, current, proof)),
    removeRecoveryKey: (proof) => inTurn(() => removeRecoveryKey(around, current, proof)),
    setSystemKey: (on, proof) => inTurn(() => setSystemKey(around, current, { on, proof })),
    unlockWithRecoveryKey: (typed, passphrase) =>
      inTurn(async () => {
        checkPassphrase(passphrase);
        await open(async ({ keySlots, fileId }) => unwrapWithRecoveryKey(keySlots, typed, fileId));
        try {
          await current.leaveLine('key.recovery-used', fileIdOf(current)).catch(() => undefined);
          await setPassphrase(around, current, passphrase);
        } catch (error) {
          current.set(null);
          throw error;
        }
      }),
    unlockWithSystem: () =>
      inTurn(async () => {
        let again: KeySlot | null = null;
        await open(async ({ keySlots, fileId }) => {
          const { fileKey, renewed } = await unwrapWithSystem(keySlots, fileId, ports.keyStore);
          again = renewed;
          return fileKey;
        });
        // On a full disk the old slot still opens.
        if (again !== null) await renewSystemSlot(around, current, again).catch(() => undefined);
      }),
  };
}

function slotOf<K extends KeySlot['kind']>(
  current: CurrentSession,
  kind: K,
): Extract<KeySlot, { kind: K }> | undefined {
  return current
    .get()
    .keys()
    .keySlots.find((slot): slot is Extract<KeySlot, { kind: K }> => slot.kind === kind);
}

function recoveryOf(current: CurrentSession): { readonly madeAt: string } | null {
  const slot = slotOf(current, 'recovery');
  return slot === undefined ? null : { madeAt: slot.madeAt };
}
