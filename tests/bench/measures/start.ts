import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { chromium } from '@playwright/test';

import { findChromium } from '../../../scripts/find-chromium.ts';
import { benchHost } from '../host.ts';
import { quantile, row, runs } from '../timing.ts';

/** From starting the loopback host to a page that can be used, in a browser that is already open. */
export async function measureStart(): Promise<void> {
  const executablePath = findChromium();
  if (executablePath === null) {
    row('\nstart: skipped, no Chromium found');
    return;
  }
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] });
  const [ready, usable]: [number[], number[]] = [[], []];
  for (let run = 0; run < runs; run += 1) {
    const folder = await mkdtemp(join(tmpdir(), 'tilsyn-start-'));
    const started = performance.now();
    const host = await benchHost(join(folder, 'workspace'));
    try {
      ready.push(performance.now() - started);
      const page = await browser.newPage();
      await page.goto(host.address);
      await page.getByRole('heading', { level: 1 }).waitFor();
      usable.push(performance.now() - started);
      await page.close();
    } finally {
      await host.stop();
      await rm(folder, { recursive: true, force: true });
    }
  }
  await browser.close();
  row('\nstart', 'p50 ms');
  row('  host answers', quantile(ready, 0.5));
  row('  first page usable', quantile(usable, 0.5));
}
