import { expect, type Page } from '@playwright/test';

/** Stikprøve: the plan as a sentence, and the draw. */
export class SamplingPage {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  async plan(size: number, allocation: string): Promise<void> {
    await this.page.getByLabel('Antal sager', { exact: true }).fill(String(size));
    await this.page.getByLabel('Fordeling').selectOption({ label: allocation });
  }

  async draw(cases: number, seed: string): Promise<void> {
    await this.page.getByRole('button', { name: `Træk ${cases} sager` }).click();
    await this.page.getByLabel('Frø').fill(seed);
    await this.page.getByRole('button', { name: 'Træk', exact: true }).click();
    await expect(this.page.getByRole('heading', { name: /^Trukket /u })).toBeVisible();
  }

  /** The case numbers in the order of the draw. */
  async drawnCases(): Promise<string[]> {
    return this.page.getByRole('table', { name: 'Tabel over trukne sager' }).getByRole('button').allTextContents();
  }
}
