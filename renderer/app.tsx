import { MantineProvider } from '@mantine/core';
import { memo } from 'react';

import { AppShell } from './components/app-shell.tsx';
import { ErrorBoundary } from './components/error-boundary.tsx';
import { QueryView } from './components/query-view.tsx';
import { ApplicationProvider, type PageContext } from './hooks/application.tsx';
import { SettingsProvider } from './hooks/settings-context.tsx';
import { KeysProvider } from './hooks/use-keys.tsx';
import { useQuery } from './hooks/use-query.ts';
import { type Route, RouteProvider, useRoute } from './hooks/use-route.tsx';
import { pageTable } from './pages/page-table.ts';
import { DraftsProvider } from './pages/templates/drafts-context.tsx';
import { UnlockPage } from './pages/unlock/unlock-page.tsx';
import { cssVariablesResolver, theme } from './theme.ts';

interface AppProps {
  readonly context: PageContext;
  /** The page to start on, for tests and pictures; the window starts at Overblik. */
  readonly initialRoute?: Route;
  /** `test`: no transitions and no portals. */
  readonly environment?: 'default' | 'test';
}

/** The whole page: theme, connection, settings, keys, route; then the lock, or the page that the route names. */
export function App({ context, initialRoute, environment = 'default' }: AppProps) {
  const { nonce } = context.platform;
  return (
    <MantineProvider
      theme={theme}
      cssVariablesResolver={cssVariablesResolver}
      defaultColorScheme="auto"
      getStyleNonce={() => nonce}
      env={environment}
    >
      <ApplicationProvider value={context}>
        <SettingsProvider>
          {({ singleKeys }) => (
            <KeysProvider singleKeys={singleKeys}>
              <RouteProvider {...(initialRoute === undefined ? {} : { initial: initialRoute })}>
                <DraftsProvider>
                  <Gate />
                </DraftsProvider>
              </RouteProvider>
            </KeysProvider>
          )}
        </SettingsProvider>
      </ApplicationProvider>
    </MantineProvider>
  );
}

/** Nothing of a workspace is shown before it is open. */
function Gate() {
  const status = useQuery('workspace.status', {});
  return (
    <QueryView query={status} height={400}>
      {(now) => (now.state === 'open' ? <OpenWorkspace /> : <UnlockPage status={now} />)}
    </QueryView>
  );
}

/** Not drawn again when only the status was read again, as after every answer. */
const OpenWorkspace = memo(function OpenWorkspace() {
  const { route } = useRoute();
  const CurrentPage = pageTable[route.page];
  return (
    <AppShell>
      <ErrorBoundary key={route.page}>
        <CurrentPage />
      </ErrorBoundary>
    </AppShell>
  );
});
