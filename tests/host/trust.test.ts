import { describe, expect, it } from 'vitest';

import { type Provenance, type Purpose, refusalOf } from '../../electron/host/trust.ts';

const authority = '127.0.0.1:41234';
const own: Provenance = { host: authority, origin: `http://${authority}`, site: 'same-origin' };

describe('who may ask the loopback host', () => {
  it.each([['page'], ['fetch'], ['change']] as [Purpose][])('its own page, for %s', (purpose) => {
    expect(refusalOf(own, authority, purpose)).toBeNull();
  });

  it('its own page fetching a download, for which browsers send no Origin', () => {
    expect(refusalOf({ host: authority, site: 'same-origin' }, authority, 'fetch')).toBeNull();
  });

  it('a person who types the address or follows the link from the terminal, but only for the page', () => {
    expect(refusalOf({ host: authority, site: 'none' }, authority, 'page')).toBeNull();
    expect(refusalOf({ host: authority, site: 'none' }, authority, 'fetch')).toBe('cross-site');
  });
});

describe('attacks on the loopback host', () => {
  it.each([
    ['DNS rebinding: a name of the attacker points here', 'evil.example:41234'],
    ['DNS rebinding with localhost, which other programs serve too', 'localhost:41234'],
    ['another port of this computer', '127.0.0.1:41235'],
    ['the same address written differently', '127.0.0.1.:41234'],
    ['the IPv6 address', '[::1]:41234'],
    ['a host header with the right one inside', '127.0.0.1:41234.evil.example'],
    ['no Host at all', undefined],
  ])('%s', (_attack, host) => {
    for (const purpose of ['page', 'fetch', 'change'] as const) {
      expect(refusalOf({ ...own, host }, authority, purpose)).toBe('foreign-host');
    }
  });

  it.each([
    ['cross-site request from a page in another tab', { ...own, origin: 'https://evil.example', site: 'cross-site' }],
    ['cross-site request without an Origin', { host: authority, site: 'cross-site' }],
    ['a page of another port of this computer', { ...own, origin: 'http://127.0.0.1:8080', site: 'same-site' }],
  ])('%s', (_attack, provenance) => {
    for (const purpose of ['fetch', 'change'] as const) {
      expect(refusalOf(provenance, authority, purpose)).toBe('cross-site');
    }
  });

  it.each([
    ['a foreign Origin from a browser without Sec-Fetch-Site', 'https://evil.example'],
    ['a sandboxed frame, whose Origin is "null"', 'null'],
    ['https instead of http', `https://${authority}`],
    ['the right Origin in capitals', `HTTP://${authority}`],
    ['the right Origin with something behind', `http://${authority}.evil.example`],
  ])('%s', (_attack, origin) => {
    expect(refusalOf({ host: authority, origin }, authority, 'change')).toBe('foreign-origin');
    expect(refusalOf({ host: authority, origin }, authority, 'fetch')).toBe('foreign-origin');
  });

  it('missing Origin where browsers always send one', () => {
    expect(refusalOf({ host: authority, site: 'same-origin' }, authority, 'change')).toBe('missing-origin');
  });
});
