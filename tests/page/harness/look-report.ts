import type { Page } from '@playwright/test';

export type Step = (page: Page) => Promise<unknown>;
export type Scenes = Readonly<Record<string, { readonly query: string; readonly step?: Step }>>;

/** The report page in its states, for `look.ts`. */
export const reportScenes: Scenes = {
  report: { query: 'page=report&state=report', step: (page) => page.getByRole('article').waitFor() },
  'report-stopped': {
    query: 'page=report&state=stopped',
    step: (page) =>
      page
        .getByRole('button', { name: /^Vis .*, række/u })
        .first()
        .click(),
  },
  'report-writing': {
    query: 'page=report&state=report',
    step: async (page) => {
      await page.getByRole('radio', { name: 'Året til udvalget' }).check();
      await page.getByRole('article').waitFor();
      await page.getByRole('button', { name: 'Gem som PDF' }).click();
      await page.getByRole('button', { name: 'Annuller' }).waitFor();
    },
  },
  'report-item': {
    query: 'page=report&state=report',
    step: async (page) => {
      await page.getByText('Dagsordenstekst (Word)').click();
      await page.getByRole('article').waitFor();
    },
  },
  'report-leader': {
    query: 'page=report&state=report',
    step: async (page) => {
      await page.getByRole('radio', { name: 'Til lederen' }).check();
      await page.getByRole('combobox', { name: 'Team' }).selectOption('Team Nord');
      await page.getByRole('article').waitFor();
    },
  },
  'report-charts': {
    query: 'page=report&state=report',
    step: async (page) => {
      await page.getByRole('radio', { name: 'Til ledelsen' }).check();
      const sheets = page.getByRole('combobox', { name: 'Ark' });
      const names = await sheets.locator('option').allTextContents();
      for (const name of names) {
        await sheets.selectOption({ label: name });
        if (await page.getByRole('figure').first().isVisible()) break;
      }
      await page.getByRole('figure').first().scrollIntoViewIfNeeded();
    },
  },
  'report-runs': {
    query: 'page=report&state=report',
    step: async (page) => {
      await page.getByRole('radio', { name: 'Til ledelsen' }).check();
      const sheets = page.getByRole('combobox', { name: 'Ark' });
      const names = await sheets.locator('option').allTextContents();
      for (const name of names.toReversed()) {
        await sheets.selectOption({ label: name });
        if (await page.getByRole('figure').first().isVisible()) break;
      }
      await page.getByRole('figure').first().scrollIntoViewIfNeeded();
    },
  },
};
