import { expect, type Page } from '@playwright/test';

/** Skabeloner: the list, the files, and the editor. */
export class TemplatesPage {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  /** From Indstillinger, by keyboard. */
  async open(): Promise<void> {
    await this.page.getByRole('button', { name: 'Indstillinger' }).press('Enter');
    await this.page.getByRole('button', { name: 'Ret skabeloner' }).press('Enter');
    await this.onList();
  }

  async onList(): Promise<void> {
    await expect(this.page.getByRole('heading', { level: 1, name: 'Skabeloner' })).toBeVisible();
  }

  async choose(button: string, name: string): Promise<void> {
    await this.page.getByRole('button', { name: `${button}: ${name}`, exact: true }).press('Enter');
  }

  /** What the list says, one line per template. */
  async lines(): Promise<string[]> {
    return this.page.getByRole('list', { name: 'Skabeloner' }).getByRole('paragraph').allTextContents();
  }

  async importFile(path: string): Promise<void> {
    const chooser = this.page.waitForEvent('filechooser');
    await this.page.getByRole('button', { name: 'Hent skabelon fra fil' }).click();
    await (await chooser).setFiles(path);
  }

  /** Saves an edition as a file and returns where the browser put it. */
  async exportFile(button: string, name: string, folder: string): Promise<string> {
    const download = this.page.waitForEvent('download', { timeout: 30_000 });
    await this.choose(button, name);
    const path = `${folder}/${(await download).suggestedFilename()}`;
    await (await download).saveAs(path);
    return path;
  }
}
