import type { Scenes } from './look-report.ts';

/** Samlet: the year, a course of two years, good practice. */
export const compileScenes: Scenes = {
  year: { query: 'page=compile&part=year', step: (page) => page.getByText('Årsrapport til udvalget').waitFor() },
  course: { query: 'page=compile&part=course', step: (page) => page.getByText('Vis alle spørgsmål').waitFor() },
  'course-new': {
    query: 'page=compile&part=course&state=empty',
    step: (page) => page.getByText('Gem forløbet').waitFor(),
  },
  'good-practice': {
    query: 'page=compile&part=practice',
    step: async (page) => {
      await page
        .getByRole('button', { name: /Skriv til kataloget/u })
        .first()
        .click();
      await page.getByLabel('Hvorfor virkede det').waitFor();
    },
  },
};
