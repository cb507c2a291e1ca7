import { render } from '@testing-library/react';
import { StrictMode } from 'react';

import type { Handlers } from '#shared/contract/operations.ts';

import { App } from '../../renderer/app.tsx';
import type { Route } from '../../renderer/hooks/use-route.tsx';
import { type FakeApplication, fakeApplication, type FakeFiles } from './fake-application.ts';

/** The whole app on a fake application, on the page that `route` names; in StrictMode, as in the product. */
export function renderApp(handlers: Partial<Handlers>, route?: Route, files: FakeFiles = {}): FakeApplication {
  const fake = fakeApplication(handlers, files);
  render(
    <StrictMode>
      <App context={fake.context} environment="test" {...(route === undefined ? {} : { initialRoute: route })} />
    </StrictMode>,
  );
  return fake;
}
