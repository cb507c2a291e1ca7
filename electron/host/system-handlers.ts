import type { FileDesk } from '#core/process/file-desk.ts';
import type { Handlers, SystemOperationName } from '#shared/contract/operations.ts';
import type { About } from '#shared/contract/system.ts';

import type { SettingsFile } from './settings-file.ts';

/** The rows that the loopback host answers itself. It has no dialogs: the page uploads, and downloads what is written. */
export function createSystemHandlers(
  about: About,
  settings: SettingsFile,
  files: FileDesk,
): Pick<Handlers, SystemOperationName> {
  return {
    'system.about': async () => about,
    'system.settings': () => settings.read(),
    'system.setSettings': async (wanted) => {
      await settings.write(wanted);
      return wanted;
    },
    'system.chooseFile': async () => null,
    'system.saveFile': async ({ suggestedName }) => files.target(suggestedName, null),
    'system.downloadUrl': async ({ file }) => (files.written(file.ref) === undefined ? null : `/files/${file.ref}`),
  };
}
