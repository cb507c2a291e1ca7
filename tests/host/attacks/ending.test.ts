import { once } from 'node:events';

import { afterEach, describe, expect, it } from 'vitest';

import type { Timers } from '../../../electron/host/idle-watch.ts';
import { usualIdleMs } from '../../../electron/host/idle-watch.ts';
import { call, type StartedHost, startedHost, wireProtocols } from '../started-host.ts';

/** Time that goes only when it is told to. */
function handTime() {
  let now = 0;
  const tasks = new Map<object, { readonly at: number; readonly task: () => void }>();
  const timers: Timers = {
    after: (ms, task) => {
      const key = {};
      tasks.set(key, { at: now + ms, task });
      return () => void tasks.delete(key);
    },
  };
  const pass = (ms: number): void => {
    now += ms;
    for (const [key, { at, task }] of tasks) {
      if (at <= now && tasks.delete(key)) task();
    }
  };
  return { timers, pass, waiting: () => tasks.size };
}

let started: StartedHost;
afterEach(() => started.end());

const page = async (session: string) => {
  const { outcome, socket } = await started.openSocket(wireProtocols(session), { origin: started.origin });
  expect(outcome).toBe('open');
  return socket;
};
const isUp = async (): Promise<boolean> => (await started.ask('/').catch(() => null)) !== null;

describe('the program ends by itself', () => {
  it('when nobody uses the link', async () => {
    const { timers, pass } = handTime();
    started = await startedHost({ timers });
    pass(usualIdleMs - 1);
    expect(await isUp()).toBe(true);
    pass(1);
    expect(await started.host.ended).toBe('idle');
    expect(await isUp()).toBe(false);
  });

  it('not while a page is connected; ten minutes after the last one went, and a new page counts anew', async () => {
    const { timers, pass, waiting } = handTime();
    started = await startedHost({ timers });
    const session = await started.openSession();
    const first = await page(session);
    await expect.poll(waiting).toBe(0);
    pass(100 * usualIdleMs);
    expect(await isUp()).toBe(true);
    first.terminate();
    await expect.poll(waiting).toBe(1);
    pass(usualIdleMs - 1);
    const second = await page(session);
    await expect.poll(waiting).toBe(0);
    pass(usualIdleMs);
    expect(await isUp()).toBe(true);
    second.terminate();
    await expect.poll(waiting).toBe(1);
    pass(usualIdleMs);
    expect(await started.host.ended).toBe('idle');
    expect(await isUp()).toBe(false);
  });

  it('and requests without a page do not keep it alive', async () => {
    const { timers, pass } = handTime();
    started = await startedHost({ timers });
    await started.openSession();
    pass(usualIdleMs - 1);
    await started.ask('/');
    pass(1);
    expect(await started.host.ended).toBe('idle');
  });

  it('waits for nothing more once it ends, although the page that was connected goes later', async () => {
    const { timers, waiting } = handTime();
    started = await startedHost({ timers });
    const socket = await page(await started.openSession());
    const gone = once(socket, 'close');
    await Promise.all([started.host.close(), gone]);
    expect(waiting()).toBe(0);
  });

  it('says that it was asked to end when it was, also when time is up later', async () => {
    const { timers, pass, waiting } = handTime();
    started = await startedHost({ timers });
    await Promise.all([started.host.close(), started.host.close()]);
    expect(waiting()).toBe(0);
    pass(usualIdleMs);
    expect(await started.host.ended).toBe('closed');
  });
});

describe('one page at a time', () => {
  it('the newest takes over: the page before loses its wire at once, and is answered nothing more', async () => {
    started = await startedHost();
    const session = await started.openSession();
    const first = await page(session);
    expect(await call(first, 1, 'system.about', {})).toMatchObject({ value: { host: 'loopback' } });
    const closed = once(first, 'close');
    const second = await page(session);
    await closed;
    expect(await call(second, 1, 'system.about', {})).toMatchObject({ value: { host: 'loopback' } });
  });

  it('a stranger who opens wires without the session takes nothing over', async () => {
    started = await startedHost();
    const first = await page(await started.openSession());
    await started.openSocket(wireProtocols('wrong'), { origin: started.origin });
    expect(await call(first, 1, 'system.about', {})).toMatchObject({ value: { host: 'loopback' } });
  });
});
