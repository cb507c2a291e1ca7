import { changeSettings } from '#core/files/host-settings.ts';
import type { Application, Handlers, SystemOperationName } from '#shared/contract/operations.ts';
import type { About, HostSettings } from '#shared/contract/system.ts';
import type { Policy } from '#shared/domain/policy.ts';

import type { Dialogs } from './dialogs.ts';
import type { Settings } from './settings.ts';

export interface SystemParts {
  readonly about: About;
  readonly policy: Policy;
  readonly settings: Settings;
  readonly dialogs: Dialogs;
  readonly core: Pick<Application, 'host.note'>;
  /** Puts what the settings say into effect. */
  readonly apply: (settings: HostSettings) => void;
}

/** The rows that the window's own process answers. */
export function createSystemHandlers({
  about,
  policy,
  settings,
  dialogs,
  core,
  apply,
}: SystemParts): Pick<Handlers, SystemOperationName> {
  return {
    'system.about': async () => about,
    'system.policy': async () => policy,
    'system.settings': async () => settings.page(),
    'system.setSettings': (wanted) =>
      changeSettings(wanted, {
        policy,
        current: () => settings.page(),
        write: (chosen) => {
          settings.setPage(chosen);
          apply(chosen);
        },
        note: (kind) => core['host.note']({ kind }),
      }),
    'system.chooseFile': () => dialogs.chooseFile(),
    'system.saveFile': ({ suggestedName }) => dialogs.saveFile(suggestedName),
    'system.downloadUrl': async () => null,
  };
}
