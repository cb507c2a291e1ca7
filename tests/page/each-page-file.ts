import { cleanup, configure } from '@testing-library/react';
import { afterAll, afterEach, vi } from 'vitest';

import { standInForLayout } from './stand-in-for-layout.ts';

// Run anew for each file of page tests: the files of one process share a window and the modules that are loaded.
standInForLayout();
// A busy machine may take longer than the usual second; a test that fails still fails.
configure({ asyncUtilTimeout: 30_000 });
afterEach(cleanup);

/** The next file finds the window as the first one did, and loads the page's own modules anew: some of them keep a state. */
afterAll(() => {
  vi.resetModules();
  localStorage.clear();
  sessionStorage.clear();
  document.body.replaceChildren();
  for (const element of [document.documentElement, document.body]) {
    element.getAttributeNames().forEach((name) => element.removeAttribute(name));
  }
});
