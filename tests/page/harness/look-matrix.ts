import type { Scenes } from './look-report.ts';

/** Samlet, Alle runder, and a report over several rounds. */
export const matrixScenes: Scenes = {
  matrix: { query: 'page=compile&state=matrix', step: (page) => page.getByText('Dækning pr. enhed').waitFor() },
  'matrix-foot': {
    query: 'page=compile&state=matrix',
    step: (page) => page.getByRole('region', { name: 'Ikke talt med' }).scrollIntoViewIfNeeded(),
  },
  'matrix-scrolled': {
    query: 'page=compile&state=matrix',
    step: async (page) => {
      const frame = page.getByRole('region', { name: 'Tilfældige sager' });
      await frame.focus();
      await frame.evaluate((element) => element.scrollTo({ top: 900 }));
      await frame.scrollIntoViewIfNeeded();
    },
  },
  'matrix-picking': {
    query: 'page=compile&state=matrix',
    step: async (page) => {
      await page.getByRole('button', { name: 'Vælg enkeltvis' }).click();
      await page.getByText('Et team').click();
      await page.getByLabel('Team', { exact: true }).selectOption({ index: 1 });
      await page.getByText('Målrettede sager').first().click();
    },
  },
  'matrix-empty': { query: 'page=compile&state=empty' },
  'matrix-failing': {
    query: 'page=compile&state=failing',
    step: (page) => page.getByRole('alert').getByRole('button').first().waitFor(),
  },
  'report-set': {
    query: 'page=report&state=matrix&period=2025-q4',
    step: async (page) => {
      await page.getByRole('article').waitFor();
      await page.getByRole('radio', { name: 'Til ledelsen' }).check();
      await page.getByRole('article').waitFor();
    },
  },
};
