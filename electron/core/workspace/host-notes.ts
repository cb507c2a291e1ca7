import type { CoreHandlers } from '#shared/contract/operations.ts';

import type { Store } from '../store/store-port.ts';

/** Lines of the audit log about this computer's window, which the workspace itself does not know. */
export function createHostNotes(store: Store): Pick<CoreHandlers, 'host.note'> {
  return {
    'host.note': async ({ kind }) => {
      await store.change({ kind: `window.${kind}`, target: 'window' }, () => undefined);
      return null;
    },
  };
}
