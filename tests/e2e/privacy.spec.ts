import { existsSync, watch } from 'node:fs';
import { mkdir, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { type BrowserContext, chromium, expect, type Page, test } from '@playwright/test';

import {
  type PersonalData,
  personalData,
  personsIn,
  personsInFolder,
  personsInReport,
} from '../support/personal-data.ts';
import { ImportingPage } from './pages/importing.ts';
import { exportsFolder, passphrase, Program } from './pages/program.ts';
import { ReportPage } from './pages/report.ts';
import { ReviewPage } from './pages/review.ts';
import { SamplingPage } from './pages/sampling.ts';
import { keptByBrowser, rememberedFields, type Seen, seeContext } from './support/seen-in-page.ts';
import { watchContext } from './support/watch-network.ts';
import { type WatchedHost, watchedHost } from './support/watched-host.ts';

/** One run of the program and a browser, each with folders of its own that nobody else writes to. */
interface Run {
  readonly at: (name: string) => string;
  readonly data: PersonalData;
  readonly host: WatchedHost;
  readonly context: BrowserContext;
  readonly page: Page;
  readonly seen: Seen;
  readonly wrong: string[];
  /** Files that were ever in the program's temporary folder. */
  readonly temporary: Set<string>;
  /** What the page is answered, one frame of text after another; may be changed on its way. */
  readonly change: (next: ((frame: string) => string) | null) => void;
}

async function openRun(folder: string): Promise<Run> {
  const at = (name: string): string => join(folder, name);
  await Promise.all(['temporary', 'browser', 'saved', 'home'].map((name) => mkdir(at(name))));
  const temporary = new Set<string>();
  watch(at('temporary'), { recursive: true, persistent: false }, (_event, name) => temporary.add(String(name)));
  const host = await watchedHost(at('workspace'), {
    TMPDIR: at('temporary'),
    HOME: at('home'),
  });
  const { launchOptions, locale, viewport } = test.info().project.use;
  const context = await chromium.launchPersistentContext(at('browser'), {
    ...launchOptions,
    locale: locale ?? 'da-DK',
    viewport: viewport ?? null,
    downloadsPath: at('downloads'),
    acceptDownloads: true,
  });
  const seen = await seeContext(context);
  const wrong: string[] = [];
  watchContext(context, wrong);
  let changed: ((frame: string) => string) | null = null;
  const page = context.pages()[0] ?? (await context.newPage());
  await page.routeWebSocket(/\/wire$/u, (socket) => {
    const server = socket.connectToServer();
    server.onMessage((frame) => socket.send(changed === null ? frame : changed(String(frame))));
  });
  const change = (next: typeof changed): void => {
    changed = next;
  };
  return { at, data: await personalData(), host, context, page, seen, wrong, temporary, change };
}

/** Import, draw, look, search, answer with a note that names a child, and all the papers that are saved. */
async function wholeJob({
  at,
  data,
  host,
  page,
}: Run): Promise<{ readonly caseId: string; readonly papers: string[] }> {
  const [child = ''] = data.names;
  const cpr = [...data.cprNumbers][0] ?? '';
  await page.goto(host.link);
  const program = new Program(page);
  await program.create();
  await program.goTo('Udtræk');
  const importing = new ImportingPage(page);
  await importing.choose(join(exportsFolder, 'sager-win1252.csv'));
  expect(await rememberedFields(page)).toEqual([]);
  await importing.read();
  await importing.isRead('420 sager');
  await program.goTo('Sager');
  await page.getByRole('main').getByRole('textbox').first().fill(child);
  expect(await rememberedFields(page)).toEqual([]);
  await program.goTo('Stikprøve');
  const sampling = new SamplingPage(page);
  await sampling.plan(10, 'fordelt efter antal sager');
  expect(await rememberedFields(page)).toEqual([]);
  await sampling.draw(10, '20260115-4711');
  const [caseId = ''] = await sampling.drawnCases();
  await page.getByRole('button', { name: 'Gå til gennemgang' }).click();
  await program.onPage(`Sag ${caseId}`);
  const review = new ReviewPage(page);
  await expect(review.item).toBeVisible();
  await page.keyboard.press('1');
  await review.hasAnswered(1);
  const note = page.locator('[data-field]').first();
  await note.fill(`Samtale med ${child}, ${cpr}, i sag ${caseId}`);
  await note.press('Escape');
  await expect(page.getByText(/^Gemt \d\d\.\d\d$/u)).toBeVisible();
  expect(await rememberedFields(page)).toEqual([]);
  for (const name of ['Handlinger', 'Overblik']) {
    await program.goTo(name);
    await program.onPage(name);
    expect(await rememberedFields(page)).toEqual([]);
  }
  await program.goTo('Rapport');
  const report = new ReportPage(page);
  const papers = [
    await report.save('Til udvalget', at('saved')),
    await report.save('Til udvalget', at('saved'), 'PDF'),
    await report.save('Til udvalget', at('saved'), 'Word'),
  ];
  expect(await rememberedFields(page)).toEqual([]);
  return { caseId, papers };
}

/** Two failures, each with a message that names a child; what the person is shown. */
async function fail({ data, page, change }: Run): Promise<readonly string[]> {
  const [child = ''] = data.names;
  const [cpr = ''] = data.cprNumbers;
  const [caseId = ''] = data.caseIds;
  const message = `${child} (${cpr}) i ${caseId}`;
  const shown: string[] = [];
  const program = new Program(page);
  change((frame) => {
    const { type, id } = JSON.parse(frame) as { type: string; id: number };
    return type === 'result' ? JSON.stringify({ type: 'failure', id, error: { code: 'internal', message } }) : frame;
  });
  await program.goTo('Handlinger');
  await expect(page.getByRole('main').getByRole('alert').first()).toBeVisible();
  shown.push(await page.locator('body').innerText());
  change((frame) => {
    const { type, id } = JSON.parse(frame) as { type: string; id: number };
    return type === 'result' ? JSON.stringify({ type, id, value: { [message]: message } }) : frame;
  });
  await program.goTo('Stikprøve');
  await expect(page.getByText('Siden kan ikke vises')).toBeVisible();
  shown.push(await page.locator('body').innerText());
  change(null);
  return shown;
}

test('after a whole run with failures nobody is found in anything that was written, shown outside the page, or kept by the browser', async () => {
  test.setTimeout(300_000);
  const folder = await mkdtemp(join(tmpdir(), 'tilsyn-privacy-'));
  const run = await openRun(folder);
  const { at, data, host, context, page, seen, wrong, temporary } = run;
  try {
    const { papers } = await wholeJob(run);
    expect(await keptByBrowser(page)).toEqual({
      cookies: [],
      local: [['mantine-color-scheme-value', expect.stringMatching(/^(auto|light|dark)$/u)]],
      session: ['session'],
      databases: [],
      caches: [],
      workers: 0,
    });
    const shown = await fail(run);
    await context.close();

    expect(wrong).toEqual([]);
    for (const paper of papers) {
      expect(await personsInReport(paper, data), paper).toEqual([]);
    }
    expect(personsIn(shown.join('\n'), data), 'what a failure shows').toEqual([]);
    expect(personsIn(host.said(), data), 'what the program says in the terminal').toEqual([]);
    expect(seen.titles.length).toBeGreaterThan(4);
    expect(seen.console.length, 'the failure of the page').toBeGreaterThan(0);
    for (const [kind, texts] of Object.entries(seen)) {
      expect(personsIn(decodeURIComponent(texts.join('\n').replaceAll('%', '%25')), data), kind).toEqual([]);
    }
    expect(seen.notifications).toEqual([]);
    expect([...temporary], 'files in the temporary folder, ever').toEqual([]);
    expect(existsSync(join(at('workspace'), 'tilsyn.ltdb'))).toBe(true);
    expect((await readFile(join(at('browser'), 'Default', 'History'))).includes('127.0.0.1')).toBe(true);
    expect(await personsInFolder(folder, data), 'everything that is left').toEqual([]);
    expect((await readFile(join(at('workspace'), 'tilsyn.ltdb'))).includes(passphrase)).toBe(false);
  } finally {
    await context.close();
    await host.stop();
    await rm(folder, { recursive: true, force: true });
  }
});
