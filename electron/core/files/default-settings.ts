import type { HostSettings } from '#shared/contract/system.ts';

/** What a host answers before anything was chosen. */
export const defaultSettings: HostSettings = { colorScheme: 'auto', singleKeys: true };
