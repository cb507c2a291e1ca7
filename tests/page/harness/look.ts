import { createReadStream } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname, join, resolve } from 'node:path';

import AxeBuilder from '@axe-core/playwright';
import { type Browser, chromium } from '@playwright/test';

import { compileScenes } from './look-compile.ts';
import { exchangeScenes } from './look-exchange.ts';
import { reportScenes, type Scenes, type Step } from './look-report.ts';
import { matrixScenes } from './look-matrix.ts';
import { securityScenes } from './look-security.ts';

/**
 * Pictures and axe over the harness: `node tests/page/harness/look.ts [scene ...]` after building it with vite.
 * VIEWS=half,contrast takes only those, AXE=0 only pictures. Exit code 1 when axe, the policy or the width at 200 % zoom finds something.
 */
const built = resolve(import.meta.dirname, '../../../dist/harness');
const pictures = resolve(import.meta.dirname, '../../../dist/look');
const tags = ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa', 'best-practice'];
const types: Readonly<Record<string, string>> = { '.html': 'text/html', '.js': 'text/javascript', '.css': 'text/css' };

const readFile: Step = async (page) => {
  await page.getByRole('button', { name: 'Vælg fil' }).click();
  await page.getByRole('button', { name: 'Læs filen' }).click();
  await page.getByText('437 linjer =').waitFor();
};

const mixPlan: Step = async (page) => {
  await page.getByLabel('Fordeling').selectOption('perStratum');
  await page.getByLabel('Antal sager fra hver gruppe').fill('8');
  await page.getByRole('button', { name: 'Tilføj alle sager af en slags' }).click();
  await page.getByLabel('Felt').selectOption('consent_flag');
  await page.getByLabel('Nej', { exact: true }).check();
  await page.getByRole('button', { name: 'Tilføj målrettet del' }).click();
  await page.getByLabel('Målrettet del').selectOption('egen-regel');
  await page.getByLabel('Reglens navn').fill('Gamle anbringelser');
  const rule = page.getByRole('region', { name: 'Hvilke sager reglen peger på' });
  await rule.getByLabel('Felt').selectOption('placement_start');
  await rule.getByLabel('Til og med').fill('01-02-2025');
  await page.getByLabel('Hvilke sager kommer først').selectOption('placement_start');
  await page.getByText('Del 3: 31 sager').waitFor();
};

