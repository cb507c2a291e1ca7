import { join } from 'node:path';

import { chromium } from '@playwright/test';
import { build } from 'esbuild';
import { expect, it } from 'vitest';

import { findChromium } from '../../../scripts/find-chromium.ts';
import { drawMany } from './draw-many.ts';

/** How many seeds; the whole 10,000 by hand: `TILSYN_SEEDS=10000 npx vitest run tests/unit/sampling/same-in-chromium`. */
const seeds = Number(process.env['TILSYN_SEEDS'] ?? 200);
const batch = 500;

it(`draws and plans the same in Node and in Chromium for ${seeds} seeds`, { timeout: 600_000 }, async (test) => {
  const executablePath = findChromium();
  if (executablePath === null) {
    console.warn('Skipped: no Chromium is installed, so its draws cannot be compared with those of Node.');
    return test.skip('no Chromium is installed');
  }
  const bundle = await build({
    entryPoints: [join(import.meta.dirname, 'draw-many.ts')],
    bundle: true,
    write: false,
    format: 'iife',
    globalName: 'sampling',
    charset: 'utf8',
  });
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] });
  try {
    const page = await browser.newPage();
    await page.addScriptTag({ content: bundle.outputFiles[0]!.text });
    const digests = new Set<string>();
    for (let first = 0; first < seeds; first += batch) {
      const count = Math.min(batch, seeds - first);
      const there = await page.evaluate<readonly string[]>(`sampling.drawMany(${first}, ${count})`);
      const here = drawMany(first, count);
      expect(there).toHaveLength(count);
      expect(here.findIndex((digest, index) => digest !== there[index])).toBe(-1);
      for (const digest of here) digests.add(digest);
    }
    expect(digests.size).toBe(seeds);
  } finally {
    await browser.close();
  }
});
