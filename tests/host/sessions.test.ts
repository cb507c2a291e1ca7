import { expect, it } from 'vitest';

import { createSessions } from '../../electron/host/sessions.ts';

it('gives the session for the token, once', () => {
  const sessions = createSessions();
  const session = sessions.exchange(sessions.linkToken);
  expect(sessions.accepts(session ?? '')).toBe(true);
  expect(sessions.exchange(sessions.linkToken), 'replay of the link').toBeNull();
  expect(sessions.accepts(session ?? ''), 'the first session lives on').toBe(true);
});

it('refuses a wrong token without spending the link', () => {
  const sessions = createSessions();
  for (const wrong of ['', 'x', sessions.linkToken.slice(1), `${sessions.linkToken} `]) {
    expect(sessions.exchange(wrong)).toBeNull();
  }
  expect(sessions.exchange(sessions.linkToken)).not.toBeNull();
});

it('accepts no session before the link was used, and the token is none', () => {
  const sessions = createSessions();
  expect(sessions.accepts('')).toBe(false);
  expect(sessions.accepts(sessions.linkToken)).toBe(false);
});

it('refuses replay after close', () => {
  const used = createSessions();
  const session = used.exchange(used.linkToken) ?? '';
  used.close();
  expect(used.accepts(session)).toBe(false);
  const unused = createSessions();
  unused.close();
  expect(unused.exchange(unused.linkToken)).toBeNull();
});

it('makes other secrets in every run, of 256 bits', () => {
  const runs = Array.from({ length: 20 }, () => createSessions());
  const secrets = runs.flatMap((sessions) => [sessions.linkToken, sessions.exchange(sessions.linkToken) ?? '']);
  expect(new Set(secrets).size).toBe(40);
  expect(secrets.every((secret) => Buffer.from(secret, 'base64url').length === 32)).toBe(true);
});
