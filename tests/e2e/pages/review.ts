import { expect, type Locator, type Page } from '@playwright/test';

/** Gennemgang by keyboard alone. */
export class ReviewPage {
  readonly page: Page;
  /** The item in focus. */
  readonly item: Locator;

  constructor(page: Page) {
    this.page = page;
    this.item = page.locator('[data-item]');
  }

  /** How many items are answered, of how many that are asked in the case. */
  async progress(): Promise<readonly [answered: number, asked: number]> {
    const text = await this.page.getByText(/^\d+ af \d+ besvaret$/u).textContent();
    const [answered = 0, asked = 0] = (text ?? '').match(/\d+/gu)?.map(Number) ?? [];
    return [answered, asked];
  }

  async hasAnswered(answered: number): Promise<void> {
    await expect(this.page.getByText(new RegExp(`^${answered} af \\d+ besvaret$`, 'u'))).toBeVisible();
  }

  async itemId(): Promise<string> {
    return (await this.item.getAttribute('data-item')) ?? '';
  }

  suggests(): Promise<boolean> {
    return this.item.getByRole('button', { name: /^Brug/u }).isVisible();
  }

  /** Whether the item in focus is answered, or is answered with this. */
  hasAnswer(answer: RegExp = /./u): Promise<boolean> {
    const answers = this.item.getByRole('group', { name: 'Svar', exact: true });
    return answers.getByRole('button', { name: answer, pressed: true }).isVisible();
  }

  /** Writes the owner and the date of the action that is open, and saves it; the field of the owner has the focus. */
  async writeAction(owner: string, due: string): Promise<void> {
    await expect(this.page.getByLabel(/^Ansvarlig/u)).toBeFocused();
    await this.page.keyboard.type(owner);
    await this.page.keyboard.press('Tab');
    await this.page.keyboard.type(due);
    await this.page.keyboard.press('Enter');
    await expect(this.item.getByText(owner, { exact: true })).toBeVisible();
  }

  /**
   * Answers every item from here on that is asked, as a leader would: the suggestion where there is one, else mostly yes. Resolves
   * with the keys that each item took; what is written in words is left out.
   */
  async answerAll(): Promise<readonly number[]> {
    const keys: number[] = [];
    for (let [answered, asked] = await this.progress(); answered < asked; [answered, asked] = await this.progress()) {
      const [here, isAnswered, suggests] = await Promise.all([this.itemId(), this.hasAnswer(), this.suggests()]);
      if (isAnswered) await this.page.keyboard.press('j');
      else keys.push(await this.answerOne(here, suggests, answered));
    }
    return keys;
  }

  /** Closes the case, in spite of its warnings, and waits for the page that follows. */
  async close(next: string | RegExp): Promise<void> {
    const despite = this.page.getByRole('button', { name: /^Luk alligevel/u });
    const after = this.page.getByRole('heading', { level: 1, name: next });
    await this.page.keyboard.press('Control+Enter');
    await expect(despite.or(after)).toBeVisible();
    if (await despite.isVisible()) await this.page.keyboard.press('Control+Enter');
    await expect(after).toBeVisible();
    await expect(this.item).toBeVisible();
  }

  private async answerOne(here: string, suggests: boolean, answered: number): Promise<number> {
    const own = answered % 9 === 8 ? '2' : answered % 5 === 4 ? '4' : '1';
    let keys = 1;
    await this.page.keyboard.press(suggests ? 'Enter' : own);
    await this.hasAnswered(answered + 1);
    if (await this.page.getByLabel(/^Ansvarlig/u).isVisible()) {
      await this.writeAction('Afdelingsleder', '1-2-2027');
      await this.page.keyboard.press('Escape');
      keys += 3;
    }
    if ((await this.itemId()) === here) {
      await this.page.keyboard.press('j');
      keys += 1;
    }
    return keys;
  }
}

/** The middle one, or of two middle ones the larger. */
export function median(numbers: readonly number[]): number {
  return numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0;
}
