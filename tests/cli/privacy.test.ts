import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import {
  filesIn,
  type PersonalData,
  personalData,
  personsIn,
  personsInBytes,
  personsInFolder,
  personsInReport,
} from '../support/personal-data.ts';
import { type CliSession, cliSession } from '../support/cli-session.ts';
import { type CliRun, runProgram } from '../support/run-cli.ts';

const source = resolve(import.meta.dirname, '../fixtures/exports/sager-win1252.csv');
const preload = pathToFileURL(resolve(import.meta.dirname, '../support/no-network.mjs')).href;
const passphrase = 'fire almindelige ord her';
const note = 'Notatet om barnet står kun i sagen';

let folder: string;
let session: CliSession;
/** What the process wrote beside what the commands said. */
let beside = '';
let data: PersonalData;
const runs: (CliRun & { readonly words: readonly string[] })[] = [];
const at = (name: string): string => join(folder, name);

async function run(...words: string[]): Promise<CliRun> {
  const done = await session.run([...words, '--workspace', at('workspace'), '--json']);
  runs.push({ ...done, words });
  return done;
}
async function ran<T>(...words: string[]): Promise<T> {
  const { code, stdout, stderr } = await run(...words);
  expect({ code, stderr: code === 0 ? '' : stderr }, words.join(' ')).toEqual({ code: 0, stderr: '' });
  return JSON.parse(stdout) as T;
}
const write = async (name: string, text: string): Promise<string> => {
  await writeFile(at(name), text);
  return at(name);
};

let child = '';
let caseId = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tilsyn-cli-privacy-'));
  await Promise.all(['temporary', 'home', 'own', 'committee'].map((name) => mkdir(at(name))));
  await writeFile(at('network'), '');
  data = await personalData();
  session = cliSession({
    TILSYN_PASSPHRASE: passphrase,
    TILSYN_NETWORK_LOG: at('network'),
    NODE_OPTIONS: `--import ${preload}`,
    TMPDIR: at('temporary'),
    HOME: at('home'),
  });
  const { importId } = await ran<{ importId: string }>('import', source);
  const plan = { asOf: '2025-11-03', seed: '20260115-4711', parts: [{ kind: 'random', size: 12, stratifyBy: 'team' }] };
  const planPath = await write('plan.json', JSON.stringify(plan));
  const record = at('own/protokol.json');
  const drawn = await ran<{ roundId: string; cases: readonly { caseId: string }[] }>(
    'draw', '--import', importId, '--plan', planPath, '--record', record,
  ); // prettier-ignore
  const { roundId, cases } = drawn;
  [child = ''] = data.names;
  ({ caseId = '' } = cases[0] ?? {});
  const values = ['yes', 'no', 'yes', 'partly', 'cannot-tell'];
  const reviews = cases.map((drawnCase, index) => ({
    caseId: drawnCase.caseId,
    answers: { 'barnets-stemme': { value: values[index % 5], note: `${note}: ${child}, sag ${caseId}` } },
  }));
  const answers = await write('own/svar.json', JSON.stringify({ template: 'barnets-lov', reviews }));
  await ran('answer', '--round', roundId, '--answers', answers);
  for (const kind of ['political', 'year'] as const) {
    for (const format of ['xlsx', 'pdf', 'docx']) {
      await ran('report', '--round', roundId, '--kind', kind, '--out', at(`committee/${kind}.${format}`));
    }
  }
  for (const kind of ['leader', 'administrative', 'casework'] as const) {
    await ran('report', '--round', roundId, '--kind', kind, '--out', at(`own/${kind}.xlsx`));
  }
  await ran('sheet', '--round', roundId, '--out', at('own/ark.xlsx'));
  await ran('verify', '--record', record, source);
  await ran('date-check', '--import', importId, '--out', at('own/datoer.xlsx'));
  await ran('audit', '--check', '--out', at('committee/log.xlsx'));
  const rounds = await ran<readonly { name: string }[] | { rounds: readonly { name: string }[] }>('retention');
  const [{ name }] = ('rounds' in rounds ? rounds.rounds : rounds) as readonly [{ name: string }];
  await fail(roundId);
  await ran('delete', '--round', roundId, '--name', name, '--out', at('committee/kvittering.xlsx'));
  beside = await session.end();
}, 300_000);
afterAll(() => rm(folder, { recursive: true, force: true }));

