import { execFileSync } from 'node:child_process';
import { readFile } from 'node:fs/promises';

import type { Page } from '@playwright/test';

import { openpyxlMissing, partsOf, type ReadBook, readBack } from '../core/report/read-back.ts';
import { Program } from './pages/program.ts';
import { plain, ReportPage } from './pages/report.ts';
import { finishedRound } from './support/finished-round.ts';
import { namedIn, populationOf } from './support/population-of.ts';
import { expect, test } from './support/start-host.ts';

const population = populationOf();

test.use({ begins: finishedRound() });

/** The program on a round that is read, open at Rapport. */
async function openReport(page: Page): Promise<ReportPage> {
  await new Program(page).goTo('Rapport');
  await expect(page.getByRole('article')).toBeVisible();
  return new ReportPage(page);
}

test('all reports are written and opened again: the figures are those of the preview, the committee meets nobody', async ({
  page,
}, info) => {
  const report = await openReport(page);
  const political = await report.save('Til udvalget', info.outputDir);
  const politicalRows = await report.shownRows();
  const pdf = await report.save('Til udvalget', info.outputDir, 'PDF');
  const word = await report.save('Til udvalget', info.outputDir, 'Word');
  const year = await report.save('Året til udvalget', info.outputDir);
  const yearRows = await report.shownRows();
  const administrative = await report.save('Til ledelsen', info.outputDir);
  const administrativeRows = await shownSheets(report);
  const casework = await report.save('Til samtalen med rådgiveren', info.outputDir);
  await report.choose('Til lederen');
  await page.getByRole('combobox', { name: 'Team' }).selectOption('Team Nord');
  const leader = await report.save('Til lederen', info.outputDir);
  expect(leader).toContain('lederrapport-team-nord-');

  const words = await textOfWord(word);
  const printed = textOfPdf(pdf);
  for (const text of [words, printed]) {
    expect(namedIn(text, population)).toEqual([]);
    expect(text).toContain('Ledelsestilsyn');
  }
  const missing = openpyxlMissing();
  test.skip(missing !== null, `the workbooks were not opened again: ${missing}`);

  for (const [path, rows] of [
    [political, politicalRows],
    [year, yearRows],
  ] as const) {
    const book = await readAgain(path);
    expect(namedIn(JSON.stringify(book), population)).toEqual([]);
    expectSameRows(book.sheets[0]!, rows);
  }
  const figures = [...politicalRows.values()].flat().filter((text) => /^\d+ af \d+$/u.test(text));
  expect(figures.length).toBeGreaterThan(2);
  for (const figure of figures) expect(printed).toContain(figure);

  const whole = await readAgain(administrative);
  expect(whole.sheets.map(({ name }) => name)).toEqual([...administrativeRows.keys()]);
  for (const sheet of whole.sheets) expectSameRows(sheet, administrativeRows.get(sheet.name)!);
  expect(namedIn(JSON.stringify(whole), { ...population, caseIds: [] })).toEqual([]);

  const closed = await readAgain(casework);
  expect(closed.sheets.length).toBeGreaterThanOrEqual(24);

  const own = JSON.stringify(await readAgain(leader));
  const named = population.caseIds.filter((id) => own.includes(id));
  expect(named.length).toBeGreaterThan(1);
  expect(named.filter((id) => population.teams[population.caseIds.indexOf(id)] !== 'Team Nord')).toEqual([]);
});

test('a name in the words stops the committee report and says where; without it the report is written', async ({
  page,
}, info) => {
  const report = await openReport(page);
  const [named = ''] = population.caseworkers;
  await page.getByLabel('Hovedbudskab').fill(`Det går godt, også hos ${named}.`);
  await page.getByRole('button', { name: 'Gem teksten' }).click();
  const chosen = page.getByRole('region', { name: 'Til udvalget', exact: true });
  await expect(chosen.getByText('Rapporten kan ikke gemmes endnu.')).toBeVisible();
  await expect(chosen).toContainText(named);
  await expect(page.getByLabel('Hovedbudskab')).toHaveAttribute('aria-invalid', 'true');
  for (const format of ['Excel', 'PDF', 'Word']) {
    const button = chosen.getByRole('button', { name: `Gem som ${format}` });
    await expect(button).toHaveAttribute('aria-disabled', 'true');
    await expect(button).toHaveAccessibleDescription(/^Rapporten kan ikke gemmes endnu/u);
  }
  await chosen
    .getByRole('button', { name: /^Vis .*, række \d+$/u })
    .first()
    .press('Enter');
  const row = page.getByRole('article').locator('tr[data-found]').first();
  await expect(row).toBeFocused();
  await expect(row).toContainText(`Må ikke stå her: ${named}`);

  await page.getByRole('button', { name: 'Brug forslaget igen' }).press('Enter');
  await expect(chosen.getByText('Rapporten kan ikke gemmes endnu.')).toBeHidden();
  await report.save('Til udvalget', info.outputDir);
});

