import { join } from 'node:path';

import type { Page } from '@playwright/test';

import { ImportingPage } from './pages/importing.ts';
import { exportsFolder, Program } from './pages/program.ts';
import { ReportPage } from './pages/report.ts';
import { SamplingPage } from './pages/sampling.ts';
import { finishedRound } from './support/finished-round.ts';
import { look } from './support/look.ts';
import { expect, test } from './support/start-host.ts';

const rail = [
  'Overblik',
  'Udtræk',
  'Sager',
  'Stikprøve',
  'Gennemgang',
  'Handlinger',
  'Send og saml',
  'Samlet',
  'Rapport',
  'Sikkerhed',
  'Indstillinger',
];

// The page's policy forbids foreign scripts; axe is one, so these stories run without the policy.
test.use({ bypassCSP: true, viewport: { width: 1440, height: 900 } });

test('before the first round, light and dark and at 200 per cent: a picture of each, and axe finds nothing', async ({
  page,
}) => {
  const program = new Program(page);
  await look(page, 'opret');
  await program.create();
  await look(page, 'overblik-tomt');
  await program.useExample();
  await program.goTo('Udtræk');
  await new ImportingPage(page).choose(join(exportsFolder, 'sager-win1252.csv'));
  await expect(page.getByText('2 Kolonner')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Læs filen' })).toBeVisible();
  await look(page, 'udtraek-kolonner');
  await program.goTo('Stikprøve');
  await new SamplingPage(page).plan(30, 'fordelt efter antal sager');
  await look(page, 'stikproeve-plan');
});

test.describe('a round that is begun', () => {
  test.use({ begins: { population: 'example', draw: { size: 30 } } });

  test('every page, light and dark and at 200 per cent: a picture of each, and axe finds nothing', async ({ page }) => {
    const program = new Program(page);
    await program.goTo('Gennemgang');
    await expect(page.getByText(/^0 af \d+ besvaret$/u)).toBeVisible();
    await page.keyboard.press('2');
    await page.keyboard.press('h');
    await page.getByLabel('Hvad skal der ske?').fill('Forholdet bringes i orden i sagen');
    await page.getByLabel(/^Ansvarlig/u).fill('Afdelingsleder');
    await page.getByRole('textbox', { name: 'Frist' }).fill('1-2-2027');
    await page.getByRole('button', { name: 'Gem handling' }).click();
    for (const name of rail) {
      await program.goTo(name);
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
      await look(page, name.toLowerCase().replace('æ', 'ae').replace('ø', 'oe').replaceAll(' ', '-'));
    }
    await switchesAreSeen(page);
  });
});

test.describe('a round that is nearly read', () => {
  test.use({ begins: finishedRound() });

  test('what needs me, the case, and what all rounds say', async ({ page }) => {
    const program = new Program(page);
    await look(page, 'runde-overblik');
    await program.goTo('Gennemgang');
    await expect(page.getByText(/^0 af \d+ besvaret$/u)).toBeVisible();
    await look(page, 'runde-gennemgang');
    await program.goTo('Samlet');
    for (const [tab, name] of [
      ['Alle runder', 'alle'],
      ['Året', 'aaret'],
      ['To år', 'to-aar'],
      ['God praksis', 'god-praksis'],
    ] as const) {
      await page.getByRole('tab', { name: tab }).click();
      await look(page, `samlet-${name}`);
    }
    await chosenIsSeen(page);
  });

  test('the five reports', async ({ page }) => {
    await new Program(page).goTo('Rapport');
    const report = new ReportPage(page);
    for (const [reader, name] of [
      ['Til udvalget', 'udvalg'],
      ['Året til udvalget', 'aaret'],
      ['Til lederen', 'leder'],
      ['Til ledelsen', 'ledelse'],
      ['Til samtalen med rådgiveren', 'samtale'],
    ] as const) {
      await report.choose(reader);
      await look(page, `rapport-${name}`);
    }
  });
});

/** Where the system chooses the colours, which tab is open is seen by its line. */
async function chosenIsSeen(page: Page): Promise<void> {
  const lines = (): Promise<readonly string[]> =>
    page.getByRole('tab').evaluateAll((tabs) => tabs.map((tab) => getComputedStyle(tab).borderBottomWidth));
  expect(new Set(await lines()).size).toBe(1);
  await page.emulateMedia({ forcedColors: 'active' });
  expect(await lines()).toEqual(['2px', '2px', '2px', '4px']);
  await page.emulateMedia({ forcedColors: 'none' });
}

/** Where the system chooses the colours, a switch has a frame; on Indstillinger. */
async function switchesAreSeen(page: Page): Promise<void> {
  const frames = (): Promise<readonly string[]> =>
    page
      .getByRole('switch')
      .evaluateAll((all) => all.map((one) => getComputedStyle(one.nextElementSibling ?? one).borderTopWidth));
  await page.emulateMedia({ forcedColors: 'active' });
  expect(new Set(await frames())).toEqual(new Set(['2px']));
  await page.emulateMedia({ forcedColors: 'none' });
}