/** Everything that can go wrong with a file that quotes somebody, or with a case that is not there. */
async function fail(roundId: string): Promise<void> {
  const cpr = [...data.cprNumbers][0] ?? '';
  const broken = [
    `{"template": ${child}}`,
    `${child} ${cpr}`,
    `{"reviews": [{"caseId": "${caseId}", "answers": {"a": {"value": "${child}", "note": "${cpr}"}}}]}`,
    `{"template": "barnets-lov", "reviews": "${child}"}`,
    `{"template": "barnets-lov", "reviews": [{"caseId": "${caseId}", "answers": {"barnets-stemme": {"value": "${child}"}}}]}`,
    JSON.stringify({ template: child, reviews: [{ caseId, answers: {} }] }),
  ];
  for (const [index, text] of broken.entries()) {
    const path = await write(`own/forkert-${index}.json`, text);
    expect((await run('answer', '--round', roundId, '--answers', path)).code, text).toBe(1);
    expect((await run('import', source, '--mapping', path)).code).toBe(1);
    expect((await run('draw', '--import', 'x', '--plan', path)).code).toBe(1);
    expect((await run('verify', '--record', path, source)).code).toBe(1);
    expect((await run('import', path)).code).toBe(1);
  }
}

describe('the whole job on the command line leaves nobody behind', () => {
  it('wrote internal reports that name people, so that the search finds what is there', async () => {
    expect(data.names.length).toBeGreaterThan(100);
    expect(await personsInReport(at('own/casework.xlsx'), data)).toContain(caseId);
    expect(personsInBytes(await readFile(source), data).length).toBeGreaterThan(500);
  });

  it('in the workspace', async () => {
    expect((await filesIn(at('workspace'))).length).toBeGreaterThan(1);
    expect(await personsInFolder(at('workspace'), data)).toEqual([]);
  });

  it('in temporary folders or in the home folder', async () => {
    expect(await filesIn(at('temporary'))).toEqual([]);
    expect(await filesIn(at('home'))).toEqual([]);
  });

  it('in what goes to the committee, in the log, and on the receipt of the deletion', async () => {
    const papers = await filesIn(at('committee'));
    expect(papers).toHaveLength(8);
    for (const paper of papers) {
      expect(await personsInReport(paper, data), paper).toEqual([]);
    }
  });

  it('in what it says on stderr, nor in its errors', () => {
    expect(beside).toBe('');
    expect(runs.filter(({ code }) => code === 1)).toHaveLength(30);
    for (const { words, code, stdout, stderr } of runs) {
      expect(personsIn(stderr, data), words.join(' ')).toEqual([]);
      if (code === 1) expect(personsIn(stdout, data), words.join(' ')).toEqual([]);
      expect(stderr).not.toContain(note);
    }
  });

  it('and the passphrase is nowhere: not said, not stored, not taken as a word of the command line', async () => {
    expect(runs.every(({ stdout, stderr }) => !`${stdout}${stderr}`.includes(passphrase))).toBe(true);
    for (const path of await filesIn(folder)) {
      expect((await readFile(path)).includes(passphrase), path).toBe(false);
    }
    for (const word of ['--passphrase', '--password', '--adgangskode', '-p']) {
      const { code, stderr } = await runProgram(['audit', '--workspace', at('workspace'), word, passphrase]);
      expect({ code, says: stderr.includes(passphrase) }).toEqual({ code: 1, says: false });
    }
    const without = await runProgram(['audit', '--workspace', at('workspace'), '--json'], { TILSYN_PASSPHRASE: '' });
    expect(JSON.parse(without.stdout)).toMatchObject({ error: { code: 'workspace-locked' } });
  }, 60_000);
});

it('the whole job uses no network, listens nowhere and starts no other program', async () => {
  expect(await readFile(at('network'), 'utf8')).toBe('');
});
