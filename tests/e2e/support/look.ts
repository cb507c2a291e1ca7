import { mkdir } from 'node:fs/promises';
import { resolve } from 'node:path';

import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';

import { expect } from './start-host.ts';

const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
const folder = resolve(import.meta.dirname, '../../../test-results/pictures');

/** What another colour scheme can break; the rest is the same document. */
const ofColour = ['color-contrast', 'link-in-text-block'];

/** A picture of the page in light, in dark and at 200 per cent; axe finds nothing, and nothing scrolls sideways. */
export async function look(page: Page, name: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  // Before anything has come, nothing is busy either.
  await expect(page.locator('h1')).not.toHaveCount(0);
  await expect(page.locator('[aria-busy=true]')).toHaveCount(0);
  for (const scheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme: scheme });
    await page.screenshot({ path: resolve(folder, `${name}-${scheme}.png`), animations: 'disabled' });
    expect((await axe(page, scheme)).map((found) => `${name} ${scheme}: ${found}`)).toEqual([]);
  }
  await page.emulateMedia({ colorScheme: 'light' });
  const size = page.viewportSize() ?? { width: 1440, height: 900 };
  await page.setViewportSize({ width: 720, height: 450 });
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  await page.screenshot({ path: resolve(folder, `${name}-200.png`), fullPage: true, animations: 'disabled' });
  expect(overflow, `${name} at 200 per cent scrolls sideways`).toBeLessThanOrEqual(0);
  await page.setViewportSize(size);
}

/**
 * What axe finds. It runs in the page itself: a story has no frames, and the other way loads axe anew for each run, in two pages.
 * Only what is wrong is worked out in full, and nothing is fetched anew: the rules that need it are about sound.
 */
async function axe(page: Page, scheme: 'light' | 'dark'): Promise<readonly string[]> {
  const isThere = await page.evaluate(() => 'axe' in window);
  const { violations } = await new AxeBuilder({ page, ...(isThere ? { axeSource: 'void 0' } : {}) })
    .setLegacyMode()
    .options({
      runOnly: scheme === 'light' ? { type: 'tag', values: tags } : { type: 'rule', values: ofColour },
      resultTypes: ['violations'],
      preload: false,
    })
    .analyze();
  return violations.map(({ id, nodes }) => `${id} ${nodes[0]?.html}`);
}
