import { chmod, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { defaultSettings, settingsFrom } from '#core/files/host-settings.ts';
import { machineFolders, readPolicy } from '#core/files/read-policy.ts';
import { noPolicy, parsePolicy } from '#shared/domain/policy.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tilsyn-policy-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const read = (installed = false) =>
  readPolicy({ platform: 'linux', environment: { TILSYN_POLICY_FOLDER: folder } }, installed);
const write = (content: string | Uint8Array) => writeFile(join(folder, 'policy.json'), content);

describe('the policy of a computer', () => {
  it('is none where there is no file', async () => {
    expect(await read()).toEqual({
      forcePassphrase: false,
      retentionMonths: null,
      forbidInternalExport: false,
      allowScreenCapture: null,
      lockAfterMinutes: null,
      source: null,
    });
    expect(await readPolicy({ platform: 'linux', environment: {} }, false)).toEqual(noPolicy);
  });

  it('says what it says, and leaves the rest open', async () => {
    await write('{"forbidInternalExport":true,"lockAfterMinutes":5}');
    const source = join(folder, 'policy.json');
    expect(await read()).toEqual({ ...noPolicy, forbidInternalExport: true, lockAfterMinutes: 5, source });
  });

  it.each([
    ['UTF-8 with a mark in front', Buffer.from('\uFEFF{"forcePassphrase":true}')],
    ['UTF-16, as Windows tools write it', Buffer.from('\uFEFF{"forcePassphrase":true}', 'utf16le')],
  ])('is read in %s', async (_how, bytes) => {
    await write(bytes);
    expect(await read()).toMatchObject({ forcePassphrase: true });
  });

  it.each([
    ['nothing', ''],
    ['no JSON', 'forcePassphrase = true'],
    ['no object', '[]'],
    ['null', 'null'],
    ['a misspelt rule', '{"forcePassphrases":true}'],
    ['a rule as text', '{"forcePassphrase":"true"}'],
    ['no time at all', '{"retentionMonths":0}'],
    ['a time beyond five years', '{"retentionMonths":61}'],
    ['half a month', '{"retentionMonths":1.5}'],
    ['minutes that nobody can choose', '{"lockAfterMinutes":7}'],
    ['a source of its own', '{"source":"x"}'],
    ['more than a policy', `{"forcePassphrase":true}${' '.repeat(65_536)}`],
    ['broken letters', Buffer.from([0x7b, 0xc3, 0x28, 0x7d])],
  ])('is refused when it holds %s', async (_what, content) => {
    await write(content);
    await expect(read()).rejects.toMatchObject({ name: 'AppError', code: 'policy-invalid' });
  });

  it('is refused when it is there and cannot be read', async () => {
    await mkdir(join(folder, 'policy.json'));
    await expect(read()).rejects.toMatchObject({ code: 'policy-invalid' });
    await rm(join(folder, 'policy.json'), { recursive: true });
    await write('{}');
    await chmod(join(folder, 'policy.json'), 0);
    const outcome = await read().catch((error: unknown) => error);
    // A test that runs as root may read everything.
    expect(outcome).toMatchObject(process.getuid?.() === 0 ? noPolicyOf() : { code: 'policy-invalid' });
  });
  const noPolicyOf = () => ({ ...noPolicy, source: join(folder, 'policy.json') });

  it('comes from nowhere but the computer once the program is installed', async () => {
    await write('no policy at all');
    expect(await read(true)).toEqual(noPolicy);
  });

  it.each([
    ['linux', {}, ['/etc/ledelsestilsyn']],
    ['darwin', {}, ['/Library/Application Support/Ledelsestilsyn']],
    ['win32', {}, ['C:\\ProgramData\\Ledelsestilsyn']],
    ['win32', { ProgramData: 'D:\\Data' }, ['C:\\ProgramData\\Ledelsestilsyn', 'D:\\Data\\Ledelsestilsyn']],
    ['win32', { ProgramData: 'relative' }, ['C:\\ProgramData\\Ledelsestilsyn']],
  ] as const)('lies on %s with %o in %o', (platform, environment, folders) => {
    expect(machineFolders({ platform, environment })).toEqual(folders);
  });
});

describe('settings under a policy', () => {
  const policyOf = (rules: object) => parsePolicy(JSON.stringify(rules), 'policy.json')!;

  it.each([
    [{}, { screenCapture: false, lockAfterMinutes: 15 }],
    [{ allowScreenCapture: true }, { screenCapture: true, lockAfterMinutes: 15 }],
    [{ allowScreenCapture: false }, { screenCapture: false, lockAfterMinutes: 15 }],
    [{ lockAfterMinutes: 10 }, { screenCapture: false, lockAfterMinutes: 10 }],
    [{ lockAfterMinutes: 60 }, { screenCapture: false, lockAfterMinutes: 15 }],
  ])('%o begin with %o', (rules, expected) => {
    expect(defaultSettings(policyOf(rules))).toEqual({ colorScheme: 'auto', singleKeys: true, ...expected });
  });

  it('keep what was chosen before there were these, and what is within the rules', () => {
    const usual = { colorScheme: 'auto', singleKeys: true, screenCapture: false, lockAfterMinutes: 15 };
    expect(settingsFrom({ colorScheme: 'dark', singleKeys: false }, noPolicy)).toEqual({
      ...usual,
      colorScheme: 'dark',
      singleKeys: false,
    });
    expect(settingsFrom({ ...usual, lockAfterMinutes: 7 }, noPolicy)).toEqual(usual);
    const chosen = { ...usual, screenCapture: true, lockAfterMinutes: 60 };
    expect(settingsFrom(chosen, noPolicy)).toEqual(chosen);
    expect(settingsFrom(chosen, policyOf({ allowScreenCapture: false, lockAfterMinutes: 5 }))).toEqual({
      ...usual,
      lockAfterMinutes: 5,
    });
    for (const damaged of [undefined, null, [], 'x', 7]) expect(settingsFrom(damaged, noPolicy)).toEqual(usual);
  });
});
