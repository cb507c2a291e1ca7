import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { expect, it, onTestFinished } from 'vitest';

import { type CliSession, cliSession } from '../support/cli-session.ts';

const header = 'Sagsnr.;Barnets navn;Sagsbehandler;Team;Status;Opmærksomhedsdato';
const exportText = [
  header,
  ...Array.from(
    { length: 8 },
    (_, index) => `S-0${index + 1};Barn ${index};Rådgiver;${index % 2 ? 'Syd' : 'Nord'};Åben;01-08-2025`,
  ),
].join('\r\n');
const plan = { asOf: '2025-11-03', seed: '4711', parts: [{ kind: 'random', size: 6, stratifyBy: 'team' }] };

interface Round {
  readonly roundId: string;
  readonly cases: readonly { readonly caseId: string }[];
}

/** The JSON object that a command writes. */
async function json<T>(session: CliSession, words: readonly string[]): Promise<T> {
  const { stdout } = await session.run([...words, '--json']);
  return JSON.parse(stdout) as T;
}

/** A workspace with one round of the short checklist of reports. */
async function drawRound(session: CliSession, folder: string, at: readonly string[]): Promise<Round> {
  const [file, planFile] = [join(folder, 'sager.csv'), join(folder, 'plan.json')];
  writeFileSync(file, exportText);
  writeFileSync(planFile, JSON.stringify(plan));
  const { importId } = await json<{ importId: string }>(session, ['import', file, ...at]);
  const how = ['--plan', planFile, '--template', 'underretninger'];
  return json<Round>(session, ['draw', '--import', importId, ...how, ...at]);
}

it(
  'scripts move packages: cases out, answers home, the same file twice is nothing new',
  { timeout: 240_000 },
  async () => {
    const folder = mkdtempSync(join(tmpdir(), 'tilsyn-cli-exchange-'));
    const own = { TILSYN_PASSPHRASE: 'en lang adgangskode' };
    const session = cliSession({ ...own, TILSYN_PACKAGE_PASSPHRASE: '' });
    onTestFinished(async () => {
      await session.end();
      rmSync(folder, { recursive: true, force: true });
    });
    const at = ['--workspace', join(folder, 'konsulent')];
    const { roundId, cases: drawn } = await drawRound(session, folder, at);
    const out = join(folder, 'Nord.ltp');
    const sending = ['send', '--round', roundId, '--unit', 'Nord', '--head', 'Hanne Leder', '--out', out, ...at];
    const sent = await json<{ cases: number; passphrase: string }>(session, sending);
    expect(sent).toMatchObject({ cases: 3, passphrase: expect.stringMatching(/^(?:[a-zæøå]+ ){6}[a-zæøå]+$/u) });
    expect(await json(session, sending)).toMatchObject({ error: { code: 'report-target-exists' } });
    const elsewhere = join(folder, 'Vest.ltp');
    expect(await json(session, sending.with(4, 'Vest').with(8, elsewhere))).toMatchObject({
      error: { code: 'team-not-in-round' },
    });
    expect(existsSync(elsewhere)).toBe(false);

    // The head has a workspace of their own, made by an import that has nothing to do with the round.
    const leader = ['--workspace', join(folder, 'leder')];
    writeFileSync(join(folder, 'andet.csv'), exportText.replaceAll('S-', 'T-'));
    await json(session, ['import', join(folder, 'andet.csv'), ...leader]);
    expect(await json(session, ['receive', out, ...leader])).toMatchObject({
      error: { code: 'package-passphrase-needed' },
    });
    const knowing = cliSession({ ...own, TILSYN_PACKAGE_PASSPHRASE: sent.passphrase });
    const received = await json<{ roundId: string }>(knowing, ['receive', out, ...leader]);
    await knowing.end();
    expect(received).toMatchObject({ cases: 3, added: 3 });

    const told = join(folder, 'besvaret.json');
    const note = { value: 'no', note: 'Talt med mormor Ingrid Vang' };
    const { caseId } = drawn.find((each) => ['1', '3', '5', '7'].includes(each.caseId.slice(-1)))!;
    const reviews = [{ caseId, answers: { 'u-begrundet': note } }];
    writeFileSync(told, JSON.stringify({ template: 'underretninger', reviews }));
    await json(session, ['answer', '--round', received.roundId, '--answers', told, ...leader]);
    const answers = join(folder, 'svar.ltp');
    const result = ['result', '--round', received.roundId, '--out', answers, ...leader];
    expect(await json(session, result)).toMatchObject({ path: answers, cases: 3, closed: 0, likelyNames: 1 });
    const foreign = join(folder, 'sager.csv');
    const collected = await session.run(['collect', foreign, answers, answers, '--json', ...at]);
    expect(collected.code).toBe(1);
    expect(JSON.parse(collected.stdout)).toMatchObject({
      packages: [
        { path: foreign, error: { code: 'package-not-a-package' } },
        { unit: 'Nord', cases: 3 },
        { unit: 'Nord', outcome: 'nothing-new' },
      ],
    });
    expect(collected.stderr).toContain('Filen er ikke en pakke');
  },
);
