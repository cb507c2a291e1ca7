import { mkdir, readFile } from 'node:fs/promises';
import { dirname } from 'node:path';

import { defaultSettings } from '#core/files/default-settings.ts';
import { writeWhole } from '#core/files/write-whole.ts';
import { type HostSettings, hostSettings } from '#shared/contract/system.ts';

/** The host's settings: looks and keys, nothing about a case, in a readable file. */
export interface SettingsFile {
  /** The defaults where there is no file, or one that nobody can read. */
  read(): Promise<HostSettings>;
  write(settings: HostSettings): Promise<void>;
}

export function createSettingsFile(path: string): SettingsFile {
  return {
    read: async () => {
      const text = await readFile(path, 'utf8').catch(() => '');
      return parseSettings(text);
    },
    write: async (settings) => {
      await mkdir(dirname(path), { recursive: true, mode: 0o700 });
      await writeWhole(path, Buffer.from(`${JSON.stringify(settings, null, 2)}\n`));
    },
  };
}

function parseSettings(text: string): HostSettings {
  try {
    return hostSettings.catch(defaultSettings).parse(JSON.parse(text));
  } catch {
    return defaultSettings;
  }
}
