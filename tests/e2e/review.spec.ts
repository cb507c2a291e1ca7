import type { Page } from '@playwright/test';

import template from '../../resources/checklists/barnets-lov.json' with { type: 'json' };
import { median, ReviewPage } from './pages/review.ts';
import { look } from './support/look.ts';
import { expect, startHost, test, unlock } from './support/start-host.ts';

// The page's policy forbids foreign scripts; axe is one, so these stories run without the policy.
test.use({ bypassCSP: true, viewport: { width: 1440, height: 900 } });

test('by keyboard alone: a whole case, undo, reasons, good practice, the last word before the window is closed', async ({
  context,
}, info) => {
  const workspace = info.outputPath('workspace');
  const host = await startHost({ workspace, begins: { draw: { size: 2 } } });
  const page = await context.newPage();
  await unlock(page, host);
  const review = await openReview(page);
  const keys = await review.answerAll();
  console.log(`${keys.length} items, median ${median(keys)} keys, ${keys.reduce((sum, one) => sum + one, 0)} in all`);
  expect(keys.length).toBeGreaterThan(15);
  expect(median(keys)).toBeLessThan(2);

  await undoAndRedo(page, review);
  await starGoodPractice(page, review);
  await closeAndReopen(page, review);
  await expect(page.getByText(/^0 af \d+ besvaret$/u)).toBeVisible();
  await answerOtherwise(page, review);
  await page.keyboard.press('n');
  await page.keyboard.type('Sidste ord før vinduet lukkes');
  const item = await review.itemId();
  await Promise.all([page.waitForEvent('close'), page.close({ runBeforeUnload: true })]);
  await host.stop();

  const later = await startHost({ workspace });
  const second = await context.newPage();
  await unlock(second, later);
  const reviewLater = await openReview(second);
  await findItem(second, reviewLater, item);
  await expect(second.getByLabel(/^Note/u)).toHaveValue('Sidste ord før vinduet lukkes');
  await later.stop();
});

test.describe('a case that is nearly read', () => {
  const answers = Object.fromEntries(
    template.sections.flatMap(({ items }) => items.map(({ id }) => [id, { value: 'yes' } as const])),
  );
  test.use({ begins: { draw: { size: 1 }, reviews: [{ answers }] } });

  test('by keyboard alone: a critical finding needs its action, warnings are read before closing, a round is locked', async ({
    page,
  }) => {
    const review = await openReview(page);
    await leaveCritical(page, review);
    await closeDespiteWarnings(page, review);
    await lockRound(page);
  });
});

async function openReview(page: Page): Promise<ReviewPage> {
  await page.keyboard.press('Alt+5');
  await expect(page.getByText(/^\d+ af \d+ besvaret$/u)).toBeVisible();
  return new ReviewPage(page);
}

async function undoAndRedo(page: Page, review: ReviewPage): Promise<void> {
  const [all] = await review.progress();
  await page.keyboard.press('0');
  await review.hasAnswered(all - 1);
  await page.keyboard.press('Control+z');
  await review.hasAnswered(all);
  await page.keyboard.press('Control+y');
  await review.hasAnswered(all - 1);
  await page.keyboard.press('Control+Shift+Z');
  await page.keyboard.press('Control+z');
  await review.hasAnswered(all);
}

async function starGoodPractice(page: Page, review: ReviewPage): Promise<void> {
  await page.keyboard.press('g');
  await page.keyboard.type('Barnet valgte selv stedet, 010112-1234');
  await expect(page.getByText(/^I teksten står et CPR-nummer/u)).toBeVisible();
  await look(page, 'gennemgang-god-praksis');
  await page.keyboard.press('Escape');
  await page.keyboard.press('k');
  await expect(page.getByRole('button', { name: /God praksis: Barnet valgte selv stedet/u })).toBeVisible();
  await expect(review.item).toBeFocused();
}

/** Closes the first case, opens it again with a reason, and closes it again. */
async function closeAndReopen(page: Page, review: ReviewPage): Promise<void> {
  const heading = page.getByRole('heading', { level: 1, name: /^Sag/u });
  const title = (await heading.textContent()) ?? '';
  const another = new RegExp(`^Sag (?!${title.replace('Sag ', '')}$)`, 'u');
  await review.close(another);
  await page.keyboard.press('Control+ArrowUp');
  await expect(heading).toHaveText(title);
  await expect(page.getByText(/^Sagen er lukket/u)).toBeVisible();
  await look(page, 'gennemgang-lukket');
  await page.getByLabel('Hvorfor åbnes den igen?').focus();
  await page.keyboard.type('Et bilag er fundet');
  await page.keyboard.press('Enter');
  await expect(page.getByText(/^Sagen er genåbnet/u)).toBeVisible();
  await review.close(another);
}

/** Goes to the first item with a suggestion and answers otherwise; the reason is asked for at once. */
async function answerOtherwise(page: Page, review: ReviewPage): Promise<void> {
  for (let tries = 0; tries < 45 && !(await review.suggests()); tries += 1) {
    await page.keyboard.press('j');
  }
  await page.keyboard.press('5');
  await expect(page.getByRole('group', { name: /^Hvorfor ikke/u })).toBeVisible();
  await look(page, 'gennemgang-hvorfor');
  await page.keyboard.press('6');
  await expect(page.getByText('1 dato i registret er forkert')).toBeVisible();
  await page.keyboard.press('l');
  await page.keyboard.type('Stemplet er sat dagen efter');
  await page.keyboard.press('Escape');
}

/** From the first unanswered item down to the one that was left. */
async function findItem(page: Page, review: ReviewPage, id: string): Promise<void> {
  for (let tries = 0; tries < 45 && (await review.itemId()) !== id; tries += 1) {
    await page.keyboard.press('j');
  }
}

/** Answers a critical item no and leaves its action: closing refuses, leads there, and the action is written. */
async function leaveCritical(page: Page, review: ReviewPage): Promise<void> {
  const critical = review.item.getByText('Kritisk', { exact: true }).first();
  for (let tries = 0; tries < 45; tries += 1) {
    if ((await critical.isVisible()) && !(await review.hasAnswer(/^Nej/u))) break;
    await page.keyboard.press('k');
  }
  const id = await review.itemId();
  await page.keyboard.press('3');
  await expect(review.item.getByRole('button', { name: /^Nej/u, pressed: true })).toBeVisible();
  if (await page.getByRole('group', { name: /^Hvorfor ikke/u }).isVisible()) await page.keyboard.press('8');
  await expect(page.getByLabel(/^Ansvarlig/u)).toBeFocused();
  await look(page, 'gennemgang-kritisk');
  await page.keyboard.press('Escape');
  await page.keyboard.press('k');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText('Et kritisk fund mangler en handling med ansvarlig og frist')).toBeVisible();
  expect(await review.itemId()).toBe(id);
  await look(page, 'gennemgang-handling-mangler');
  await review.writeAction('Teamleder', '1-12-2026');
}

async function closeDespiteWarnings(page: Page, review: ReviewPage): Promise<void> {
  await page.keyboard.press('5');
  await page.keyboard.press('b');
  await page.keyboard.type('Notat 3-9-2025');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText(/bør ses efter, før sagen lukkes$/u)).toBeVisible();
  await look(page, 'gennemgang-advarsel');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText(/^Sagen er lukket/u)).toBeVisible();
  await expect(review.item).toBeVisible();
}

async function lockRound(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Lås runden' }).press('Enter');
  await page.getByRole('button', { name: 'Lås', exact: true }).press('Enter');
  await expect(page.getByText('Runden er låst.')).toBeVisible();
  await look(page, 'gennemgang-laast');
}
