import type { Locator, Page } from '@playwright/test';

import { createExampleExport } from '../../electron/core/example/example-export.ts';
import type { LocalDate } from '../../shared/domain/calendar/local-date.ts';
import { hasWorkbookReader, readWorkbook } from '../support/read-workbook.ts';
import { ImportingPage } from './pages/importing.ts';
import { Program } from './pages/program.ts';
import { look } from './support/look.ts';
import { expect, test } from './support/start-host.ts';

const rule = 'Undersøgelse afsluttet inden for 4 måneder';

test.use({ bypassCSP: true, viewport: { width: 1440, height: 900 }, begins: { population: 'none' } });

test('the dates of all cases are checked, a broken requirement is opened, and the workbook says the same', async ({
  page,
}, info) => {
  await new Program(page).useExample();
  const line = page.getByRole('row', { name: new RegExp(`^${rule}`, 'u') });
  await expect(line).toBeVisible({ timeout: 30_000 });
  const counts = await numbersOf(line);
  expect(counts.reduce((sum, count) => sum + count, 0)).toBe(2_000);

  const [, broken = 0] = counts;
  await line.getByRole('button', { name: /ikke overholdt$/u }).click();
  await expect(page.getByText(`Kun: ${rule}, ikke overholdt`)).toBeVisible();
  await expect(page.getByText(`${broken} af 2.000 sager`)).toBeVisible();
  const days = await daysInSight(page);
  expect(days.length).toBeGreaterThan(5);
  expect(days).toEqual(days.toSorted((a, b) => b - a));
  await look(page, 'datokontrol-brudt');
  await page.getByRole('button', { name: 'Dage over' }).click();
  await expect.poll(async () => (await daysInSight(page))[0]).toBeLessThan(days[0] ?? 0);

  const download = page.waitForEvent('download', { timeout: 60_000 });
  await page.getByRole('button', { name: 'Gem som Excel' }).click();
  const path = info.outputPath((await download).suggestedFilename());
  await (await download).saveAs(path);
  expect(path).toMatch(/Datokontrol-\d{4}-\d{2}-\d{2}\.xlsx$/u);
  if (hasWorkbookReader) {
    checkWorkbook(path, counts, days);
  }
});

/** The saved check, read by another program. */
function checkWorkbook(path: string, counts: readonly number[], days: readonly number[]): void {
  const book = readWorkbook(path);
  const line = book['Datokontrol']?.find(([id]) => id === 'R07');
  expect(line?.slice(2, 7)).toEqual(counts);
  const cases = book['Sager']?.filter(([, , id, , verdict]) => id === 'R07' && verdict === 'Ikke overholdt') ?? [];
  expect(cases).toHaveLength(counts[1] ?? 0);
  const over = cases.map((each) => Number(each[5])).toSorted((a, b) => b - a);
  expect(over.slice(0, days.length)).toEqual(days);
  expect(JSON.stringify(book)).not.toMatch(/\b\d{6}-?\d{4}\b/u);
}

test("next month's export says what is new, gone and changed, and each opens the cases", async ({ page }) => {
  const program = new Program(page);
  await program.goTo('Udtræk');
  const importing = new ImportingPage(page);
  const october = exportLines();
  await importing.choose(asFile('oktober.csv', october));
  await importing.read();
  await importing.isRead('120 sager');
  const since = page.getByRole('region', { name: 'Siden sidste liste' });
  await expect(since).toHaveCount(0);

  await page.getByRole('button', { name: 'Hent et udtræk til' }).click();
  await importing.choose(asFile('november.csv', nextMonth(october)));
  await importing.read();
  await importing.isRead('119 sager');
  await expect(since).toContainText('Siden sidste liste (oktober.csv');
  await expect(since).toContainText('Ændret i: team (4)');
  await since.getByRole('button', { name: '3 væk' }).click();
  await expect(
    since.getByText(
      october
        .slice(firstCase, firstCase + 3)
        .map(idOf)
        .join(', '),
    ),
  ).toBeVisible();
  await look(page, 'siden-sidst');
  await since.getByRole('button', { name: '2 nye' }).click();
  await program.onPage('Sager');
  await expect(page.getByText('2 af 119 sager')).toBeVisible();
  await expect(page.getByRole('button', { name: 'NY-1' })).toBeVisible();
  await page.getByRole('button', { name: '4 ændrede' }).click();
  await expect(page.getByText('4 af 119 sager')).toBeVisible();
  await expect(page.getByRole('table', { name: 'Sagslisten' }).getByText('Team Månen')).toHaveCount(4);
});

const firstCase = 4;

/** Four lines before the cases: title, day of printing, nothing, and the columns' names. */
function exportLines(): readonly string[] {
  const text = new TextDecoder().decode(createExampleExport('2026-10-31' as LocalDate, 120));
  return text.split('\r\n').filter((line, index) => index < firstCase || line !== '');
}

/** Three cases are gone, four have another team, and two are new. */
function nextMonth(lines: readonly string[]): readonly string[] {
  const team = lines[firstCase - 1]?.split(';').indexOf('Team') ?? -1;
  const [heads, cases] = [lines.slice(0, firstCase), lines.slice(firstCase + 3)];
  const moved = cases.map((line, index) => (index < 4 ? withCell(line, team, 'Team Månen') : line));
  const added = [1, 2].map((number) => withCell(cases.at(-number) ?? '', 0, `NY-${number}`));
  return [...heads, ...moved, ...added];
}

function withCell(line: string, at: number, text: string): string {
  return line.split(';').with(at, text).join(';');
}

function idOf(line: string): string {
  return line.split(';')[0] ?? '';
}

function asFile(name: string, lines: readonly string[]) {
  return { name, mimeType: 'text/csv', buffer: Buffer.from(lines.join('\r\n')) };
}

/** The five counts of a requirement, as the table shows them. */
async function numbersOf(line: Locator): Promise<readonly number[]> {
  const texts = await line.getByRole('cell').allTextContents();
  return texts.slice(0, 5).map((text) => Number(text.replaceAll('.', '')));
}

/** The last column of the list's lines in sight. */
async function daysInSight(page: Page): Promise<readonly number[]> {
  const cells = page.getByRole('table', { name: 'Sagslisten' }).locator('tbody td:last-child');
  return (await cells.allTextContents()).filter((text) => text !== '').map((text) => Number(text.replaceAll('.', '')));
}
