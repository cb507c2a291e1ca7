import { cleanup, configure, render } from '@testing-library/react';
import { StrictMode } from 'react';
import { afterEach } from 'vitest';

import type { Handlers } from '#shared/contract/operations.ts';

import { App } from '../../renderer/app.tsx';
import type { Route } from '../../renderer/hooks/use-route.tsx';
import { type FakeApplication, fakeApplication, type FakeFiles } from './fake-application.ts';
import { standInForLayout } from './stand-in-for-layout.ts';

// A busy machine may take longer than the usual second; a test that fails still fails.
configure({ asyncUtilTimeout: 10_000 });
afterEach(cleanup);

/** The whole app on a fake application, on the page that `route` names; in StrictMode, as in the product. */
export function renderApp(handlers: Partial<Handlers>, route?: Route, files: FakeFiles = {}): FakeApplication {
  standInForLayout();
  const fake = fakeApplication(handlers, files);
  render(
    <StrictMode>
      <App context={fake.context} environment="test" {...(route === undefined ? {} : { initialRoute: route })} />
    </StrictMode>,
  );
  return fake;
}
