import type { Page } from '@playwright/test';

import type { Scenes } from './look-report.ts';

const failed = (page: Page): Promise<void> => page.getByRole('alert').getByRole('button').first().waitFor();

async function editFirst(page: Page): Promise<void> {
  await page
    .getByRole('button', { name: /Skriv til kataloget/u })
    .first()
    .click();
  await page.getByLabel('Hvorfor virkede det').waitFor();
}

/** Samlet: the year, a course of two years, good practice; filled, empty and with an error. */
export const compileScenes: Scenes = {
  year: { query: 'page=compile&part=year', step: (page) => page.getByText('Årsrapport til udvalget').waitFor() },
  'year-figures': {
    query: 'page=compile&part=year',
    step: async (page) => {
      const figures = page.locator('summary').first();
      await figures.click();
      await figures.scrollIntoViewIfNeeded();
    },
  },
  'year-empty': { query: 'page=compile&part=year&state=empty' },
  'year-failing': { query: 'page=compile&part=year&state=failing', step: failed },
  course: { query: 'page=compile&part=course', step: (page) => page.getByText('Vis alle spørgsmål').waitFor() },
  'course-items': {
    query: 'page=compile&part=course',
    step: async (page) => {
      await page.getByText('Vis alle spørgsmål').click();
      await page.getByText('Vis alle spørgsmål').evaluate((summary) => summary.scrollIntoView());
    },
  },
  'course-remove': {
    query: 'page=compile&part=course',
    step: (page) => page.getByRole('button', { name: 'Fjern forløbet' }).click(),
  },
  'course-new': {
    query: 'page=compile&part=course&state=new',
    step: (page) => page.getByText('Gem forløbet').waitFor(),
  },
  'course-empty': { query: 'page=compile&part=course&state=empty' },
  'course-failing': { query: 'page=compile&part=course&state=failing', step: failed },
  'course-unsaved': {
    query: 'page=compile&part=course&state=unsaved',
    step: async (page) => {
      await page.getByRole('button', { name: 'Nyt forløb' }).click();
      await page.getByLabel('Navn').fill('Forløb 2026-2027');
      await page.getByRole('button', { name: 'Gem forløbet' }).click();
      await page.getByRole('alert').locator('p').first().waitFor();
    },
  },
  'good-practice': { query: 'page=compile&part=practice', step: editFirst },
  'good-practice-list': {
    query: 'page=compile&part=practice',
    step: async (page) => {
      await page.getByRole('button', { name: 'Gem som Excel' }).click();
      await page.getByText(/er gemt med/u).waitFor();
    },
  },
  'good-practice-none': {
    query: 'page=compile&part=practice',
    step: async (page) => {
      await page.getByRole('searchbox').fill('skolebus');
      await page.getByText('0 af 3').waitFor();
    },
  },
  'good-practice-named': {
    query: 'page=compile&part=practice',
    step: async (page) => {
      await editFirst(page);
      await page.getByLabel('Hvorfor virkede det').fill('Sofie kendte stedet');
      await page.getByRole('button', { name: 'Gem', exact: true }).click();
      await page.locator('output strong').first().waitFor();
    },
  },
  'good-practice-unsaved': {
    query: 'page=compile&part=practice&state=unsaved',
    step: async (page) => {
      await editFirst(page);
      await page.getByRole('button', { name: 'Gem', exact: true }).click();
      await page.getByRole('alert').locator('p').first().waitFor();
    },
  },
  'good-practice-empty': { query: 'page=compile&part=practice&state=empty' },
  'good-practice-failing': { query: 'page=compile&part=practice&state=failing', step: failed },
};
