import { type Browser, chromium, type Page } from '@playwright/test';

import { findChromium } from '../../../scripts/find-chromium.ts';
import { samplingPlan } from '../../../shared/domain/sampling/plan.ts';
import { type BenchApplication, benchApplication, noCall } from '../application.ts';
import { exampleCsv } from '../files.ts';
import { reviewDrawnCases } from '../fill-workspace.ts';
import { benchHost } from '../host.ts';
import { emptyKey, type KeyRecorder, recordKeys } from '../key-recorder.ts';
import { quantile, row } from '../timing.ts';

const reviewed = 500;
const openCases = 12;
const pressesPerCase = 17;
/** At the 95th percentile, in milliseconds. */
const goal = 50;

type Kind = 'answer' | 'accept' | 'move' | 'floor';
type Times = Readonly<Record<Kind, number[]>>;

/**
 * From a key press to the next item painted, in a real browser with 500 reviews of 45 answers in the workspace; the
 * floor, two frames after a key that does nothing, is taken by turns with the presses. Run `npx vite build` first.
 */
export async function measureReviewPage(): Promise<void> {
  const executablePath = findChromium();
  if (executablePath === null) {
    row('\nreview page: skipped, no Chromium found');
    return;
  }
  const bench = await benchApplication();
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] });
  try {
    const answers = await reviewedRound(bench);
    await measureIn(bench, browser, answers);
  } finally {
    await browser.close();
    await bench.close();
  }
}

/** A round of 512 drawn cases, of which 500 are reviewed; the workspace is locked. Resolves with the answers in it. */
async function reviewedRound({ application, files, ports, passphrase }: BenchApplication): Promise<number> {
  files.set('udtræk.csv', exampleCsv(2_000));
  const file = { ref: 'udtræk.csv', name: 'udtræk.csv' };
  const { importId } = await application['importing.run']({ file, mapping: null }, noCall);
  const plan = samplingPlan.parse({ parts: [{ kind: 'random', size: reviewed + openCases }] });
  const { roundId } = await application['sampling.draw']({ importId, plan }, noCall);
  const [{ caseId } = { caseId: '' }] = await application['review.queue']({ roundId }, noCall);
  const { template } = await application['review.open']({ roundId, caseId, reading: 1 }, noCall);
  const itemIds = template.sections.flatMap(({ items }) => items.map(({ id }) => id));
  await application['workspace.lock']({}, noCall);
  await reviewDrawnCases(ports, passphrase, { reviews: reviewed, itemIds });
  return reviewed * itemIds.length;
}

async function measureIn(bench: BenchApplication, browser: Browser, answers: number): Promise<void> {
  const host = await benchHost(bench.workspaceFolder);
  try {
    const page = await browser.newPage({ viewport: { width: 1440, height: 900 }, locale: 'da-DK' });
    const keys = await recordKeys(page);
    await openReviews(page, host.address, bench.passphrase);
    const times: Times = { answer: [], accept: [], move: [], floor: [] };
    for (let number = 0; number < openCases; number += 1) {
      await pressInCase(page, keys, times);
      await nextCase(page);
    }
    printed(times, await keys.saved(), answers);
    await page.close();
  } finally {
    await host.stop();
  }
}

async function openReviews(page: Page, address: string, passphrase: string): Promise<void> {
  await page.goto(address);
  await page.getByRole('textbox', { name: 'Adgangskode' }).fill(passphrase);
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { level: 1, name: 'Overblik' }).waitFor({ timeout: 60_000 });
  await page.keyboard.press('Alt+5');
  await page.locator('[data-item]').waitFor();
}

async function nextCase(page: Page): Promise<void> {
  const title = (await page.getByRole('heading', { level: 1 }).textContent()) ?? '';
  await page.keyboard.press('Control+ArrowDown');
  await page
    .waitForFunction((old) => document.querySelector('h1')?.textContent !== old, title, { timeout: 3_000 })
    .catch(() => undefined);
  await page.locator('[data-item]').waitFor();
}

/** As a leader goes through a case: suggestions accepted, mostly yes, a finding now and then, a look back. */
async function pressInCase(page: Page, keys: KeyRecorder, times: Times): Promise<void> {
  // The first press moves the focus into the checklist.
  await keys.press('j');
  for (let press = 0; press < pressesPerCase; press += 1) {
    const [kind, key] = await nextKey(page, press);
    // Uneven pauses, so that some presses meet the reading of the queue that follows an answer.
    await page.waitForTimeout((press * 137) % 500);
    times[kind].push(await keys.press(key));
    times.floor.push(await keys.press(emptyKey));
  }
}

async function nextKey(page: Page, press: number): Promise<readonly [Kind, string]> {
  const item = page.locator('[data-item]');
  // A finding on a critical item has opened its action.
  const inField = page.locator('[data-item] input:focus, [data-item] textarea:focus');
  if ((await inField.count()) > 0) await page.keyboard.press('Escape');
  const answered = (await item.locator('fieldset button[aria-pressed=true]').count()) > 0;
  if (answered) return ['move', press % 6 === 3 ? 'k' : 'j'];
  if (await item.getByRole('button', { name: /^Brug/u }).isVisible()) return ['accept', 'Enter'];
  if (press % 9 === 8) return ['move', 'k'];
  return ['answer', press % 4 === 3 ? '3' : press % 7 === 6 ? '2' : '1'];
}

function printed(times: Times, saved: readonly number[], answers: number): void {
  const { floor, ...kinds } = times;
  const all = Object.values(kinds).flat();
  row(`\nkey to next item painted, ${answers} answers`, 'presses', 'p50 ms', 'p95 ms', 'worst ms', 'goal p95');
  const line = (name: string, of: readonly number[], ...more: readonly number[]): void =>
    row(`  ${name}`, String(of.length), quantile(of, 0.5), quantile(of, 0.95), Math.max(...of), ...more);
  line('all keys', all, goal);
  line('answered: 1, 2, 3', kinds.answer);
  line('suggestion accepted: Enter', kinds.accept);
  line('moved: j, k', kinds.move);
  line('floor: two frames, a key that does nothing', floor);
  line('answer to safely on disk', saved, goal);
  const lost = all.filter((time) => time < 0).length;
  if (lost > 0) row(`  presses that changed nothing: ${lost}`);
}