test.describe('a smaller round', () => {
  test.use({ begins: finishedRound({ drawn: 12, closed: 9 }) });

  test('by keyboard another report is chosen and saved; a larger smallest group hides more, on the page and in the file', async ({
    page,
  }, info) => {
    const report = await openReport(page);
    await saveByKeyboard(page);
    await report.choose('Til udvalget');
    const areas = page.getByRole('article').getByText(/^\d+ af 9$/u);
    await report.setThreshold(3);
    await expect(areas).not.toHaveCount(0);
    await report.setThreshold(10);
    await expect(areas).toHaveCount(0);
    const path = await report.save('Til udvalget', info.outputDir);
    await page.reload();
    const program = new Program(page);
    await program.onPage('Overblik');
    await program.goTo('Rapport');
    await expect(page.getByRole('radio', { name: '10 sager' })).toBeChecked();
    const missing = openpyxlMissing();
    test.skip(missing !== null, `the workbook was not opened again: ${missing}`);
    const [sheet] = (await readAgain(path)).sheets;
    expect(sheet!.shown.flat().filter((value) => /^\d+ af 9$/u.test(String(value)))).toEqual([]);
  });
});

/** The arrows choose the reader and keep the focus there; the next stop saves. */
async function saveByKeyboard(page: Page): Promise<void> {
  await page.getByRole('radio', { name: 'Til udvalget', exact: true }).focus();
  await page.keyboard.press('ArrowDown');
  const reader = page.getByRole('radio', { name: 'Året til udvalget' });
  await expect(reader).toBeChecked();
  await expect(reader).toBeFocused();
  await expect(page.getByRole('article')).toBeVisible();
  await page.keyboard.press('Tab');
  const button = page.getByRole('button', { name: 'Gem som Excel' });
  await expect(button).toBeFocused();
  const download = page.waitForEvent('download', { timeout: 60_000 });
  await page.keyboard.press('Enter');
  expect((await download).suggestedFilename()).toMatch(/^aarsrapport-.*\.xlsx$/u);
  await expect(page.getByText(/^Gemt: aarsrapport-/u)).toBeVisible();
  await expect(button).toBeFocused();
}

/** Every sheet of the preview, in turn. */
async function shownSheets(report: ReportPage): Promise<ReadonlyMap<string, ReadonlyMap<number, readonly string[]>>> {
  const list = report.page.getByRole('combobox', { name: 'Ark' });
  const names = await list.locator('option').evaluateAll((all) => all.map((one) => one.getAttribute('value') ?? ''));
  const sheets = new Map<string, ReadonlyMap<number, readonly string[]>>();
  for (const name of names) {
    await list.selectOption(name);
    await expect(report.page.getByRole('region', { name: `Arket ${name}`, exact: true })).toBeVisible();
    sheets.set(name, await report.shownRows());
  }
  return sheets;
}

/** What the page shows of a sheet is what the file holds: same rows, same words, same figures. */
function expectSameRows(
  { name, shown, formats }: ReadBook['sheets'][number],
  rows: ReadonlyMap<number, readonly string[]>,
): void {
  for (const [number, cells] of rows) {
    const inFile = (shown[number - 1] ?? []).flatMap((value, column) =>
      value === null || value === '' ? [] : [asShown(value, formats[number - 1]?.[column] ?? '')],
    );
    expect(inFile, `${name}, row ${number}`).toEqual(cells);
  }
}

/** As a Danish Excel shows it. */
function asShown(value: string | number | boolean, format: string): string {
  if (typeof value === 'number') {
    if (format.includes('%')) return `${Math.round(value * 100)} %`;
    return plain(value.toLocaleString('da-DK', { maximumFractionDigits: 3 }));
  }
  const date = /^(\d{4})-(\d{2})-(\d{2})T00:00:00$/u.exec(String(value));
  return date === null ? plain(String(value)) : `${date[3]}-${date[2]}-${date[1]}`;
}

async function readAgain(path: string): Promise<ReadBook> {
  return readBack(new Uint8Array(await readFile(path)));
}

async function textOfWord(path: string): Promise<string> {
  const parts = partsOf(new Uint8Array(await readFile(path)));
  return Object.values(parts)
    .join(' ')
    .replaceAll(/<[^>]*>/gu, ' ');
}

function textOfPdf(path: string): string {
  return plain(execFileSync('pdftotext', ['-layout', path, '-'], { encoding: 'utf8' }));
}
