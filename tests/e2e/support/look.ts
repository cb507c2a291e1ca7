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
  await expect(page.locator('[aria-busy=true]')).toHaveCount(0);
  for (const scheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme: scheme });
    await page.screenshot({ path: resolve(folder, `${name}-${scheme}.png`) });
    const axe = new AxeBuilder({ page });
    const { violations } = await (scheme === 'light' ? axe.withTags(tags) : axe.withRules(ofColour)).analyze();
    expect(violations.map(({ id, nodes }) => `${name} ${scheme}: ${id} ${nodes[0]?.html}`)).toEqual([]);
  }
  await page.emulateMedia({ colorScheme: 'light' });
  const size = page.viewportSize() ?? { width: 1440, height: 900 };
  await page.setViewportSize({ width: 720, height: 450 });
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  await page.screenshot({ path: resolve(folder, `${name}-200.png`), fullPage: true });
  expect(overflow, `${name} at 200 per cent scrolls sideways`).toBeLessThanOrEqual(0);
  await page.setViewportSize(size);
}
