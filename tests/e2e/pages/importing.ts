import { expect, type Page } from '@playwright/test';

/** Udtræk: choose a file, set columns, read it. */
export class ImportingPage {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  async choose(file: string | { name: string; mimeType: string; buffer: Buffer }): Promise<void> {
    const chooser = this.page.waitForEvent('filechooser');
    await this.page.getByRole('button', { name: /^Vælg (en anden )?fil/u }).click();
    await (await chooser).setFiles(file);
  }

  /** The choice of what a column becomes; its value is the field's Danish name. */
  fieldOf(header: string) {
    return this.page.getByRole('combobox', { name: `Hvad kolonnen ${header} bliver til` });
  }

  async mapColumn(header: string, field: string): Promise<void> {
    await this.fieldOf(header).fill(field);
    await this.page.getByRole('option', { name: field, exact: true }).click();
  }

  async read(): Promise<void> {
    await this.page.getByRole('button', { name: 'Læs filen', exact: true }).click();
  }

  async isRead(cases: string): Promise<void> {
    await expect(this.page.getByText(`${cases} er hentet.`)).toBeVisible({ timeout: 30_000 });
  }
}
