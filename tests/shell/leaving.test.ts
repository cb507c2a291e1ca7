import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

import { shellInFolder, type StartInTest } from './shell-in-folder.ts';

let start: StartInTest;
beforeEach(async () => {
  ({ start } = await shellInFolder());
});
afterEach(() => void vi.useRealTimers());

const lock = { type: 'call', name: 'workspace.lock', input: {} };

describe('the workspace locks when', () => {
  it.each([
    ['the screen locks', 'lock-screen'],
    ['another user signs in', 'user-did-resign-active'],
  ])('%s: the page is told first, and has two seconds to save what is being typed', async (_when, event) => {
    vi.useFakeTimers({ toFake: ['setTimeout'] });
    const { recorded, window, core } = await start();
    const heard: unknown[] = [];
    window.toPage.on('tilsyn', (_event, frame) => heard.push(frame));
    recorded.power.emit(event);
    expect(heard).toEqual([{ type: 'event', event: { name: 'leaving' } }]);
    vi.advanceTimersByTime(1_999);
    expect(core.sent).toEqual([]);
    vi.advanceTimersByTime(1);
    expect(core.sent).toMatchObject([lock]);
  });

  it('the computer sleeps, where no time is left', async () => {
    const { recorded, core } = await start();
    recorded.power.emit('suspend');
    expect(core.sent).toMatchObject([lock]);
  });

  it.each(['query-session-end', 'session-end'])('Windows shuts down (%s), which nothing here delays', async (event) => {
    const { window, core } = await start();
    let prevented = false;
    window.events.emit(event, { preventDefault: () => (prevented = true) });
    expect(core.sent).toMatchObject([lock]);
    expect(prevented).toBe(false);
  });

  it('nobody touches the computer for the time chosen: once, and again after somebody came back', async () => {
    vi.useFakeTimers({ toFake: ['setInterval'] });
    const page = { colorScheme: 'auto', singleKeys: true, screenCapture: false, lockAfterMinutes: 5 };
    const { recorded, core } = await start({}, { page });
    const after = (seconds: number): number => {
      recorded.idleSeconds = seconds;
      vi.advanceTimersByTime(15_000);
      return core.sent.length;
    };
    expect([after(0), after(299), after(300), after(315), after(3), after(600)]).toEqual([0, 0, 1, 1, 1, 2]);
  });

  it('the time of the organisation is shorter than the one chosen', async () => {
    vi.useFakeTimers({ toFake: ['setInterval'] });
    const { folder, start: startHere } = await shellInFolder();
    const { writeFile } = await import('node:fs/promises');
    await writeFile(`${folder}/policy.json`, '{"lockAfterMinutes":10}');
    const page = { colorScheme: 'auto', singleKeys: true, screenCapture: false, lockAfterMinutes: 60 };
    const { recorded, core } = await startHere({}, { page }, { TILSYN_POLICY_FOLDER: folder });
    recorded.idleSeconds = 601;
    vi.advanceTimersByTime(15_000);
    expect(core.sent).toMatchObject([lock]);
  });
});
