import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { beforeEach, describe, expect, it } from 'vitest';

import { ownFrame } from './electron-stand-in.ts';
import { shellInFolder, type StartInTest } from './shell-in-folder.ts';

let folder: string;
let start: StartInTest;
beforeEach(async () => {
  ({ folder, start } = await shellInFolder());
});

const usual = { colorScheme: 'auto', singleKeys: true, screenCapture: false, lockAfterMinutes: 15 };

/** Asks for settings as the page does, and gives the core's answer to the line of the audit log. */
async function choose(started: Awaited<ReturnType<StartInTest>>, wanted: object, coreAnswer: object | null) {
  const answers: unknown[] = [];
  started.window.openPage().host.onFrame((answer) => answers.push(answer));
  started.window.receive(ownFrame, { type: 'call', id: 1, name: 'system.setSettings', input: { ...usual, ...wanted } });
  if (coreAnswer !== null) {
    await expect.poll(() => started.core.sent.length).toBe(1);
    started.core.answer(coreAnswer);
  }
  await expect.poll(() => answers.length).toBe(1);
  return answers[0];
}

describe('the switch for screen capture', () => {
  it('takes effect at once, after the audit log has it', async () => {
    const started = await start();
    expect(await choose(started, { screenCapture: true }, { type: 'result', value: null })).toMatchObject({
      type: 'result',
    });
    expect(started.core.sent).toMatchObject([{ name: 'host.note', input: { kind: 'screen-capture-on' } }]);
    expect(started.window.done.slice(-1)).toEqual(['content protection false']);
    expect(started.stored['page']).toMatchObject({ screenCapture: true });
  });

  it('hides the window again, which is logged too', async () => {
    const started = await start({}, { page: { ...usual, screenCapture: true } });
    expect(started.window.done[0]).toBe('content protection false');
    await choose(started, {}, { type: 'result', value: null });
    expect(started.core.sent).toMatchObject([{ name: 'host.note', input: { kind: 'screen-capture-off' } }]);
    expect(started.window.done.at(-1)).toBe('content protection true');
  });

  it('does nothing when it cannot be logged', async () => {
    const started = await start();
    const failure = { type: 'failure', error: { code: 'workspace-locked', message: '' } };
    expect(await choose(started, { screenCapture: true }, failure)).toMatchObject({
      error: { code: 'workspace-locked' },
    });
    expect([started.window.done.at(-1), started.stored['page']]).toEqual(['show', undefined]);
  });

  it('logs nothing when another setting changes', async () => {
    const started = await start();
    expect(await choose(started, { lockAfterMinutes: 5, colorScheme: 'dark' }, null)).toMatchObject({ type: 'result' });
    expect(started.core.sent).toEqual([]);
    expect(started.stored['page']).toMatchObject({ lockAfterMinutes: 5 });
  });

  it.each([
    ['screen capture', { allowScreenCapture: false }, { screenCapture: true }],
    ['a longer time before locking', { lockAfterMinutes: 10 }, { lockAfterMinutes: 15 }],
  ])('is refused where the organisation forbids %s', async (_what, policy, wanted) => {
    await writeFile(join(folder, 'policy.json'), JSON.stringify(policy));
    const stored = { page: { ...usual, screenCapture: true, lockAfterMinutes: 60 } };
    const started = await start({}, stored, { TILSYN_POLICY_FOLDER: folder });
    expect(started.window.done[0]).toBe(`content protection ${'allowScreenCapture' in policy}`);
    expect(await choose(started, wanted, null)).toMatchObject({ error: { code: 'forbidden-by-policy' } });
    expect(started.stored['page']).toEqual(stored.page);
  });
});
