import { mkdir, readFile } from 'node:fs/promises';
import { dirname } from 'node:path';

import { settingsFrom } from '#core/files/host-settings.ts';
import { writeWhole } from '#core/files/write-whole.ts';
import type { HostSettings } from '#shared/contract/system.ts';
import type { Policy } from '#shared/domain/policy.ts';

/** The host's settings: looks and keys, nothing about a case, in a readable file. */
export interface SettingsFile {
  /** The defaults where there is no file, or one that nobody can read. */
  read(): Promise<HostSettings>;
  write(settings: HostSettings): Promise<void>;
}

export function createSettingsFile(path: string, policy: Policy): SettingsFile {
  return {
    read: async () => {
      const text = await readFile(path, 'utf8').catch(() => '');
      return settingsFrom(parsed(text), policy);
    },
    write: async (settings) => {
      await mkdir(dirname(path), { recursive: true, mode: 0o700 });
      await writeWhole(path, Buffer.from(`${JSON.stringify(settings, null, 2)}\n`));
    },
  };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
