import { writeFile } from 'node:fs/promises';

import type { Page } from '@playwright/test';

import { largeExport, messyCases, messyExport } from '../fixtures/messy-export.ts';
import { hasWorkbookReader, readWorkbook } from '../support/read-workbook.ts';
import { ImportingPage } from './pages/importing.ts';
import { Program } from './pages/program.ts';
import { look } from './support/look.ts';
import { expect, test } from './support/start-host.ts';

const messy = { name: 'Nexus udtræk.xlsx', mimeType: 'application/octet-stream', buffer: messyExport() };

async function openImporting(page: Page): Promise<ImportingPage> {
  await new Program(page).goTo('Udtræk');
  return new ImportingPage(page);
}

test.use({ begins: { population: 'none' } });

test.describe('a messy export', () => {
  // The page's policy forbids foreign scripts; axe is one.
  test.use({ bypassCSP: true, viewport: { width: 1440, height: 900 } });

  test('is mapped, asked about, read, checked and remembered', async ({ page }, info) => {
    const importing = await openImporting(page);
    await importing.choose(messy);
    await expect(importing.fieldOf('Sagsnr.')).toHaveValue('Sagsnummer');
    await expect(importing.fieldOf('Ref.')).toHaveValue('CPR-nummer');
    await expect(page.getByRole('row', { name: /^Ref\./u })).toContainText('ud fra værdierne');
    await expect(page.getByRole('row', { name: /^Ref\./u })).not.toContainText(/\d{7}/u);
    await expect(page.getByRole('option', { name: 'Koder (skjult i Excel)' })).toBeAttached();
    await expect(importing.readButton()).toBeDisabled();
    await look(page, 'messy-kolonner');

    await importing.mapColumn('Startdato', 'Opmærksom på behov');
    await importing.mapColumn('Sagskategori', 'Udelad');
    await expect(page.getByText('Hvad er 01/02/2025?')).toBeVisible();
    await page.getByRole('radio', { name: '1. februar' }).check();
    await expect(page.getByText('1 kolonne gemmes ikke: Sagskategori.')).toBeVisible();
    await page.getByLabel('Husk valget af kolonner som').fill('Nexus, Børn og Familie');
    await importing.read();
    await importing.isRead(`${messyCases} sager`);
    await expect(page.getByText('54 linjer =')).toBeVisible();

    await importing.openPart('3 afvist');
    await expect(page.getByRole('button', { name: /^Rækken gentager overskrifterne/u })).toBeVisible();
    await importing.openPart('2 tomme');
    await expect(page.getByText('Række 25, 52')).toBeVisible();
    await importing.openPart('45 rækker');
    await importing.openPart(/^Unders\. påb\.: Cellen er ikke en dato/u);
    await expect(page.getByRole('cell', { name: '31-02-2025' })).toBeVisible();
    await look(page, 'messy-kontrol');
    await checkSaved(await importing.saveProblems(info.outputDir));

    await page.getByRole('button', { name: 'Hent et udtræk til' }).click();
    await importing.choose(messy);
    await expect(page.getByText(/^Kolonnerne er genkendt: Nexus, Børn og Familie \(gemt /u)).toBeVisible();
    await expect(importing.fieldOf('Startdato')).toHaveValue('Opmærksom på behov');
    await expect(importing.fieldOf('Sagskategori')).toHaveValue('Udelad');
    await look(page, 'messy-genkendt');
    await importing.read();
    await importing.isRead(`${messyCases} sager`);
    const earlier = page.getByRole('table', { name: 'Tidligere udtræk' });
    await expect(earlier.getByText('Nexus, Børn og Familie')).toBeVisible();
  });
});

/** The saved list, read by another program. */
async function checkSaved(path: string): Promise<void> {
  if (!hasWorkbookReader) {
    return;
  }
  const text = JSON.stringify(readWorkbook(path));
  expect(text).toContain('31-02-2025');
  expect(text).toContain('Unders. påb.');
  expect(text).toContain('Rækken gentager overskrifterne');
  expect(text).not.toMatch(/\b\d{6}-?\d{4}\b/u);
}

test('a large import can be cancelled and leaves nothing; read whole, the window stays responsive', async ({
  page,
}, info) => {
  const importing = await openImporting(page);
  const large = info.outputPath('stor.csv');
  await writeFile(large, largeExport(200_000));
  await importing.choose(large);
  await expect(importing.fieldOf('Sagsnummer')).toHaveValue('Sagsnummer', { timeout: 30_000 });
  await importing.read();
  await expect(page.getByText(/^\d+\s%$/u)).toBeVisible();
  await page.getByRole('button', { name: 'Annuller' }).click();
  await expect(page.getByText(/^Annulleret\. Intet er hentet eller gemt/u)).toBeVisible();
  await expect(importing.readButton()).toBeFocused();
  await expect(page.getByText('Der er ikke hentet udtræk endnu.')).toBeVisible();

  const smaller = info.outputPath('mellem.csv');
  await writeFile(smaller, largeExport(25_000));
  await watchLongTasks(page);
  await importing.choose(smaller);
  await expect(page.getByText('mellem.csv')).toBeVisible();
  await expect(importing.readButton()).toBeEnabled({ timeout: 30_000 });
  const columns = await longestTask(page);
  await importing.read();
  await importing.isRead('25.000 sager');
  const reading = await longestTask(page);
  info.annotations.push({ type: 'longest task', description: `${columns} ms columns, ${reading} ms reading` });
  console.log(
    `longest task of the page: ${columns} ms while the columns appear, ${reading} ms while 25,000 rows are read`,
  );
  await new Program(page).goTo('Overblik');
  await expect(page.getByRole('button', { name: 'Prøv med eksempeldata' })).toHaveCount(0);
});

/** Tasks of more than 50 ms, as the browser itself reports them. */
async function watchLongTasks(page: Page): Promise<void> {
  await page.evaluate(() => {
    const durations: number[] = [];
    Object.assign(globalThis, { durations });
    new PerformanceObserver((list) => durations.push(...list.getEntries().map(({ duration }) => duration))).observe({
      type: 'longtask',
    });
  });
}

/** The longest since the last time it was asked, in whole milliseconds; 0 where none was above 50. */
async function longestTask(page: Page): Promise<number> {
  return page.evaluate(() => {
    const { durations } = globalThis as unknown as { durations: number[] };
    return Math.round(Math.max(0, ...durations.splice(0)));
  });
}
