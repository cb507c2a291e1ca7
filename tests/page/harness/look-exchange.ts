import type { Page } from '@playwright/test';

import { spoken } from '../exchange/demo-exchange.ts';
import type { Scenes } from './look-report.ts';

/** Chooses packages that hold nothing: the demo goes by their names. */
async function choose(page: Page, button: string, ...names: string[]): Promise<void> {
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: button }).click();
  const buffer = Buffer.alloc(8);
  await (await chooser).setFiles(names.map((name) => ({ name, mimeType: 'application/octet-stream', buffer })));
}

/** Send og saml, for the one who collects (state=consultant) and the one who reads (state=head). */
export const exchangeScenes: Scenes = {
  'exchange-send': {
    query: 'page=exchange&state=consultant&part=send',
    step: async (page) => {
      await page.getByLabel('Læserens navn: Team Nord').fill('Mette Holm');
      await page.getByRole('button', { name: 'Gem pakken: Team Nord' }).click();
      await page.getByText(spoken).waitFor();
      await page.getByRole('button', { name: 'Gem pakken: Familie' }).click();
      await page.getByText('Skriv, hvem der skal læse').waitFor();
    },
  },
  'exchange-blind': {
    query: 'page=exchange&state=consultant&part=send',
    step: async (page) => {
      await page.getByText('Blind andenlæsning', { exact: true }).click();
      await page.getByLabel('Andenlæserens navn').waitFor();
    },
  },
  'exchange-receive': {
    query: 'page=exchange&state=head&part=receive',
    step: async (page) => {
      await choose(page, 'Vælg pakke', 'Team Nord Juni 2025.ltp');
      await page.getByLabel('Adgangssætning').fill('en forkert');
      await page.getByRole('button', { name: 'Åbn pakken' }).click();
      await page.getByText('passer ikke til pakken').waitFor();
    },
  },
  'exchange-opened': {
    query: 'page=exchange&state=head&part=receive',
    step: async (page) => {
      await choose(page, 'Vælg pakke', 'Team Nord Juni 2025.ltp');
      await page.getByLabel('Adgangssætning').fill(spoken);
      await page.getByRole('button', { name: 'Åbn pakken' }).click();
      await page.getByRole('button', { name: 'Hent 12 sager' }).waitFor();
    },
  },
  'exchange-received': {
    query: 'page=exchange&state=head&part=receive',
    step: async (page) => {
      await choose(page, 'Vælg pakke', 'Team Nord Juni 2025.ltp');
      await page.getByLabel('Adgangssætning').fill(spoken);
      await page.getByRole('button', { name: 'Åbn pakken' }).click();
      await page.getByRole('button', { name: 'Hent 12 sager' }).click();
      await page.getByText('klar til gennemgang').waitFor();
    },
  },
  'exchange-answers': {
    query: 'page=exchange&state=head',
    step: async (page) => {
      await page.getByRole('button', { name: 'Gem svarene' }).click();
      await page.getByText('Gemt: ').waitFor();
    },
  },
  'exchange-answers-names': { query: 'page=exchange&state=named-head&part=answers' },
  'exchange-collect': {
    query: 'page=exchange&state=consultant',
    step: async (page) => {
      await choose(page, 'Vælg pakker', 'Nord Juni 2025.ltp', 'brudt.ltp', 'gammel Juni.ltp', 'egen runde.ltp');
      await page.getByText('2 af 4 pakker').waitFor();
    },
  },
  'exchange-status': {
    query: 'page=exchange&state=consultant',
    step: (page) => page.getByText('alt er her').waitFor(),
  },
  'exchange-conflict': {
    query: 'page=exchange&state=consultant',
    step: async (page) => {
      await page.getByRole('button', { name: 'Afgør 2 uenigheder' }).click();
      await page.getByText('Uenighed 1 af 2').waitFor();
    },
  },
  'exchange-empty': { query: 'page=exchange&state=empty&part=collect' },
  'exchange-send-empty': { query: 'page=exchange&state=empty&part=send' },
  'exchange-receive-empty': { query: 'page=exchange&state=empty&part=receive' },
  'exchange-answers-empty': { query: 'page=exchange&state=empty&part=answers' },
  'exchange-failing': {
    query: 'page=exchange&state=failing',
    step: (page) => page.getByRole('alert').getByRole('button').first().waitFor(),
  },
  'exchange-unsaved': {
    query: 'page=exchange&state=unsaved&part=send',
    step: async (page) => {
      await page.getByLabel('Læserens navn: Team Nord').fill('Mette Holm');
      await page.getByRole('button', { name: 'Gem pakken: Team Nord' }).click();
      await page.getByRole('alert').locator('p').first().waitFor();
    },
  },
  'exchange-answers-unsaved': {
    query: 'page=exchange&state=unsaved-head',
    step: async (page) => {
      await page.getByRole('button', { name: 'Gem svarene' }).click();
      await page.getByRole('alert').locator('p').first().waitFor();
    },
  },
};
