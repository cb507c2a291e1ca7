import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { beforeEach, describe, expect, it } from 'vitest';

import { shellInFolder, type StartInTest } from './shell-in-folder.ts';

let folder: string;
let start: StartInTest;
beforeEach(async () => {
  ({ folder, start } = await shellInFolder());
});

const told = 'error box Ledelsestilsyn stoppede uventet: Det, der er gemt, er der stadig. Start programmet igen.';

describe('an error that nobody handled', () => {
  it.each(['uncaughtException', 'unhandledRejection'])(
    '(%s) ends the program in order, without its words',
    async (event) => {
      const { faults, recorded, core, logged, logPath } = await start();
      faults.emit(event, new Error('Signe Syntetisk 010115-9999 kunne ikke læses'));
      faults.emit(event, 'Signe igen');
      expect(recorded.calls.filter((call) => call.startsWith('error box'))).toEqual([told]);
      expect(core.sent).toEqual([{ type: 'stop' }]);
      expect(recorded.calls).not.toContain('exit 1');
      core.exit(0);
      expect(recorded.calls.at(-1)).toBe('exit 1');
      expect(logged().slice(-2)).toMatchObject([
        { event: 'program-failed', place: expect.stringMatching(/^faults\.test\.ts:\d+$/) },
        { event: 'program-failed' },
      ]);
      expect(await readFile(logPath, 'utf8')).not.toMatch(/Signe|010115|kunne/);
    },
  );
});

describe('a call that fails', () => {
  it('is logged by its code and its time, and nothing of what was asked', async () => {
    const { window, core, logged, logPath } = await start();
    window.openPage().host.send({ type: 'call', id: 1, name: 'report.write', input: reportOf('Signe Syntetisk') });
    await expect.poll(() => core.sent).toMatchObject([{ name: 'report.write' }]);
    core.answer({ type: 'failure', error: { code: 'disk-full', message: 'Signe 010115-9999' } });
    await expect.poll(() => logged().at(-1)).toMatchObject({ event: 'call-failed', level: 'warning' });
    expect(Object.keys(logged().at(-1)!).toSorted()).toEqual(['at', 'code', 'event', 'level', 'ms', 'operation']);
    expect(await readFile(logPath, 'utf8')).not.toMatch(/Signe|010115/);
  });

  it('is not logged where the person cancelled it', async () => {
    const { window, core, logged } = await start();
    window.openPage().host.send({ type: 'call', id: 1, name: 'report.write', input: reportOf('x') });
    await expect.poll(() => core.sent).toHaveLength(1);
    core.answer({ type: 'failure', error: { code: 'cancelled', message: '' } });
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(logged().map(({ event }) => event)).toEqual(['program-started']);
  });

  const reportOf = (name: string) => ({ roundId: name, kind: 'political', target: { ref: 'r', name } });
});

describe('a process of Chromium that ends', () => {
  it('is logged, and the program lives on', async () => {
    const { recorded, logged } = await start();
    recorded.app.emit('child-process-gone', {}, { type: 'GPU', reason: 'crashed', name: 'Signe' });
    recorded.app.emit('child-process-gone', {}, { type: 'GPU', reason: 'a reason of tomorrow' });
    expect(
      logged()
        .slice(-2)
        .map(({ event, ending }) => [event, ending]),
    ).toEqual([
      ['process-gone', 'crashed'],
      ['process-gone', undefined],
    ]);
    expect(recorded.calls.at(-1)).toBe('menu');
  });
});

describe("the organisation's rules", () => {
  it('stop the program with a sentence when they cannot be understood', async () => {
    await writeFile(join(folder, 'policy.json'), '{"forcePassphrase":"ja"}');
    const { recorded, forked, logged } = await start({}, {}, { TILSYN_POLICY_FOLDER: folder });
    expect(recorded.calls.slice(-2)).toEqual([
      'error box Organisationens regler for programmet kan ikke læses: Programmet starter ikke uden dem, og intet er ' +
        'ændret. Bed it-afdelingen rette filen policy.json.',
      'exit 1',
    ]);
    expect([forked, recorded.windows]).toEqual([[], []]);
    expect(logged().at(-1)).toMatchObject({ event: 'start-refused', code: 'policy-invalid' });
  });

  it('are told to the core', async () => {
    await writeFile(join(folder, 'policy.json'), '{"forcePassphrase":true,"retentionMonths":24}');
    const { forked } = await start({}, {}, { TILSYN_POLICY_FOLDER: folder });
    expect(JSON.parse(forked[0]?.options ?? '')).toMatchObject({
      policy: { forcePassphrase: true, retentionMonths: 24, source: join(folder, 'policy.json') },
    });
  });

  it('are never taken from a variable once the program is installed', async () => {
    await writeFile(join(folder, 'policy.json'), 'no policy at all');
    const { recorded } = await start({ packaged: true }, {}, { TILSYN_POLICY_FOLDER: folder });
    expect(recorded.windows).toHaveLength(1);
  });
});
