import { execFileSync } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

import type { Locator, Page } from '@playwright/test';

import template from '../../resources/checklists/barnets-lov.json' with { type: 'json' };
import type { AnswerValue } from '../../shared/domain/review/answer.ts';
import type { DrawRecord } from '../../shared/domain/sampling/draw-record.ts';
import { hasWorkbookReader, readWorkbook } from '../support/read-workbook.ts';
import { cliJson } from '../support/run-cli.ts';
import { exportsFolder, passphrase, Program } from './pages/program.ts';
import { look } from './support/look.ts';
import { expect, startHost, test } from './support/start-host.ts';

const pictures = resolve(import.meta.dirname, '../../test-results/pictures');
const items = template.sections.flatMap((section) => section.items.map(({ id }) => id));

/** An ordinary case: five findings, one of them critical. */
const ordinary: Readonly<Record<string, AnswerValue>> = {
  'barnets-stemme': 'no',
  'bfu-frist': 'partly',
  bisidder: 'no',
  'plan-frist': 'no',
  samvaer: 'cannot-tell',
};
const note = 'Barnet er nævnt i journalen, men dets egne ord om den konkrete støtte mangler. Ring 120315-1234.';
const action = { text: 'Barnet inviteres til samtale', owner: 'Faglig leder', due: '2026-12-01' };

/** A workspace with two cases read: an ordinary one, and one in which nearly all is wrong. */
async function readCases(folder: string): Promise<{ readonly workspace: string; readonly ids: readonly string[] }> {
  const workspace = join(folder, 'workspace');
  const run = <T>(...words: string[]): Promise<T> =>
    cliJson<T>([...words, '--workspace', workspace], { TILSYN_PASSPHRASE: passphrase });
  const { importId } = await run<{ importId: string }>('import', join(exportsFolder, 'sager-win1252.csv'));
  const plan = { asOf: '2025-11-03', seed: '20260115-4711', parts: [{ kind: 'random', size: 3 }] };
  await writeFile(join(folder, 'plan.json'), JSON.stringify(plan));
  const planned = ['--import', importId, '--plan', join(folder, 'plan.json')];
  const drawn = await run<{ roundId: string; cases: DrawRecord['cases'] }>('draw', ...planned);
  const ids = drawn.cases.map(({ caseId }) => caseId);
  const answersOf = (values: Readonly<Record<string, AnswerValue>>, other: AnswerValue) =>
    Object.fromEntries(
      items.map((id) => {
        const value = values[id] ?? other;
        const found = value === 'yes' ? {} : { note, evidence: 'Journal 12-05-2025' };
        return [id, { value, ...found, ...(id === 'barnets-stemme' ? { action } : {}) }];
      }),
    );
  const reviews = [
    { caseId: ids[0], answers: answersOf(ordinary, 'yes') },
    { caseId: ids[1], answers: answersOf({ journal: 'yes' }, 'partly') },
  ];
  await writeFile(join(folder, 'answers.json'), JSON.stringify({ template: 'barnets-lov', reviews }));
  const outcome = await run('answer', '--round', drawn.roundId, '--answers', join(folder, 'answers.json'));
  expect(outcome).toEqual({ accepted: 2 * items.length, rejected: [] });
  return { workspace, ids };
}

