import { expect, type Locator, type Page } from '@playwright/test';

/** Send og saml: packages out, in, home and together. */
export class ExchangePage {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  async open(tab: 'Send sager' | 'Modtag sager' | 'Send svar' | 'Saml svar'): Promise<void> {
    await this.page.getByRole('tab', { name: tab }).click();
    await expect(this.page.getByRole('tab', { name: tab, selected: true })).toBeVisible();
  }

  /** Saves what a button saves, in a folder, and returns where. */
  async save(button: Locator, folder: string): Promise<string> {
    const download = this.page.waitForEvent('download', { timeout: 30_000 });
    await button.click();
    const path = `${folder}/${(await download).suggestedFilename()}`;
    await (await download).saveAs(path);
    return path;
  }

  /** The package of one unit: where it lies, and the passphrase that is told on the telephone. */
  async send(unit: string, head: string, folder: string): Promise<{ path: string; passphrase: string }> {
    await this.page.getByLabel(`Læserens navn: ${unit}`).fill(head);
    const row = this.page.getByRole('listitem').filter({ has: this.page.getByLabel(`Læserens navn: ${unit}`) });
    const path = await this.save(row.getByRole('button', { name: 'Gem pakken' }), folder);
    const box = row.getByRole('region', { name: /^Adgangssætning til/u });
    const passphrase = (await box.locator('p').first().textContent()) ?? '';
    return { path, passphrase };
  }

  async choose(button: string, ...paths: string[]): Promise<void> {
    const chooser = this.page.waitForEvent('filechooser');
    await this.page.getByRole('button', { name: button, exact: true }).click();
    await (await chooser).setFiles(paths);
  }

  /** Every package that was dropped, in order: its name and what came of it. */
  async collected(count: number): Promise<readonly string[]> {
    const lines = this.page.getByRole('list', { name: 'Hentede pakker' }).getByRole('listitem');
    await expect(lines).toHaveCount(count);
    await expect(lines.getByText(/^(?:venter|hentes)$/u)).toHaveCount(0, { timeout: 30_000 });
    return lines.allTextContents();
  }

  /** The rows of who has sent. */
  async status(): Promise<readonly string[]> {
    const table = this.page.getByRole('table', { name: /^Hvem har sendt/u });
    await expect(table).toBeVisible();
    return table.locator('tbody tr').allTextContents();
  }
}
