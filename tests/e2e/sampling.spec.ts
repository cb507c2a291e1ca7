import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';

import type { Page } from '@playwright/test';

import { exportsFolder, Program } from './pages/program.ts';
import { SamplingPage } from './pages/sampling.ts';
import { look } from './support/look.ts';
import { expect, test } from './support/start-host.ts';

const pictures = resolve(import.meta.dirname, '../../test-results/pictures');
const exportPath = join(exportsFolder, 'sager-win1252.csv');

// The page's policy forbids foreign scripts; axe is one, so this story runs without the policy.
test.use({ bypassCSP: true, viewport: { width: 1440, height: 900 }, begins: { population: 'export' } });

test('plan, draw, replace, enlarge, print the sheet, and verify: the same, and what differs', async ({
  page,
}, info) => {
  await mkdir(pictures, { recursive: true });
  const program = new Program(page);
  await program.goTo('Stikprøve');
  const sampling = new SamplingPage(page);
  await sampling.plan(10, 'fordelt efter antal sager');
  await expect(page.getByRole('button', { name: 'Træk 10 sager' })).toBeVisible();
  await expect(page.getByText(/^mellem \d+ og \d+$/u).first()).toBeVisible();
  await sampling.draw(10, '20260115-4711');
  const first = await sampling.drawnCases();
  expect(new Set(first).size).toBe(10);

  const replaced = first[0]!;
  await page.getByRole('button', { name: 'Erstat en sag' }).click();
  await page.getByLabel('Sag, der ikke kan gennemgås').selectOption(replaced);
  await page.getByLabel('Grund', { exact: true }).selectOption({ label: 'Sagen kan ikke åbnes' });
  await look(page, 'stikproeve-erstat');
  await page.getByRole('button', { name: 'Erstat med næste' }).click();
  await expect(page.getByText(/^Erstattet af .*: Sagen kan ikke åbnes$/u)).toBeVisible();
  expect(await sampling.drawnCases()).not.toContain(replaced);

  await page.getByRole('button', { name: 'Udvid stikprøven' }).click();
  await page.getByLabel('Nyt antal sager').fill('16');
  await page.getByLabel('Grund (står i kontrolarket)').fill('For få til at sige noget');
  await look(page, 'stikproeve-udvid');
  await page.getByRole('button', { name: 'Træk 6 sager til' }).click();
  await expect(page.getByText(/^Udvidet .* med 6 sager/u)).toBeVisible();
  const larger = await sampling.drawnCases();
  expect(larger).toHaveLength(16);
  expect(larger).toEqual(expect.arrayContaining(first.slice(1)));
  await look(page, 'stikproeve-trukket');

  await expectOnePage(page, larger);
  const record = await save(page, 'Gem lodtrækningen', info.outputDir);
  const sheet = await save(page, 'Gem kontrolark', info.outputDir);
  expect((await readFile(sheet)).subarray(0, 2).toString()).toBe('PK');

  await page.getByRole('tab', { name: 'Årsplan' }).click();
  await expect(
    page
      .getByRole('table', { name: /^Årsplan/u })
      .or(page.getByRole('table'))
      .first(),
  ).toBeVisible();
  await look(page, 'stikproeve-aarsplan');

  await page.getByRole('tab', { name: 'Kontrollér' }).click();
  await look(page, 'stikproeve-kontrol');
  await page.locator('input[type=file]').setInputFiles(record);
  await expect(page.getByText(/^17 sager, trukket .*, metode LT1, trækning nr. 1$/u)).toBeVisible();
  await chooseExport(page, exportPath);
  await page.getByRole('button', { name: 'Kontrollér', exact: true }).click();
  await expect(page.getByText('Samme udtræk', { exact: true })).toBeVisible({ timeout: 30_000 });
  await look(page, 'stikproeve-samme');

  const text = new TextDecoder('windows-1252').decode(await readFile(exportPath));
  const lines = text.split('\r\n').filter((line) => !line.includes(larger[3]!));
  const other = info.outputPath('andet-udtraek.csv');
  await writeFile(other, lines.join('\r\n'));
  await chooseExport(page, other);
  await page.getByRole('button', { name: 'Kontrollér', exact: true }).click();
  await expect(page.getByText('Ikke samme udtræk', { exact: true })).toBeVisible({ timeout: 30_000 });
  await expect(page.getByText('Sagslisten er en anden: 420 sager i kontrolarket, 419 nu.')).toBeVisible();
  await expect(page.getByText(`Sag ${larger[3]} står i kontrolarket, men trækkes ikke.`)).toBeVisible();
  await look(page, 'stikproeve-forskelle');
});

/** The sheet prints on one A4 page and holds seed, fingerprint and every case. */
async function expectOnePage(page: Page, cases: readonly string[]): Promise<void> {
  await page.getByRole('button', { name: 'Vis kontrolark' }).click();
  const paper = page.getByRole('article');
  await expect(paper).toContainText('20260115-4711');
  await expect(paper).toContainText(/[0-9a-f]{64}/u);
  for (const caseId of cases) {
    await expect(paper).toContainText(caseId);
  }
  await look(page, 'stikproeve-kontrolark');
  const pdf = await page.pdf({ preferCSSPageSize: true });
  await writeFile(resolve(pictures, 'stikproeve-kontrolark.pdf'), pdf);
  expect(pdf.toString('latin1').match(/\/Type\s*\/Page[^s]/gu)).toHaveLength(1);
  await page.getByRole('button', { name: 'Tilbage til trækningen' }).click();
}

async function save(page: Page, button: string, folder: string): Promise<string> {
  const download = page.waitForEvent('download', { timeout: 30_000 });
  await page.getByRole('button', { name: button }).click();
  const path = join(folder, (await download).suggestedFilename());
  await (await download).saveAs(path);
  return path;
}

async function chooseExport(page: Page, path: string): Promise<void> {
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: /^Vælg (?:udtrækket|et andet udtræk)$/u }).click();
  await (await chooser).setFiles(path);
  await expect(page.getByText(basename(path), { exact: true })).toBeVisible();
}
