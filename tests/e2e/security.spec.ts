import type { Page } from '@playwright/test';

import { passphrase, Program } from './pages/program.ts';
import { populationOf } from './support/population-of.ts';
import { expect, test } from './support/start-host.ts';

const secondPassphrase = 'fire helt nye ord her';

test.use({ viewport: { width: 1440, height: 900 }, begins: { draw: { size: 3 } } });

test('nothing lost, nobody let in: the keys, locking, hidden names, a copy put back, a round deleted', async ({
  context,
  host,
}) => {
  const page = await context.newPage();
  await page.clock.install();
  await page.goto(host.link);
  const program = new Program(page);
  await unlock(page, passphrase);
  await program.onPage('Overblik');
  await expect(page.getByText('Der er ingen gendannelsesnøgle')).toBeVisible();

  const recoveryKey = await makeRecoveryKey(page);
  await page.keyboard.press('Control+L');
  await unlockWithKeyOnPaper(page, recoveryKey);
  await program.onPage('Sikkerhed');
  await page.keyboard.press('Control+L');
  await unlock(page, passphrase);
  await expect(page.getByText(/^Adgangskoden passer ikke/u)).toBeVisible();
  await unlock(page, secondPassphrase);
  await program.onPage('Sikkerhed');

  await hideNames(page, program);
  await leaveIt(page);
  await unlock(page, secondPassphrase);
  await expect(page.getByText(/^\d+ af \d+ besvaret$/u)).toBeVisible();
  await putBack(page, program);
  await deleteRound(page, program);
  await checkLog(page);
});

async function unlock(page: Page, word: string): Promise<void> {
  await page.getByRole('textbox', { name: 'Adgangskode', exact: true }).fill(word);
  await page.getByRole('button', { name: 'Lås op', exact: true }).click();
}

async function makeRecoveryKey(page: Page): Promise<string> {
  await page.getByRole('button', { name: 'Lav gendannelsesnøgle' }).click();
  await page.getByRole('button', { name: 'Lav gendannelsesnøgle' }).click();
  await page.getByRole('textbox', { name: 'Adgangskode', exact: true }).fill(passphrase);
  await page.getByRole('button', { name: 'Lav gendannelsesnøgle' }).click();
  const shown = page.getByLabel('Nøglen', { exact: true }).locator('span');
  await expect(shown).toHaveCount(7);
  const groups = await shown.allTextContents();
  const key = groups.join('-');
  await page.getByLabel('Skriv nøglen fra arket').fill(key.toLowerCase().replaceAll('-', ' '));
  await page.getByRole('button', { name: 'Kontrollér' }).click();
  await page.getByRole('button', { name: 'Færdig' }).click();
  await expect(page.getByText(groups[0] ?? '', { exact: true })).toHaveCount(0);
  return key;
}

async function unlockWithKeyOnPaper(page: Page, key: string): Promise<void> {
  await page.getByRole('button', { name: 'Glemt adgangskode?' }).click();
  await page.getByLabel('Gendannelsesnøgle', { exact: true }).fill(key);
  await page.getByLabel('Ny adgangskode', { exact: true }).fill(secondPassphrase);
  await page.getByLabel('Ny adgangskode igen').fill(secondPassphrase);
  await page.getByRole('button', { name: 'Lås op og skift adgangskode' }).click();
}

const people = populationOf();

/** Everybody of the export who stands in the page or in what a screen reader is given. */
async function namedOn(page: Page): Promise<readonly string[]> {
  const all = `${await page.content()}\n${await page.locator('body').ariaSnapshot()}\n${await page.title()}`;
  const named = new Set([...people.children, ...people.caseworkers, ...people.cprNumbers]);
  return [...named].filter((name) => name !== '' && all.includes(name));
}

