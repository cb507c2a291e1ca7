import type { Handlers, SystemOperationName } from '#shared/contract/operations.ts';
import type { About } from '#shared/contract/system.ts';

import type { Dialogs } from './dialogs.ts';
import type { Settings } from './settings.ts';

/** The rows that the window's own process answers. */
export function createSystemHandlers(
  about: About,
  settings: Settings,
  dialogs: Dialogs,
): Pick<Handlers, SystemOperationName> {
  return {
    'system.about': async () => about,
    'system.settings': async () => settings.page(),
    'system.setSettings': async (wanted) => {
      settings.setPage(wanted);
      return wanted;
    },
    'system.chooseFile': () => dialogs.chooseFile(),
    'system.saveFile': ({ suggestedName }) => dialogs.saveFile(suggestedName),
    'system.downloadUrl': async () => null,
  };
}
