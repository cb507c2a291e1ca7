import { defineConfig } from '@playwright/test';

import { findChromium } from './scripts/find-chromium.ts';

/**
 * Playwright's own list of what Chromium shall leave out, which a second switch replaces, and the address bar's two pages:
 * each window would start a process to draw what nobody sees.
 */
const withoutFeatures = [
  'AvoidUnnecessaryBeforeUnloadCheckSync',
  'DestroyProfileOnBrowserClose',
  'HttpsUpgrades',
  'HttpsFirstBalancedModeAutoEnable',
  'LensOverlay',
  'MediaRouter',
  'PaintHolding',
  'ThirdPartyStoragePartitioning',
  'AvoidCorsURLLoaderRestartOnRedirect',
  'OptimizationHints',
  'NetworkTimeServiceQuerying',
  'AimEnabled',
  'PreconnectToSearch',
  'WebUIOmniboxPopup',
  'WebUIOmniboxFullPopup',
  'WebUIOmniboxAimPopup',
];

/** The stories of tests/e2e in the system's own Chromium; each starts its own loopback host (tests/e2e/support). */
export default defineConfig({
  testDir: 'tests/e2e',
  outputDir: 'test-results',
  // Each story has a host, a workspace and a window of its own, so that both workers end together.
  fullyParallel: true,
  workers: 2,
  // What a story waits for comes when it comes: a limit ends what is stuck, it measures nothing.
  timeout: 600_000,
  expect: { timeout: 30_000 },
  reporter: 'list',
  use: {
    locale: 'da-DK',
    timezoneId: 'Europe/Copenhagen',
    viewport: { width: 1280, height: 860 },
    screenshot: 'only-on-failure',
    launchOptions: {
      executablePath: findChromium() ?? '',
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
        `--disable-features=${withoutFeatures.join(',')}`,
      ],
    },
  },
});
