import { readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';

import type { Browser, Page } from '@playwright/test';

import { ExchangePage } from './pages/exchange.ts';
import { exportsFolder, Program } from './pages/program.ts';
import { ReviewPage } from './pages/review.ts';
import { look } from './support/look.ts';
import { namedIn, populationOf } from './support/population-of.ts';
import { expect, type StartedHost, startHost, test, unlock } from './support/start-host.ts';
import type { Beginning } from './support/workspace-copy.ts';

const people = populationOf();

/** One case of each of the four teams, in a short checklist. */
const fourDrawn: Beginning = { draw: { size: 4, stratifyBy: 'team' }, template: 'underretninger' };

test('a consultant and a head: cases out, answers home, who is missing, and a conflict decided by a person', async ({
  browser,
}, info) => {
  const consultant = await someone(browser, { ...fourDrawn, reviewer: 'Anders Konsulent' });
  const head = await someone(browser, { population: 'none', reviewer: 'Hanne Leder' });
  const [out, collecting] = [new ExchangePage(consultant.page), new ExchangePage(consultant.page)];

  const caseId = caseOfNorth(consultant);
  await consultant.program.goTo('Send og saml');
  const sent = await out.send('Team Nord', 'Hanne Leder', info.outputDir);
  const waiting = await out.send('Team Syd', 'Per Leder', info.outputDir);
  expect(sent.passphrase.split(' ')).toHaveLength(7);
  expect(waiting.passphrase).not.toBe(sent.passphrase);
  expect(basename(sent.path)).toMatch(/^Team Nord .*\.ltp$/u);
  expect(await toldBy(sent.path, caseId)).toEqual([]);
  await look(consultant.page, 'exchange-send');

  await receive(head, sent, caseId);
  await answer(head, caseId);
  const answers = await sendHome(head, info.outputDir);
  expect(await toldBy(answers, caseId)).toEqual([]);
  expect(await namedOnPage(head.page)).toEqual([]);

  await disagree(consultant, caseId);
  await consultant.program.goTo('Send og saml');
  await collecting.open('Saml svar');
  await collecting.choose('Vælg pakker', answers, waiting.path, join(exportsFolder, 'sager-win1252.csv'), answers);
  const outcomes = await collecting.collected(4);
  expect(outcomes[0]).toMatch(/Team Nord: \d+ ændringer lagt til1 af 1 sag lukket2 uenigheder at afgøre$/u);
  expect(outcomes[1]).toContain('Pakken åbnes med en adgangssætning');
  expect(outcomes[2]).toContain('Filen er ikke en pakke fra Ledelsestilsyn');
  expect(outcomes[3]).toContain('Team Nord: intet nyt i pakken');
  const rows = await collecting.status();
  expect(rows.find((row) => row.startsWith('Team Nord'))).toMatch(/Hanne Leder.*1 af 1.*alt er her$/u);
  expect(rows.find((row) => row.startsWith('Team Syd'))).toMatch(/Per Leder.*0 af 1intet endnuventer, fra i dag$/u);
  await expect(consultant.page.getByText('2 sager er ikke sendt til nogen.')).toBeVisible();

  await decide(consultant.page, caseId);
  await Promise.all([consultant, head].map(leave));
});

interface Someone {
  readonly host: StartedHost;
  readonly page: Page;
  readonly program: Program;
}

/** A person with a computer and a workspace of their own, in the same municipality. */
async function someone(browser: Browser, begins: Beginning): Promise<Someone> {
  const host = await startHost({ begins });
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  const page = await context.newPage();
  await unlock(page, host);
  return { host, page, program: new Program(page) };
}

async function leave({ host, page }: Someone): Promise<void> {
  await page.context().close();
  await host.stop();
}

function caseOfNorth({ host: { cases } }: Someone): string {
  const ofNorth = cases.filter((id) => people.teams[people.caseIds.indexOf(id)] === 'Team Nord');
  expect(ofNorth).toHaveLength(1);
  return ofNorth[0] ?? '';
}

/** From the empty Overblik, with a passphrase that is misheard first. */
async function receive({ page, program }: Someone, sent: { path: string; passphrase: string }, caseId: string) {
  const receiving = new ExchangePage(page);
  await page.getByRole('button', { name: 'Modtag sager fra en konsulent' }).click();
  await program.onPage('Send og saml');
  await receiving.choose('Vælg pakke', sent.path);
  await page.getByLabel('Adgangssætning').fill(`${sent.passphrase} og`);
  await page.getByRole('button', { name: 'Åbn pakken' }).click();
  await expect(page.getByText('Adgangssætningen passer ikke til pakken')).toBeVisible();
  await page.getByLabel('Adgangssætning').fill(sent.passphrase.toUpperCase());
  await page.getByRole('button', { name: 'Åbn pakken' }).click();
  const told = page.getByRole('region', { name: 'I pakken' });
  await expect(told).toContainText('Team Nord');
  await expect(told).toContainText('Underretninger');
  await look(page, 'exchange-receive');
  await page.getByRole('button', { name: 'Hent 1 sag' }).click();
  await expect(page.getByText('1 sag er klar til gennemgang')).toBeVisible();
  await page.getByRole('button', { name: 'Gå til gennemgang' }).click();
  await program.onPage(`Sag ${caseId}`);
  await expect(page.getByText('modtaget, Team Nord')).toBeVisible();
}

/** The whole case, with a note that names the child, and a brother whom no list knows. */
async function answer({ page, program }: Someone, caseId: string): Promise<void> {
  const review = new ReviewPage(page);
  const child = people.children[people.caseIds.indexOf(caseId)] ?? '';
  await expect(page.getByText(/^0 af \d+ besvaret$/u)).toBeVisible();
  await page.keyboard.press('n');
  await page.keyboard.type(`${child} blev spurgt, og hans bror Emil var med`);
  await page.keyboard.press('Escape');
  await review.answerAll();
  await page.keyboard.press('Control+Enter');
  const despite = page.getByRole('button', { name: /^Luk alligevel/u });
  const closed = page.getByText(/^Sagen er lukket/u);
  await expect(despite.or(closed)).toBeVisible();
  if (await despite.isVisible()) await despite.click();
  await expect(closed).toBeVisible();
  await program.goTo('Overblik');
  await page.getByRole('button', { name: 'Send svarene' }).click();
}

async function sendHome({ page, program }: Someone, folder: string): Promise<string> {
  await program.onPage('Send og saml');
  await expect(page.getByText('1 af 1 sag', { exact: true })).toBeVisible();
  await expect(page.getByText(/^[1-9]\d* sted(?:er)? med navne eller numre$/u)).toBeVisible();
  await expect(page.getByRole('radio', { name: /^Uden navne/u })).toBeChecked();
  const likely = page.getByRole('region', { name: 'Steder med ord, der kan være navne' });
  await expect(likely).toContainText('blev spurgt, og hans bror Emil var med');
  await expect(page.getByText('Læs stederne igennem, og sæt hak, så kan pakken gemmes.')).toBeVisible();
  await look(page, 'exchange-answers');
  await page.getByLabel(/^Jeg har læst stederne igennem/u).check();
  const path = await new ExchangePage(page).save(page.getByRole('button', { name: 'Gem svarene' }), folder);
  await expect(page.getByText(`Gemt: ${basename(path)}`)).toBeVisible();
  return path;
}

/** The consultant has read the first question of the case too, and says otherwise than the head did. */
async function disagree({ page, program }: Someone, caseId: string): Promise<void> {
  await program.goTo('Gennemgang');
  await page.getByRole('navigation', { name: 'Vælg sag' }).getByText(caseId).click();
  await program.onPage(`Sag ${caseId}`);
  await expect(page.getByText(/^0 af \d+ besvaret$/u)).toBeVisible();
  await page.keyboard.press('5');
  await new ReviewPage(page).hasAnswered(1);
}

async function decide(page: Page, caseId: string): Promise<void> {
  await page.getByRole('button', { name: 'Afgør 2 uenigheder' }).click();
  await expect(page.getByText('Om sagen er lukket')).toBeVisible();
  await choose(page, 'Hanne Leder');
  await expect(page.getByRole('heading', { name: 'Uenighed 1 af 1' })).toBeVisible();
  await expect(page.getByText(new RegExp(`^Sag ${caseId}`, 'u'))).toBeVisible();
  await look(page, 'exchange-conflict');
  await choose(page, 'Hanne Leder');
  await expect(page.getByText('Alle uenigheder er afgjort.')).toBeVisible();
  await page.getByRole('button', { name: 'Tilbage til Saml svar' }).click();
  await expect(page.getByRole('button', { name: /^Afgør/u })).toHaveCount(0);
}

/** The two side by side; what this reader says stands. */
async function choose(page: Page, reader: string): Promise<void> {
  const table = page.getByRole('table', { name: 'De forskellige svar side om side' });
  const row = table.getByRole('row', { name: /^Læser/u });
  const readers = await row.locator('td').allTextContents();
  expect(readers.toSorted()).toEqual(['Anders Konsulent', 'Hanne Leder']);
  await page.getByRole('button', { name: `Brug svar ${readers.indexOf(reader) + 1}` }).click();
}

/** What a file says in the clear that it must not: people, case numbers, units, who sent it. */
async function toldBy(path: string, caseId: string): Promise<readonly string[]> {
  const bytes = await readFile(path);
  const text = `${bytes.toString('utf8')}\n${bytes.toString('latin1')}`;
  const others = ['Hanne', 'Anders', 'Eksempelkommunen', 'Team Nord', caseId, 'underretning'];
  return [...namedIn(text, people), ...others.filter((each) => text.includes(each))];
}

/** Who of the export's people stands on the page where answers are sent; the head's own cases are named where a note is to be mended. */
async function namedOnPage(page: Page): Promise<readonly string[]> {
  return namedIn(await page.locator('main').innerText(), { ...people, caseIds: [] });
}
