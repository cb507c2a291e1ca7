import { createContext, type ReactNode, use } from 'react';

import { useSettings } from './use-settings.ts';

type Settings = ReturnType<typeof useSettings>;

const SettingsContext = createContext<Settings | null>(null);

/** One reading of the settings for the whole window, so that a change is in force at once everywhere. */
export function SettingsProvider({ children }: { children: (settings: Settings['settings']) => ReactNode }) {
  const settings = useSettings();
  return <SettingsContext value={settings}>{children(settings.settings)}</SettingsContext>;
}

export function useHostSettings(): Settings {
  const settings = use(SettingsContext);
  if (settings === null) {
    throw new Error('useHostSettings needs a SettingsProvider');
  }
  return settings;
}
