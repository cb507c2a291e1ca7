import { expect, type Page } from '@playwright/test';

/** Rapport: who is to read it, what it looks like, and the file. */
export class ReportPage {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  /** Chooses a reader, and waits for the paper. */
  async choose(reader: string): Promise<void> {
    await this.page.getByRole('radio', { name: reader, exact: true }).check();
    await expect(this.page.getByRole('region', { name: reader, exact: true })).toBeVisible();
    await expect(this.page.getByRole('article')).toBeVisible();
  }

  /** Writes one report and returns where the browser put it. */
  async save(reader: string, folder: string, format: 'Excel' | 'PDF' | 'Word' = 'Excel'): Promise<string> {
    await this.choose(reader);
    const download = this.page.waitForEvent('download', { timeout: 60_000 });
    const region = this.page.getByRole('region', { name: reader, exact: true });
    await region.getByRole('button', { name: `Gem som ${format}` }).click();
    const path = `${folder}/${(await download).suggestedFilename()}`;
    await (await download).saveAs(path);
    await expect(region.getByText(`Gemt: ${(await download).suggestedFilename()}`)).toBeVisible();
    return path;
  }

  /** The rows of the sheet that is shown, by their number in the file: what stands in the cells that are not empty. */
  async shownRows(): Promise<ReadonlyMap<number, readonly string[]>> {
    await expect(this.page.getByRole('article').locator('[aria-busy]')).toHaveCount(0);
    const rows = await this.page
      .getByRole('article')
      .locator('tr[data-row]')
      .evaluateAll((found) =>
        found.map((row) => ({
          number: Number(row.getAttribute('data-row')),
          cells: [...row.children].map(({ textContent }) => textContent ?? ''),
        })),
      );
    return new Map(rows.map(({ number, cells }) => [number, cells.filter((text) => text !== '').map(plain)]));
  }

  async setThreshold(cases: 3 | 5 | 10): Promise<void> {
    const choice = this.page.getByRole('radiogroup', { name: 'Mindste gruppe' });
    await choice.getByRole('radio', { name: `${cases} sager` }).check();
    await expect(this.page.getByText(`Tal om færre end ${cases} sager vises ikke`)).toBeVisible();
  }
}

/** One kind of blank, and lines as one. */
export function plain(text: string): string {
  return text.replaceAll(/\s+/gu, ' ').trim();
}