const scenes: Scenes = {
  create: { query: 'state=missing', step: (page) => page.getByRole('button', { name: 'Opret' }).click() },
  unlock: {
    query: 'state=locked',
    step: async (page) => {
      await page.getByRole('textbox', { name: 'Adgangskode' }).fill('forkert');
      await page.getByRole('button', { name: 'Lås op' }).click();
      await page.getByText('passer ikke').waitFor();
    },
  },
  empty: { query: 'state=empty' },
  start: { query: 'state=month' },
  failing: { query: 'state=failing' },
  importing: { query: 'page=importing&state=empty' },
  columns: {
    query: 'page=importing',
    step: async (page) => {
      await page.getByRole('button', { name: 'Vælg fil' }).click();
      await page.getByText('Ansv. sagsbehandler').waitFor();
    },
  },
  asking: {
    query: 'page=importing&state=asking',
    step: async (page) => {
      await page.getByRole('button', { name: 'Vælg fil' }).click();
      await page.getByText('Hvad er 03/04-2025?').waitFor();
    },
  },
  reading: {
    query: 'page=importing',
    step: async (page) => {
      await page.getByRole('button', { name: 'Vælg fil' }).click();
      await page.getByRole('button', { name: 'Læs filen' }).click();
      await page.getByRole('button', { name: 'Annuller' }).waitFor();
    },
  },
  check: { query: 'page=importing', step: readFile },
  population: { query: 'page=population', step: (page) => page.getByText('2025-00012').waitFor() },
  case: {
    query: 'page=population',
    step: async (page) => {
      await page.getByRole('button', { name: '2025-00033' }).click();
      await page.getByText('Sagens forløb', { exact: true }).waitFor();
      await page.getByText('Vis som tabel').click();
    },
  },
  'date-check': {
    query: 'page=population',
    step: async (page) => {
      await page.getByRole('button', { name: /^Vis 31 sager: Undersøgelse/ }).click();
      await page.getByText(/^Kun: /).waitFor();
      await page.getByRole('button', { name: '12 væk' }).click();
    },
  },
  plan: {
    query: 'page=sampling',
    step: (page) => page.getByRole('button', { name: 'Træk 30 sager' }).waitFor(),
  },
  planner: {
    query: 'page=sampling',
    step: async (page) => {
      await page.getByRole('textbox', { name: 'Minutter pr. måned' }).fill('300');
      await page.getByRole('textbox', { name: 'Sager at læse' }).fill('40');
      await page.getByRole('heading', { name: 'Hvor mange sager kan I læse?' }).scrollIntoViewIfNeeded();
      await page.getByRole('region', { name: 'Hvad kan det fortælle?' }).evaluate((panel) => panel.scrollIntoView());
    },
  },
  'plan-mixed': { query: 'page=sampling', step: mixPlan },
  'plan-exclusions': {
    query: 'page=sampling',
    step: async (page) => {
      await page.getByRole('button', { name: 'Hold flere sager ude' }).click();
      await page.getByLabel('Åse Bæk (83)').check();
      await page.getByRole('button', { name: 'Hold en slags sager ude' }).click();
      await page.getByLabel('Lukket (84)').check();
      await page.getByLabel('Grund').fill('Overflyttet til anden kommune');
      await page.getByText('7 sager holdt ude').waitFor();
    },
  },
  'second-reading': {
    query: 'page=review&state=second&view=second',
    step: (page) => page.getByText('Kappa og hvad tallene betyder').waitFor(),
  },
  comparison: {
    query: 'page=review&state=second&view=second&caseId=2025-00012',
    step: (page) => page.getByText('Her er I uenige').waitFor(),
  },
  practice: {
    query: 'page=review&state=second&view=practice',
    step: (page) => page.getByRole('textbox').waitFor(),
  },
  'practice-questions': {
    query: 'page=review&state=second&view=practice&reader=Åse',
    step: (page) => page.getByText('5 af 13 besvaret').waitFor(),
  },
  'practice-result': {
    query: 'page=review&state=second&view=practice&reader=Bo Anden',
    step: (page) => page.getByText('Hvor læser I forskelligt?').waitFor(),
  },
  ...reportScenes,
  ...securityScenes,
  ...exchangeScenes,
  ...matrixScenes,
  ...compileScenes,
  settings: { query: 'page=settings', step: (page) => page.getByText('0.1.0').waitFor() },
  templates: { query: 'page=templates', step: (page) => page.getByText('1 tidligere udgave').click() },
  'templates-bad-file': {
    query: 'page=templates',
    step: (page) => page.getByRole('button', { name: 'Hent skabelon fra fil' }).click(),
  },
  template: {
    query: 'page=templates',
    step: async (page) => {
      await page.getByRole('button', { name: 'Åbn: Barnets lov, vores udgave, udgave 2' }).click();
      await page.getByRole('button', { name: /^Har underretter fået/u }).click();
      await page
        .getByRole('textbox', { name: 'Spørgsmål', exact: true })
        .fill('Er underretter svaret inden 6 hverdage?');
    },
  },
  'template-condition': {
    query: 'page=templates',
    step: async (page) => {
      await page.getByRole('button', { name: 'Åbn: Barnets lov, vores udgave, udgave 2' }).click();
      await page.getByRole('button', { name: /^Forelå planen i tide/u }).click();
      await page.getByRole('button', { name: 'Nyt spørgsmål' }).click();
      await page.keyboard.press('Control+S');
      await page.getByRole('button', { name: /^Forelå planen i tide/u }).click();
      await page.getByText('Hvornår spørgsmålet er relevant').scrollIntoViewIfNeeded();
    },
  },
  'template-about': {
    query: 'page=templates',
    step: async (page) => {
      await page.getByRole('button', { name: 'Kopiér: Barnets lov, udgave 1' }).click();
      await page.getByRole('button', { name: 'Om skabelonen' }).click();
    },
  },
  help: { query: 'state=month', step: (page) => page.keyboard.press('F1') },
  find: {
    query: 'state=month',
    step: async (page) => {
      await page.keyboard.press('Control+K');
      await page.keyboard.type('00');
    },
  },
};

interface View {
  readonly width: number;
  readonly height: number;
  readonly colorScheme: 'light' | 'dark';
  readonly forcedColors?: 'active';
}

