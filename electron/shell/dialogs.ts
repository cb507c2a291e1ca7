import { basename, dirname, join } from 'node:path';

import { safeFileName } from '#core/files/safe-file-name.ts';
import type { FileDesk } from '#core/process/file-desk.ts';
import type { FileRef } from '#shared/contract/operation.ts';

import type { ShellDialog, ShellWindow } from './electron-apis.ts';
import type { Settings } from './settings.ts';
import { fileKinds, words } from './words.ts';

export interface Dialogs {
  chooseFile(): Promise<FileRef | null>;
  saveFile(suggestedName: string): Promise<FileRef | null>;
}

/** The native dialogs. The page gets a reference; the path stays between this process and the core. */
export function createDialogs(dialog: ShellDialog, window: ShellWindow, settings: Settings, files: FileDesk): Dialogs {
  const startIn = (name: string) => {
    const folder = settings.lastFolder();
    return folder === null ? (name === '' ? {} : { defaultPath: name }) : { defaultPath: join(folder, name) };
  };
  return {
    chooseFile: async () => {
      const filters = fileKinds.map(({ name, extensions }) => ({ name, extensions: [...extensions] }));
      const { canceled, filePaths } = await dialog.showOpenDialog(window, {
        title: words.chooseFile,
        filters,
        properties: ['openFile', 'dontAddToRecent'],
        ...startIn(''),
      });
      const [path] = filePaths;
      if (canceled || path === undefined) {
        return null;
      }
      settings.setLastFolder(dirname(path));
      return files.offer(basename(path), { path });
    },
    saveFile: async (suggestedName) => {
      const { canceled, filePath } = await dialog.showSaveDialog(window, {
        title: words.saveFile,
        properties: ['dontAddToRecent'],
        ...startIn(safeFileName(suggestedName)),
      });
      if (canceled || filePath === '') {
        return null;
      }
      settings.setLastFolder(dirname(filePath));
      return files.target(basename(filePath), filePath);
    },
  };
}
