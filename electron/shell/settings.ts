import { z } from 'zod';

import { settingsFrom } from '#core/files/host-settings.ts';
import type { HostSettings } from '#shared/contract/system.ts';
import type { Policy } from '#shared/domain/policy.ts';

/** The part of electron-store that is used. Nothing about a case is kept in it. */
export interface SettingsStore {
  get(key: string): unknown;
  set(key: string, value: unknown): void;
}

const bounds = z.object({ x: z.int(), y: z.int(), width: z.int().min(400), height: z.int().min(300) });
export type Bounds = z.output<typeof bounds>;

export interface Settings {
  page(): HostSettings;
  setPage(settings: HostSettings): void;
  bounds(): Bounds | null;
  setBounds(value: Bounds): void;
  /** The folder of the last dialog; without it Electron starts every dialog in Downloads. */
  lastFolder(): string | null;
  setLastFolder(folder: string): void;
}

/** Typed access to what is stored. A value that an older or newer version wrote differently counts as absent. */
export function createSettings(store: SettingsStore, policy: Policy): Settings {
  return {
    page: () => settingsFrom(store.get('page'), policy),
    setPage: (settings) => store.set('page', settings),
    bounds: () => bounds.nullable().catch(null).parse(store.get('bounds')),
    setBounds: (value) => store.set('bounds', value),
    lastFolder: () => z.string().min(1).nullable().catch(null).parse(store.get('lastFolder')),
    setLastFolder: (folder) => store.set('lastFolder', folder),
  };
}
