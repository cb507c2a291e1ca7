import { expect, type Page } from '@playwright/test';

type Chosen = string | { name: string; mimeType: string; buffer: Buffer };

/** Udtræk: choose a file, set columns, read it. */
export class ImportingPage {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  async choose(file: Chosen): Promise<void> {
    const chooser = this.page.waitForEvent('filechooser');
    await this.page.getByRole('button', { name: /^Vælg (en anden )?fil/u }).click();
    await (await chooser).setFiles(file);
  }

  /** The choice of what a column becomes; its value is the field's Danish name. */
  fieldOf(header: string) {
    return this.page.getByRole('combobox', { name: `Hvad kolonnen ${header} bliver til` });
  }

  async mapColumn(header: string, field: string): Promise<void> {
    // Emptied first: writing what stands there already opens no list.
    await this.fieldOf(header).fill('');
    await this.fieldOf(header).fill(field);
    await this.page.getByRole('option', { name: field, exact: true }).click();
  }

  readButton() {
    return this.page.getByRole('button', { name: 'Læs filen', exact: true });
  }

  async read(): Promise<void> {
    await this.readButton().click();
  }

  async isRead(cases: string): Promise<void> {
    await expect(this.page.getByText(`${cases} er hentet.`)).toBeVisible({ timeout: 60_000 });
  }

  /** Opens one number of the line that adds up, or one kind of problem under it. */
  async openPart(name: string | RegExp): Promise<void> {
    const part = this.page.getByRole('button', { name, exact: true });
    if ((await part.getAttribute('aria-expanded')) === 'false') {
      await part.click();
    }
  }

  /** Saves the list of problems and returns where the browser put it. */
  async saveProblems(folder: string): Promise<string> {
    const download = this.page.waitForEvent('download', { timeout: 30_000 });
    await this.page.getByRole('button', { name: 'Gem listen (.xlsx)' }).click();
    const path = `${folder}/${(await download).suggestedFilename()}`;
    await (await download).saveAs(path);
    await expect(this.page.getByText(/^Gemt: /u)).toBeVisible();
    return path;
  }
}
