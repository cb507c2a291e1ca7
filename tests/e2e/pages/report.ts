import { expect, type Page } from '@playwright/test';

/** Rapport: three reports as cards. */
export class ReportPage {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  /** Writes one report and returns where the browser put it. */
  async save(card: string, folder: string): Promise<string> {
    const download = this.page.waitForEvent('download', { timeout: 30_000 });
    const region = this.page.getByRole('region', { name: card, exact: true });
    await region.getByRole('button', { name: 'Gem som Excel' }).click();
    const path = `${folder}/${(await download).suggestedFilename()}`;
    await (await download).saveAs(path);
    await expect(region.getByText(/^Gemt: /u)).toBeVisible();
    return path;
  }
}
