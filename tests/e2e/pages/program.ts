import { resolve } from 'node:path';

import { expect, type Page } from '@playwright/test';

export const passphrase = 'fire almindelige ord her';
export const exportsFolder = resolve(import.meta.dirname, '../../fixtures/exports');

/** The program as a person meets it: the rail, the first page, and the ways between pages. */
export class Program {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  async create(): Promise<void> {
    await this.page.getByLabel('Kommune').fill('Eksempelkommunen');
    await this.page.getByLabel('Afdeling').fill('Børn og Familie');
    await this.page.getByLabel('Dit navn').fill('Mette Holm');
    await this.page.getByLabel('Adgangskode', { exact: true }).fill(passphrase);
    await this.page.getByLabel('Adgangskode igen').fill(passphrase);
    await this.page.getByRole('button', { name: 'Opret' }).click();
    await this.onPage('Overblik');
  }

  async goTo(name: string): Promise<void> {
    await this.page.getByRole('navigation', { name: 'Sider' }).getByText(name, { exact: true }).click();
  }

  async onPage(name: string): Promise<void> {
    await expect(this.page.getByRole('heading', { level: 1, name })).toBeVisible();
  }

  /** Imports the bundled example and waits for its cases. */
  async useExample(): Promise<void> {
    await this.page.getByRole('button', { name: 'Prøv med eksempeldata' }).click();
    await this.onPage('Sager');
    await expect(this.page.getByText('2.000 sager').first()).toBeVisible({ timeout: 30_000 });
  }
}
