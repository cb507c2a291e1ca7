import type { Scenes } from './look-report.ts';
import { passphrase, recoveryKey } from '../security/demo-security.ts';

/** Sikkerhed, and the pages before the workspace is open. */
export const securityScenes: Scenes = {
  'security-keys': { query: 'page=security', step: (page) => page.getByText('Det beskytter ikke mod').waitFor() },
  'security-recovery': {
    query: 'page=security',
    step: async (page) => {
      await page.getByRole('button', { name: 'Lav gendannelsesnøgle' }).click();
      await page.getByRole('textbox', { name: 'Adgangskode', exact: true }).fill(passphrase);
      await page.getByRole('button', { name: 'Lav gendannelsesnøgle' }).click();
      await page.getByLabel('Skriv nøglen fra arket').fill(recoveryKey.replace(/.$/u, 'Q'));
      await page.getByRole('button', { name: 'Kontrollér' }).click();
      await page.getByText('tastefejl').waitFor();
    },
  },
  'security-backups': {
    query: 'page=security&part=backups',
    step: async (page) => {
      await page.getByRole('button', { name: '20-11-2025' }).click();
      await page.getByRole('button', { name: 'Gendan', exact: true }).click();
      await page.getByLabel('Skriv GENDAN for at bekræfte').waitFor();
    },
  },
  'security-deletion': {
    query: 'page=security&part=deletion',
    step: async (page) => {
      await page.getByRole('button', { name: 'Slet og rens: Runde 3' }).click();
      await page.getByText('Det kan ikke fortrydes').waitFor();
    },
  },
  'security-receipt': {
    query: 'page=security&part=deletion',
    step: async (page) => {
      await page.getByRole('button', { name: 'Slet og rens: Runde 3' }).click();
      await page.getByLabel('Skriv rundens navn: Runde 3').fill('Runde 3');
      await page.getByRole('button', { name: 'Slet runden' }).click();
      await page.getByText('Runde 3 er slettet.').waitFor();
    },
  },
  'security-log': {
    query: 'page=security&part=log',
    step: async (page) => {
      await page.getByRole('button', { name: 'Kontrollér loggen' }).click();
      await page.getByText('Loggen er hel').waitFor();
    },
  },
  'security-screen': {
    query: 'page=security&part=screen',
    step: (page) => page.getByText('Skjul navne').first().waitFor(),
  },
  'names-hidden': {
    query: 'page=population',
    step: async (page) => {
      await page.keyboard.press('F9');
      await page.getByRole('button', { name: '2025-00033' }).click();
      await page.getByText('Sagens forløb', { exact: true }).waitFor();
    },
  },
  forgotten: {
    query: 'state=locked',
    step: async (page) => {
      await page.getByRole('button', { name: 'Glemt adgangskode?' }).click();
      await page.getByLabel('Gendannelsesnøgle', { exact: true }).fill('HWVQ EKYB EQK4');
      await page.getByRole('button', { name: 'Lås op og skift adgangskode' }).click();
    },
  },
  damaged: {
    query: 'state=damaged',
    step: (page) => page.getByLabel(/^20-11-2025/u).check(),
  },
  synced: { query: 'state=synced' },
};