const views = {
  wide: { width: 1440, height: 900, colorScheme: 'light' },
  small: { width: 1024, height: 700, colorScheme: 'light' },
  dark: { width: 1440, height: 900, colorScheme: 'dark' },
  zoom: { width: 720, height: 450, colorScheme: 'light' },
  contrast: { width: 1440, height: 900, colorScheme: 'light', forcedColors: 'active' },
  'contrast-dark': { width: 1024, height: 700, colorScheme: 'dark', forcedColors: 'active' },
  half: { width: 640, height: 700, colorScheme: 'light' },
  narrow: { width: 512, height: 350, colorScheme: 'light' },
} as const;

async function look(browser: Browser, address: string, scene: string, view: keyof typeof views): Promise<string[]> {
  const { width, height, colorScheme, forcedColors }: View = views[view];
  const zoomed = view === 'zoom' || view === 'narrow';
  const context = await browser.newContext({
    viewport: { width, height },
    colorScheme,
    ...(forcedColors === undefined ? {} : { forcedColors }),
    deviceScaleFactor: zoomed ? 2 : 1,
  });
  const page = await context.newPage();
  const found: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error') {
      found.push(`${scene} ${view}: console: ${message.text()}`);
    }
  });
  page.on('pageerror', (error) => found.push(`${scene} ${view}: ${error.message}`));
  const { query = '', step } = scenes[scene] ?? {};
  await page.goto(`${address}?${query}`);
  await page.locator('h1').first().waitFor();
  await page.waitForTimeout(400);
  await step?.(page);
  await page.waitForTimeout(500);
  await page.screenshot({ path: join(pictures, `${scene}-${view}.png`), fullPage: view !== 'wide' });
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  const scrolled = await page.evaluate(() => window.innerWidth > 768 && window.scrollY > 0);
  if (scrolled) {
    found.push(`${scene} ${view}: the window itself has scrolled; the top bar is out of sight`);
  }
  if (overflow > 0) {
    found.push(`${scene} ${view}: ${overflow} px too wide`);
  }
  await context.close();
  return found;
}

async function checkAxe(browser: Browser, address: string, scene: string, colorScheme: 'light' | 'dark') {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, colorScheme, bypassCSP: true });
  const page = await context.newPage();
  const { query = '', step } = scenes[scene] ?? {};
  await page.goto(`${address}?${query}`);
  await page.locator('h1').first().waitFor();
  await page.waitForTimeout(400);
  await step?.(page);
  await page.waitForTimeout(500);
  const { violations } = await new AxeBuilder({ page }).withTags(tags).analyze();
  await context.close();
  return violations.map(
    ({ id, help, nodes }) =>
      `${scene} ${colorScheme}: axe ${id} (${help}): ${nodes.map((node) => `${node.html} ${node.any.map((one) => one.message).join(' ')}`).join('\n    ')}`,
  );
}

const server = createServer((request, response) => {
  const path = new URL(request.url ?? '/', 'http://localhost').pathname;
  const file = join(built, path === '/' ? 'index.html' : path);
  response.setHeader('content-type', types[extname(file)] ?? 'application/octet-stream');
  createReadStream(file)
    .on('error', () => response.writeHead(404).end())
    .pipe(response);
});
await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
const address = `http://127.0.0.1:${(server.address() as { port: number }).port}/`;
await mkdir(pictures, { recursive: true });
const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox'] });
const wanted = process.argv.slice(2);
const wantedViews = (process.env['VIEWS'] ?? Object.keys(views).join(',')).split(',') as (keyof typeof views)[];
const found: string[] = [];
/** What fails is told of, and the other pictures are taken. */
const attempt = async (what: string, take: () => Promise<readonly string[]>): Promise<void> => {
  found.push(...(await take().catch((error: unknown) => [`${what}: ${String(error).slice(0, 400)}`])));
};
for (const scene of wanted.length > 0 ? wanted : Object.keys(scenes)) {
  for (const view of wantedViews) {
    await attempt(`${scene} ${view}`, () => look(browser, address, scene, view));
  }
  for (const scheme of process.env['AXE'] === '0' ? [] : (['light', 'dark'] as const)) {
    await attempt(`${scene} ${scheme}`, () => checkAxe(browser, address, scene, scheme));
  }
}
await browser.close();
server.close();
console.log(found.length === 0 ? 'nothing found' : found.join('\n'));
process.exitCode = found.length === 0 ? 0 : 1;