async function hideNames(page: Page, program: Program): Promise<void> {
  await program.goTo('Gennemgang');
  await expect(page.getByText(/^\d+ af \d+ besvaret$/u)).toBeVisible();
  await page.keyboard.press('v');
  const shown = await namedOn(page);
  expect(shown.length).toBeGreaterThan(1);
  const child = (await page.getByRole('complementary', { name: 'Sagen' }).locator('dd').first().textContent()) ?? '';
  const [firstName = ''] = child.split(/[ ,]/u);
  await page.keyboard.press('n');
  await page.keyboard.type(`${firstName} var med til mødet`);
  await page.keyboard.press('F9');
  await expect(page.getByText(/Barn\s1/u).first()).toBeVisible();
  await expect(page.getByLabel(/^Note/u)).toHaveValue(/^Barn\s1 var med til mødet$/u);
  expect(await namedOn(page)).toEqual([]);
  expect(await page.locator('main').ariaSnapshot()).not.toContain(firstName);
  for (const name of ['Sager', 'Stikprøve', 'Handlinger', 'Rapport', 'Overblik']) {
    await program.goTo(name);
    await program.onPage(name);
    await page.waitForLoadState('networkidle');
    await page.clock.runFor(2_000);
    expect(await namedOn(page), name).toEqual([]);
  }
  await program.goTo('Gennemgang');
  await page.keyboard.press('F9');
  await expect(page.getByText(/^\d+ af \d+ besvaret$/u)).toBeVisible();
  await page.keyboard.press('n');
  await expect(page.getByLabel(/^Note/u)).toHaveValue(`${firstName} var med til mødet`);
}

/** Nobody touches anything: a warning that a key stops, and in the end the lock. */
async function leaveIt(page: Page): Promise<void> {
  await page.clock.fastForward('14:40');
  await expect(page.getByText(/^Arbejdsmappen låses om \d+ sekunder/u)).toBeVisible();
  await page.keyboard.press('j');
  await expect(page.getByText(/^Arbejdsmappen låses om \d+ sekunder/u)).toHaveCount(0);
  await page.clock.fastForward('14:50');
  await expect(page.getByText(/^Arbejdsmappen låses om \d+ sekunder/u)).toBeVisible();
  await page.clock.fastForward('00:30');
  await expect(page.getByRole('heading', { level: 1, name: 'Lås op' })).toBeVisible();
  expect(await namedOn(page)).toEqual([]);
}

/** The copy from before everything, with the passphrase of then; and back again with the one of now. */
async function putBack(page: Page, program: Program): Promise<void> {
  await program.goTo('Sikkerhed');
  await page.getByRole('tab', { name: 'Sikkerhedskopier' }).click();
  await restore(page, 'Før dagens første ændring', passphrase);
  await program.goTo('Overblik');
  await expect(page.getByRole('button', { name: 'Prøv med eksempeldata' })).toBeVisible();
  await program.goTo('Sikkerhed');
  await page.getByRole('tab', { name: 'Sikkerhedskopier' }).click();
  await restore(page, 'Før en gendannelse', secondPassphrase);
  await program.goTo('Overblik');
  await expect(page.getByText(/^0 af 3 sager er gennemgået/u)).toBeVisible();
}

async function restore(page: Page, kind: string, word: string): Promise<void> {
  await page.getByRole('row').filter({ hasText: kind }).last().getByRole('button').click();
  await page.getByRole('button', { name: 'Hvad er forskellen?' }).click();
  await page.getByRole('button', { name: 'Gendan', exact: true }).click();
  await page.getByLabel('Adgangskoden, som den var dengang').fill(word);
  await page.getByLabel('Skriv GENDAN for at bekræfte').fill('GENDAN');
  await page.getByRole('form').getByRole('button', { name: 'Gendan' }).click();
  await expect(page.getByText(/^Kopien er gendannet/u)).toBeVisible();
}

async function deleteRound(page: Page, program: Program): Promise<void> {
  await program.goTo('Sikkerhed');
  await page.getByRole('tab', { name: 'Slet og rens' }).click();
  const label = await page.getByRole('button', { name: /^Slet og rens: /u }).getAttribute('aria-label');
  const name = (label ?? '').replace('Slet og rens: ', '');
  await page.getByRole('button', { name: label ?? '' }).click();
  await expect(page.getByRole('region', { name: 'Det slettes' }).getByText('3 sager i stikprøven')).toBeVisible();
  await page.getByLabel(`Skriv rundens navn: ${name}`).fill(name);
  await page.getByRole('button', { name: 'Slet runden' }).click();
  await expect(page.getByText(`${name} er slettet.`)).toBeVisible();
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: `Gem kvittering for ${name}` }).click();
  expect((await download).suggestedFilename()).toContain('Kvittering for sletning');
}

async function checkLog(page: Page): Promise<void> {
  await page.getByRole('tab', { name: 'Log', exact: true }).click();
  await page.getByRole('button', { name: 'Kontrollér loggen' }).click();
  await expect(page.getByText(/^Loggen er hel: /u)).toBeVisible();
  await expect(page.getByRole('cell', { name: 'Runde slettet' }).first()).toBeVisible();
}
