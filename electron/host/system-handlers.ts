import { changeSettings } from '#core/files/host-settings.ts';
import type { FileDesk } from '#core/process/file-desk.ts';
import type { Application, Handlers, SystemOperationName } from '#shared/contract/operations.ts';
import type { About } from '#shared/contract/system.ts';
import type { Policy } from '#shared/domain/policy.ts';

import type { SettingsFile } from './settings-file.ts';

/** The rows that the loopback host answers itself. It has no dialogs: the page uploads, and downloads what is written. */
export function createSystemHandlers(
  about: About,
  policy: Policy,
  settings: SettingsFile,
  { application, files }: { readonly application: Pick<Application, 'host.note'>; readonly files: FileDesk },
): Pick<Handlers, SystemOperationName> {
  return {
    'system.about': async () => about,
    'system.policy': async () => policy,
    'system.settings': () => settings.read(),
    'system.setSettings': async (wanted) => {
      const current = await settings.read();
      return changeSettings(wanted, {
        policy,
        current: () => current,
        write: (next) => settings.write(next),
        note: (kind) => application['host.note']({ kind }),
      });
    },
    'system.chooseFile': async () => null,
    'system.saveFile': async ({ suggestedName }) => files.target(suggestedName, null),
    'system.downloadUrl': async ({ file }) => (files.written(file.ref) === undefined ? null : `/files/${file.ref}`),
  };
}
