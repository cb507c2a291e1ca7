import { AppError } from '#shared/contract/errors.ts';
import type { KeyStatus } from '#shared/contract/keys.ts';
import type { CoreHandlers } from '#shared/contract/operations.ts';
import type { WorkspaceStatus } from '#shared/contract/workspace.ts';

import type { Ports } from '../ports.ts';
import type { Store } from '../store/store-port.ts';

type KeyHandlers = Pick<
  CoreHandlers,
  | 'keys.status'
  | 'keys.changePassphrase'
  | 'keys.removePassphrase'
  | 'keys.makeRecoveryKey'
  | 'keys.removeRecoveryKey'
  | 'keys.setSystemKey'
  | 'keys.unlockWithRecoveryKey'
  | 'keys.unlockWithSystem'
>;

/** What opens the workspace. `opened` announces that it is open and answers with its status. */
export function createKeyHandlers(
  ports: Pick<Ports, 'policy' | 'announce'>,
  { keys }: Pick<Store, 'keys'>,
  opened: () => Promise<WorkspaceStatus>,
): KeyHandlers {
  const status = async (): Promise<KeyStatus> => {
    const state = await keys.state();
    const mayRemovePassphrase = state.passphrase && state.recovery !== null && !ports.policy.forcePassphrase;
    return { ...state, mayRemovePassphrase };
  };
  const changed = async (): Promise<KeyStatus> => {
    ports.announce({ name: 'workspace-changed' });
    return status();
  };
  return {
    'keys.status': status,
    'keys.changePassphrase': async ({ current, passphrase }) => {
      await keys.changePassphrase(current, passphrase);
      return changed();
    },
    'keys.removePassphrase': async ({ current }) => {
      if (ports.policy.forcePassphrase) {
        throw new AppError('forbidden-by-policy', 'The policy of this computer demands a passphrase');
      }
      await keys.removePassphrase(current);
      return changed();
    },
    'keys.makeRecoveryKey': async ({ passphrase }) => {
      const recoveryKey = await keys.makeRecoveryKey(passphrase);
      return { recoveryKey, status: await changed() };
    },
    'keys.removeRecoveryKey': async ({ passphrase }) => {
      await keys.removeRecoveryKey(passphrase);
      return changed();
    },
    'keys.setSystemKey': async ({ on, passphrase }) => {
      await keys.setSystemKey(on, passphrase);
      return changed();
    },
    'keys.unlockWithRecoveryKey': async ({ recoveryKey, passphrase }) => {
      await keys.unlockWithRecoveryKey(recoveryKey, passphrase);
      return opened();
    },
    'keys.unlockWithSystem': async () => {
      await keys.unlockWithSystem();
      return opened();
    },
  };
}
