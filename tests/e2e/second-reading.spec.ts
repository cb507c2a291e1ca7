import type { Locator, Page } from '@playwright/test';

import { ReviewPage } from './pages/review.ts';
import { look } from './support/look.ts';
import { expect, test } from './support/start-host.ts';

// The page's policy forbids foreign scripts; axe is one, so these stories run without the policy.
test.use({ bypassCSP: true, viewport: { width: 1440, height: 900 } });
// Five cases drawn for the short checklist of reports.
test.use({ begins: { draw: { size: 5 }, template: 'underretninger' } });

const firstReader = 'Mette Holm';
const secondReader = 'Bo Anden';

test('two readers by keyboard, blind; the answers stand side by side only when both are closed', async ({ page }) => {
  await page.keyboard.press('Alt+5');
  await expect(page.getByText(/^\d+ af \d+ besvaret$/u)).toBeVisible();
  const review = new ReviewPage(page);

  await pressOn(page.getByRole('button', { name: 'Andenlæsning', exact: true }));
  await onPage(page, 'Andenlæsning');
  await look(page, 'andenlaesning-foer');
  await expect(page.getByLabel('Andel')).toHaveValue('5');
  await expect(page.getByLabel('Andel').getByRole('option', { selected: true })).toHaveText('Hver femte sag: 1 af 5');
  await pressOn(page.getByRole('button', { name: 'Træk 1 sag', exact: true }));
  await expect(page.getByText('1 af 5 sager er trukket').first()).toBeVisible();
  const caseId = await page.getByRole('rowheader').first().innerText();

  const begin = page.getByRole('button', { name: `Begynd sag ${caseId}` });
  await pressOn(begin);
  await expect(page.getByText('Skriv dit navn først')).toBeVisible();
  await page.keyboard.type(' mette  holm');
  await pressOn(begin);
  await expect(page.getByText('Andenlæseren skal være en anden end den, der læste sagen først')).toBeVisible();
  await look(page, 'andenlaesning-samme-laeser');
  await page.getByLabel('Hvem læser nu?').focus();
  await page.keyboard.press('Control+a');
  await page.keyboard.type(secondReader);
  await pressOn(begin);
  await onPage(page, `Sag ${caseId}, andenlæsning`);
  await expect(page.getByText(`Læses af ${secondReader}. Den første læsning vises ikke.`)).toBeVisible();

  await page.keyboard.press('3');
  await review.hasAnswered(1);
  await expect(page.getByRole('button', { name: /^Opret handling/u })).toHaveCount(0);
  await page.keyboard.press('n');
  await page.keyboard.type('Andenlæserens note');
  await page.keyboard.press('Escape');
  await look(page, 'andenlaesning-blind');
  await page.keyboard.press('j');
  await review.answerAll();
  await closeLast(page);
  await pressOn(page.getByRole('button', { name: 'Tilbage til andenlæsning' }));
  await expect(page.getByText(`lukket, ${secondReader}`)).toBeVisible();
  await expect(page.getByText('Vises, når begge er lukket')).toBeVisible();
  await expect(page.getByRole('button', { name: `Sammenlign sag ${caseId}` })).toHaveCount(0);
  await expect(page.getByText('Når en sag er lukket af begge, står enigheden her.')).toBeVisible();
  await look(page, 'andenlaesning-halvt');

  await pressOn(page.getByRole('button', { name: 'Til gennemgangen' }));
  await openCase(page, caseId);
  await review.hasAnswered(0);
  await review.item.focus();
  await expect(review.item).toBeFocused();
  await expect(page.getByText('Andenlæserens note')).toHaveCount(0);
  await review.answerAll();
  await review.close(new RegExp(`^Sag (?!${caseId})`, 'u'));

  await pressOn(page.getByRole('button', { name: 'Andenlæsning', exact: true }));
  await expect(page.getByText(/^enige i \d+ af \d+ \(\d+ %; \d+–\d+ %\)$/u).first()).toBeVisible();
  await page.getByText('Kappa og hvad tallene betyder').focus();
  await page.keyboard.press('Enter');
  await expect(page.getByText('κ kan ikke beregnes').first()).toBeVisible();
  await expect(page.getByText(/^Kappa \(Cohen\) bryder sammen/u)).toBeVisible();
  await look(page, 'andenlaesning-enighed');
  await pressOn(page.getByRole('button', { name: `Sammenlign sag ${caseId}` }));
  await onPage(page, `Sag ${caseId}, to læsninger`);
  const differ = page.getByRole('region', { name: 'Her er I uenige', exact: true });
  await expect(differ.getByRole('columnheader')).toHaveText(['Spørgsmål', firstReader, secondReader]);
  await expect(differ.getByText('Andenlæserens note')).toBeVisible();
  await look(page, 'andenlaesning-sammenlign');
});