test('the talk with the caseworker by keyboard alone: written, kept, printed on one page, saved and read back', async ({
  browser,
}, info) => {
  test.setTimeout(300_000);
  await mkdir(pictures, { recursive: true });
  const scratch = await mkdtemp(join(tmpdir(), 'tilsyn-talk-'));
  const { workspace, ids } = await readCases(scratch);
  const host = await startHost({ workspace });
  const context = await browser.newContext({ bypassCSP: true, viewport: { width: 1440, height: 900 } });
  const page = await context.newPage();
  await page.goto(host.link);
  await page.getByRole('textbox', { name: 'Adgangskode' }).fill(passphrase);
  await page.keyboard.press('Enter');
  const program = new Program(page);
  await program.onPage('Overblik');

  await openTalk(page, ids[0]!);
  await write(page);
  await look(page, 'samtale');

  // A new window onto the same workspace: what was typed is on the disk.
  await page.reload();
  await program.onPage('Overblik');
  await openTalk(page, ids[0]!);
  await expect(page.getByLabel(/^Lederens ord/u)).toHaveValue('Barnets egne ord står i planen.');
  await expect(page.getByRole('textbox', { name: /^Rådgiverens egne ord/u }).first()).toHaveValue('Barnet blev hørt.');
  await expect(page.getByLabel('Frist for det aftalte')).toHaveValue('01-12-2026');

  const [only, ...more] = await printed(page, 'samtale');
  expect(more).toEqual([]);
  for (const text of [
    'Fortroligt – indeholder oplysninger om en enkelt sag',
    'Det er gjort godt',
    'Barnets egne ord står i planen.',
    'Uenig: Barnet blev hørt.',
    'Ny samtale senest fredag',
    '01-12-2026',
    'Barnet inviteres til samtale',
    'Side 1 af 1',
  ]) {
    expect(only).toContain(text);
  }
  expect(only).not.toMatch(/(?<!\d)\d{6}-?\d{4}(?!\d)|Gem som Excel|Ikke talt om/u);

  const path = await saved(page, info.outputDir);
  test.skip(!hasWorkbookReader, 'the written sheet was not opened again: python3-openpyxl is not installed');
  const sheets = Object.entries(readWorkbook(path));
  expect(sheets.map(([name]) => name)).toEqual([`Sag ${ids[0]}`]);
  const rows = sheets[0]![1];
  const critical = rows.find(([first]) => String(first).startsWith('Kritisk: Er barnets holdning'))!;
  expect(critical.slice(1)).toEqual(['Nej', expect.stringContaining('Note: Barnet'), 'Uenig: Barnet blev hørt.']);
  expect(rows.find(([first]) => first === 'Frist')![1]).toBe('2026-12-01T00:00:00');
  expect(rows.flat()).toContain('Fortroligt – indeholder oplysninger om en enkelt sag');
  expect(JSON.stringify(rows)).not.toMatch(/(?<!\d)\d{6}-?\d{4}(?!\d)/u);

  // Where nearly all is wrong the page flows on, and each sheet of paper names its columns.
  await openTalk(page, ids[1]!, 1);
  const long = await printed(page, 'samtale-mange-fund');
  expect(long.length).toBeGreaterThan(1);
  const withFindings = long.filter((text) => /Delvist · /u.test(text));
  expect(withFindings.length).toBeGreaterThan(1);
  for (const text of withFindings) expect(text).toContain('Rådgiverens bemærkning');

  await context.close();
  await host.stop();
  await rm(scratch, { recursive: true, force: true });
});

/** From the rail to the talk about a case of the round, with keys alone; the page opens the first one begun. */
async function openTalk(page: Page, caseId: string, after = 0): Promise<void> {
  await page.keyboard.press('Alt+5');
  for (let step = 0; step < after; step += 1) {
    await tabTo(page, page.getByRole('button', { name: /^Næste sag/u }));
    await page.keyboard.press('Enter');
  }
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(`Sag ${caseId}`);
  await tabTo(page, page.getByRole('button', { name: 'Samtale', exact: true }));
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(`Samtale om sag ${caseId}`);
  await expect(page.getByRole('table')).toBeVisible();
}

async function write(page: Page): Promise<void> {
  await tabTo(page, page.getByLabel(/^Lederens ord/u));
  await page.keyboard.type('Barnets egne ord står i planen.');
  // The critical finding stands first; its three choices are one stop, and the arrows choose.
  await tabTo(page, page.getByRole('radio', { name: 'Ikke talt om' }).first());
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  await expect(page.getByRole('radio', { name: 'Uenig' }).first()).toBeChecked();
  await tabTo(page, page.getByRole('textbox', { name: /^Rådgiverens egne ord/u }).first());
  await page.keyboard.type('Barnet blev hørt.');
  await tabTo(page, page.getByLabel('Hvad er aftalt?'));
  await page.keyboard.type('Ny samtale senest fredag');
  await tabTo(page, page.getByLabel('Frist for det aftalte'));
  await page.keyboard.type('1-12-26');
  await page.keyboard.press('Tab');
  await expect(page.getByText(/^Gemt \d\d\.\d\d$/u)).toBeVisible();
}

async function saved(page: Page, folder: string): Promise<string> {
  const download = page.waitForEvent('download', { timeout: 30_000 });
  const button = page.getByRole('button', { name: 'Gem som Excel' });
  await button.focus();
  await page.keyboard.press('Enter');
  const path = `${folder}/${(await download).suggestedFilename()}`;
  await (await download).saveAs(path);
  await expect(page.getByText(/^Gemt: samtale-/u)).toBeVisible();
  return path;
}

/** Presses Tab until the element has the focus, as a person without a mouse does. */
async function tabTo(page: Page, wanted: Locator): Promise<void> {
  await expect(wanted).toBeAttached();
  for (let step = 0; step < 80; step += 1) {
    if (await wanted.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error('the element cannot be reached by Tab');
}

/** The text of each page as it is printed. */
async function printed(page: Page, name: string): Promise<readonly string[]> {
  const path = resolve(pictures, `${name}.pdf`);
  await writeFile(path, await page.pdf({ preferCSSPageSize: true }));
  expect(execFileSync('pdfinfo', [path], { encoding: 'utf8' })).toMatch(/Page size:\s+59\d(\.\d+)? x 84\d/u);
  const text = execFileSync('pdftotext', ['-layout', path, '-'], { encoding: 'utf8' });
  return text
    .split('\f')
    .filter((each) => each.trim() !== '')
    .map((each) => each.replaceAll(/\s+/gu, ' '));
}
