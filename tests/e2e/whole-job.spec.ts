import { join } from 'node:path';

import { hasWorkbookReader, readWorkbook } from '../support/read-workbook.ts';
import { ImportingPage } from './pages/importing.ts';
import { exportsFolder, Program } from './pages/program.ts';
import { ReportPage } from './pages/report.ts';
import { median, ReviewPage } from './pages/review.ts';
import { SamplingPage } from './pages/sampling.ts';
import { namedIn, populationOf } from './support/population-of.ts';
import { expect, test } from './support/start-host.ts';

test('from an export to the two reports: import, draw 30, answer a whole case by keyboard, write, open again', async ({
  page,
}, info) => {
  test.setTimeout(180_000);
  const program = new Program(page);
  await program.create();

  await program.goTo('Udtræk');
  const importing = new ImportingPage(page);
  await importing.choose(join(exportsFolder, 'sager-win1252.csv'));
  await expect(importing.fieldOf('Opmærksomhedsdato')).toHaveValue(/opmærksom/iu);
  await importing.read();
  await importing.isRead('420 sager');
  await expect(page.getByText('437 linjer =')).toBeVisible();

  await program.goTo('Stikprøve');
  const sampling = new SamplingPage(page);
  await sampling.plan(30, 'fordelt efter antal sager');
  await sampling.draw(30, '20260115-4711');
  const drawn = await sampling.drawnCases();
  expect(new Set(drawn).size).toBe(30);

  await page.getByRole('button', { name: 'Gå til gennemgang' }).click();
  await program.onPage(`Sag ${drawn[0]}`);
  await expect(page.getByText(/^0 af \d+ besvaret$/u)).toBeVisible();
  const keys = await new ReviewPage(page).answerAll();
  expect(keys.length).toBeGreaterThan(15);
  expect(median(keys)).toBeLessThan(2);
  await expect(page.getByText(/^Gemt \d\d\.\d\d$/u)).toBeVisible();
  await new ReviewPage(page).close(`Sag ${drawn[1]}`);
  await expect(page.getByText('1 lukket, 0 i gang, 29 tilbage')).toBeVisible();

  await program.goTo('Rapport');
  const report = new ReportPage(page);
  await expect(page.getByText('1 af 30 sager er lukket.')).toBeVisible();
  const administrative = await report.save('Til ledelsen', info.outputDir);
  const political = await report.save('Til udvalget', info.outputDir);

  test.skip(!hasWorkbookReader, 'the written reports were not opened again: python3-openpyxl is not installed');
  const book = readWorkbook(administrative);
  const overview = book['Overblik'] ?? [];
  const talk = overview.find((row) => row.some((cell) => String(cell).startsWith('Er barnets holdning')));
  expect(talk).toBeDefined();
  expect(JSON.stringify(book)).toContain('20260115-4711');
  expect(JSON.stringify(book)).toContain(drawn[0]);
  expect(namedIn(JSON.stringify(readWorkbook(political)), populationOf())).toEqual([]);
});
