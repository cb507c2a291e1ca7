import { beforeEach, describe, expect, it } from 'vitest';

import { operations } from '#shared/contract/operations.ts';

import { ownFrame } from './electron-stand-in.ts';
import { shellInFolder, type StartInTest } from './shell-in-folder.ts';
import { fc } from '../support/fast-check.ts';

/** What a page that was taken over may send: the main process checks every frame again, as if there were no preload. */
let start: StartInTest;
beforeEach(async () => {
  ({ start } = await shellInFolder());
});

async function send(frames: readonly unknown[]) {
  const { window, core, recorded } = await start();
  const answers: { readonly type: string; readonly error?: { readonly code: string } }[] = [];
  window.openPage().host.onFrame((answer) => answers.push(answer as never));
  for (const frame of frames) window.receive(ownFrame, frame);
  await new Promise((resolve) => setTimeout(resolve, 5));
  return { answers, core, recorded };
}

const call = { type: 'call', id: 1 };

describe('a frame of the page', () => {
  it.each([
    ['no operation', { ...call, name: 'files.read', input: {} }, 'unknown-operation'],
    ['a property of every object', { ...call, name: '__proto__', input: {} }, 'unknown-operation'],
    ['a method of every object', { ...call, name: 'toString', input: {} }, 'unknown-operation'],
    [
      'a field of the wrong type',
      { ...call, name: 'system.setSettings', input: { screenCapture: 1 } },
      'invalid-input',
    ],
    ['a name that is a path', { ...call, name: 'system.saveFile', input: { suggestedName: '' } }, 'invalid-input'],
    ['an input that is none', { ...call, name: 'workspace.unlock', input: 'passphrase' }, 'invalid-input'],
  ])('with %s is refused in the main process', async (_what, frame, code) => {
    const { answers, core } = await send([frame]);
    expect(answers).toMatchObject([{ type: 'failure', error: { code } }]);
    expect(core.sent).toEqual([]);
  });

  it.each([
    ['what the main process tells the core', { type: 'stop' }],
    ['a file to read', { type: 'offer', ref: 'r', source: { path: '/etc/passwd' } }],
    ['a place to write to', { type: 'target', ref: 'r', path: '/home/ase/.bashrc' }],
    ['an answer about the key', { type: 'key-store-answer', id: 1, value: 'protected' }],
    ['an answer of the core', { type: 'result', id: 1, value: {} }],
    ['a call without an input', { ...call, name: 'system.saveFile' }],
    ['a call without a number', { ...call, id: 'x', name: 'system.about', input: {} }],
  ])('that is %s reaches nobody', async (_what, frame) => {
    const { answers, core } = await send([frame]);
    expect([answers, core.sent]).toEqual([[], []]);
  });

  it('cannot reach a core operation with an input that the contract refuses, whatever it is', async () => {
    const names = Object.keys(operations).filter((name) => !name.startsWith('system.'));
    const { window, core } = await start();
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...names), fc.jsonValue(), async (name, input) => {
        const row = operations[name as keyof typeof operations];
        fc.pre(!row.input.safeParse(input).success);
        const before = core.sent.length;
        window.receive(ownFrame, { ...call, name, input });
        await Promise.resolve();
        expect(core.sent.length).toBe(before);
      }),
    );
  });

  it('cannot pollute what the main process passes on', async () => {
    const frame = JSON.parse(
      '{"type":"call","id":1,"name":"workspace.unlock","input":{"passphrase":"x","__proto__":{"polluted":true}}}',
    ) as unknown;
    const { core } = await send([frame]);
    expect(core.sent).toMatchObject([{ name: 'workspace.unlock', input: { passphrase: 'x' } }]);
    expect(Object.keys((core.sent[0] as { input: object }).input)).toEqual(['passphrase']);
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  });
});
