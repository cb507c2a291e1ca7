import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { post, type StartedHost, startedHost, wireProtocols } from '../started-host.ts';

let started: StartedHost;
beforeEach(async () => {
  started = await startedHost();
});
afterEach(() => started.end());

const exchange = (token: string | undefined) =>
  started.ask('/session', post({ origin: started.origin, ...(token === undefined ? {} : { 'x-token': token }) }));
const upload = (at: StartedHost, session: string) =>
  at.ask('/files', post({ origin: at.origin, 'x-session': session, 'x-file-name': 'a.csv' }), Buffer.from('a'));

describe('the link', () => {
  it('is not guessed: one wrong letter anywhere, a part of it, or more than it is refused, and it still works after', async () => {
    const { token } = started;
    const changed = Array.from(
      token,
      (letter, at) => token.slice(0, at) + (letter === 'A' ? 'B' : 'A') + token.slice(at + 1),
    );
    const guesses = [
      ...changed,
      '',
      ' ',
      token.slice(0, -1),
      `${token}A`,
      token.toUpperCase(),
      'undefined',
      'null',
      '*',
    ];
    for (const guess of guesses.filter((each) => each !== token)) {
      expect((await exchange(guess)).status, guess).toBe(403);
    }
    expect((await exchange(token)).status).toBe(200);
  });

  it('is worth nothing without the token', async () => {
    expect((await exchange(undefined)).status).toBe(403);
  });

  it('is used once: whoever comes second is refused, and the first session lives on', async () => {
    const session = await started.openSession();
    expect((await exchange(started.token)).status).toBe(403);
    expect((await upload(started, session)).status).toBe(200);
  });

  it('is used once also when two come at the same moment', async () => {
    const answers = await Promise.all(Array.from({ length: 20 }, () => exchange(started.token)));
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
  });

  it('says so when it was used, so that its file is removed', async () => {
    await exchange(started.token);
    await expect(started.host.linkUsed).resolves.toBeUndefined();
  });
});

describe('the session', () => {
  it('is no word of the link, and opens nothing before the link was used', async () => {
    expect((await upload(started, started.token)).status).toBe(403);
    const session = await started.openSession();
    expect(session).toMatch(/^[\w-]{43}$/u);
    expect(session).not.toBe(started.token);
  });

  it('is not guessed', async () => {
    const session = await started.openSession();
    for (const guess of ['', session.slice(1), `${session}x`, session.toLowerCase(), '*', 'null']) {
      expect((await upload(started, guess)).status, guess).toBe(403);
    }
  });

  it('and the link are refused by the next run of the program on the same port', async () => {
    const { port, token } = started;
    const session = await started.openSession();
    await started.host.close();
    const next = await startedHost({ port });
    try {
      expect(next.port).toBe(port);
      expect((await upload(next, session)).status).toBe(403);
      expect((await next.ask('/session', post({ origin: next.origin, 'x-token': token }))).status).toBe(403);
      expect((await next.openSocket(wireProtocols(session), { origin: next.origin })).outcome).toContain('403');
      expect((await upload(next, await next.openSession())).status).toBe(200);
    } finally {
      await next.end();
    }
  });

  it('opens nothing after the program was closed: nobody answers on the port', async () => {
    const session = await started.openSession();
    const { socket } = await started.openSocket(wireProtocols(session), { origin: started.origin });
    const gone = new Promise((resolve) => socket.once('close', resolve));
    await started.host.close();
    await gone;
    await expect(upload(started, session)).rejects.toMatchObject({ code: 'ECONNREFUSED' });
  });

  it('travels in a header of the page and never in a cookie, which other ports of this computer would be sent', async () => {
    const session = await started.openSession();
    const answers = [
      await started.ask('/'),
      await started.ask('/session', post({ origin: started.origin, 'x-token': started.token })),
      await upload(started, session),
    ];
    expect(answers.map(({ headers }) => headers['set-cookie'])).toEqual([undefined, undefined, undefined]);
    for (const name of ['session', 'x-session', 'tilsyn', 'token']) {
      const cookie = { origin: started.origin, cookie: `${name}=${session}` };
      expect((await started.ask('/files', post(cookie), Buffer.from('a'))).status).toBe(403);
    }
  });

  it('is not taken from the address, which browsers remember', async () => {
    const session = await started.openSession();
    for (const query of [`session=${session}`, `x-session=${session}`, `token=${session}`]) {
      expect((await started.ask(`/files?${query}`, post({ origin: started.origin }), Buffer.from('a'))).status).toBe(
        403,
      );
      const socket = await started.openSocket(['tilsyn'], { origin: started.origin }, `/wire?${query}`);
      expect(socket.outcome).toContain('403');
    }
  });
});
