import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import type { Page } from '@playwright/test';

import { Program } from './pages/program.ts';
import { SamplingPage } from './pages/sampling.ts';
import { TemplatesPage } from './pages/templates.ts';
import { look } from './support/look.ts';
import { expect, test } from './support/start-host.ts';

const before = 'Er det inden 24 timer efter modtagelsen vurderet og noteret';
const after = 'Er barnet vurderet inden for et døgn?';
const own = 'Barnets lov, vores udgave, udgave 1';
const newest = 'Barnets lov, vores udgave, udgave 3';

// The page's policy forbids foreign scripts; axe is one, so this story runs without the policy.
test.use({
  bypassCSP: true,
  viewport: { width: 1440, height: 900 },
  begins: { draw: { size: 5, stratifyBy: 'team' } },
});

test('a new edition by keyboard, a round with it, an older round with the older one; files out and in', async ({
  page,
  host,
}, info) => {
  const program = new Program(page);
  const sampling = new SamplingPage(page);
  const [oldCase] = host.cases;

  const templates = new TemplatesPage(page);
  await templates.open();
  await look(page, 'skabeloner');
  await newEdition(page, templates);
  await filesOutAndIn(page, templates, info.outputDir);

  await program.goTo('Stikprøve');
  await page.getByRole('tab', { name: 'Plan', exact: true }).click();
  await sampling.plan(5, 'fordelt efter antal sager');
  await page.getByRole('button', { name: 'Træk 5 sager' }).click();
  await expect(page.getByLabel('Tjekliste').locator('option:checked')).toHaveText('Barnets lov, udgave 1');
  await page.getByLabel('Tjekliste').selectOption({ label: newest });
  await page.getByLabel('Frø').fill('4712');
  await page.getByLabel('Grund til ny trækning').fill('Prøve af vores udgave');
  await look(page, 'skabelon-traek');
  await page.getByRole('button', { name: 'Træk', exact: true }).click();
  await expect(page.getByRole('heading', { name: /^Trukket /u })).toBeVisible();
  const table = page.getByRole('table', { name: 'Tabel over trukne sager' });
  await table.getByRole('button').first().click();
  await expect(page.getByText(after).first()).toBeVisible();
  await expect(page.getByText(before)).toHaveCount(0);

  await program.goTo('Stikprøve');
  await page.getByRole('tab', { name: 'Trækninger' }).click();
  await page
    .getByRole('region', { name: 'Alle trækninger' })
    .getByRole('button', { name: /nr\. 1/u })
    .click();
  await table.getByRole('button', { name: oldCase!, exact: true }).click();
  await expect(page.getByText(before).first()).toBeVisible();
  await expect(page.getByText(after)).toHaveCount(0);
});

async function newEdition(page: Page, templates: TemplatesPage): Promise<void> {
  await templates.choose('Lav egen udgave', 'Barnets lov, udgave 1');
  await expect(page.getByRole('heading', { level: 1, name: 'Barnets lov, vores udgave' })).toBeVisible();
  await page.keyboard.press('j');
  await page.keyboard.press('s');
  await expect(page.getByText('44 af 45 spørgsmål bruges')).toBeVisible();
  await page.keyboard.press('Shift+ArrowDown');
  await page.keyboard.press('k');
  await page.keyboard.press('k');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Control+A');
  await page.keyboard.type(after);
  await look(page, 'skabelon-ret');
  await page.keyboard.press('Control+Z');
  await page.keyboard.press('Control+Y');
  await page.keyboard.press('Control+S');
  await expect(page.getByText(`Gemt: ${own}. Den kan vælges, næste gang der trækkes sager.`)).toBeVisible();
  await page.getByRole('button', { name: 'Alle skabeloner' }).press('Enter');
  await templates.onList();
  expect((await templates.lines()).at(-1)).toBe('Udgave 1 · 44 spørgsmål · kommunens egen');
}

async function filesOutAndIn(page: Page, templates: TemplatesPage, folder: string): Promise<void> {
  const json = await templates.exportFile('Gem som JSON', own, folder);
  const xlsx = await templates.exportFile('Gem som Excel', own, folder);
  const lines = await templates.lines();
  for (const path of [json, xlsx]) {
    await templates.importFile(path);
    await expect(page.getByText(`${own} er her allerede. Intet er ændret.`)).toBeVisible();
    expect(await templates.lines()).toEqual(lines);
  }
  const text = await readFile(json, 'utf8');
  const bad = join(folder, 'forkert.json');
  await writeFile(bad, text.replace('"R02"', '"R99"').replaceAll('"severity": "minor"', '"severity": "lille"'));
  await templates.importFile(bad);
  await expect(page.getByRole('region', { name: 'forkert.json er ikke hentet' })).toBeVisible();
  await expect(page.getByRole('row').filter({ hasText: 'Datoreglen "R99" findes ikke.' })).toHaveText(
    /^\d+(?:\.\d+)?underretning-kvittering: rule/u,
  );
  await look(page, 'skabelon-forkert-fil');
  await page.getByRole('button', { name: 'Luk listen' }).click();
  expect(await templates.lines()).toEqual(lines);
  const better = join(folder, 'rettet.json');
  await writeFile(better, text.replace(after, 'Er barnet set inden for et døgn?'));
  await templates.importFile(better);
  await expect(page.getByText('Hentet: Barnets lov, vores udgave, udgave 2, med 44 spørgsmål.')).toBeVisible();
  await expect(page.getByRole('button', { name: '1 tidligere udgave' })).toBeVisible();
  // The story goes on with the first edition's words: the third edition has them again.
  await templates.choose('Åbn', 'Barnets lov, vores udgave, udgave 2');
  await page.getByRole('button', { name: /^Er barnet set inden/u }).press('Enter');
  await page.getByRole('textbox', { name: 'Spørgsmål', exact: true }).fill(after);
  await expect(page.getByRole('radio', { name: 'Omformuleret' })).toBeChecked();
  await page.getByRole('button', { name: 'Alle skabeloner' }).click();
  await expect(page.getByText('Ændringer er ikke gemt')).toBeVisible();
  await templates.choose('Åbn', 'Barnets lov, vores udgave, udgave 2');
  await page.getByRole('button', { name: 'Gem udgave 3' }).click();
  await expect(page.getByText(/^Gemt: Barnets lov, vores udgave, udgave 3/u)).toBeVisible();
}