test.describe('without a round', () => {
  test.use({ begins: { population: 'none' } });

  test('the practice case: two leaders answer alone, and then see where they differ', async ({ page }) => {
    await page.keyboard.press('Alt+5');
    await pressOn(page.getByRole('button', { name: 'Øvesag' }));
    await look(page, 'oevesag-begynd');

    await answerPractice(page, 'Åse', '1', 'oevesag-svar');
    await expect(page.getByText(/^Du er den første, der er færdig/u)).toBeVisible();
    await look(page, 'oevesag-alene');
    await pressOn(page.getByRole('button', { name: 'Skift læser' }));
    await expect(page.getByText('færdig', { exact: true })).toBeVisible();
    await answerPractice(page, 'Bo', '5');
    await expect(page.getByText(/^I er enige i 0 af 13 \(0 %; 0–25 %\)/u)).toBeVisible();
    await expect(page.getByRole('article', { name: /^Er barnet oplyst om retten/u })).toContainText('Åse');
    await look(page, 'oevesag-resultat');
  });
});

/** A reader begins, answers every item with one key, and is done. */
async function answerPractice(page: Page, reader: string, key: string, picture?: string): Promise<void> {
  await page.getByRole('textbox', { name: 'Hvem svarer?' }).focus();
  await page.keyboard.type(reader);
  await page.keyboard.press('Enter');
  await expect(page.getByText('0 af 13 besvaret')).toBeVisible();
  for (let answered = 1; answered <= 13; answered += 1) {
    await page.keyboard.press(key);
    await expect(page.getByText(`${answered} af 13 besvaret`)).toBeVisible();
    if (answered === 3 && picture !== undefined) await look(page, picture);
  }
  await pressOn(page.getByRole('button', { name: /^Jeg er færdig/u }));
}

const onPage = (page: Page, name: string): Promise<void> =>
  expect(page.getByRole('heading', { level: 1, name, exact: true })).toBeVisible();

/** Moves the focus to a button and presses it with the keyboard. */
async function pressOn(button: Locator): Promise<void> {
  await button.focus();
  await button.press('Enter');
}

/** To a case in the list of the round's cases, with the keyboard. */
async function openCase(page: Page, caseId: string): Promise<void> {
  const queue = page.getByRole('navigation', { name: 'Vælg sag' });
  await pressOn(queue.getByRole('button', { name: new RegExp(`^${caseId}`, 'u') }));
  await onPage(page, `Sag ${caseId}`);
}

/** Closes the only case of the second reading, in spite of warnings; it then says that it is closed. */
async function closeLast(page: Page): Promise<void> {
  const despite = page.getByRole('button', { name: /^Luk alligevel/u });
  const closed = page.getByText(/^Sagen er lukket/u);
  await page.keyboard.press('Control+Enter');
  await expect(despite.or(closed)).toBeVisible();
  if (await despite.isVisible()) await page.keyboard.press('Control+Enter');
  await expect(closed).toBeVisible();
}
