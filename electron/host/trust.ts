/** The request headers that say where a request comes from; browsers do not let a page choose them. */
export interface Provenance {
  readonly host?: string | undefined;
  readonly origin?: string | undefined;
  /** `Sec-Fetch-Site`; every browser of the last years sends it, other programs need not. */
  readonly site?: string | undefined;
}

/**
 * What a request wants. `page`: a file of the page, which holds no secret. `fetch`: something of the session; browsers
 * send no Origin on such a GET. `change`: an upload, a session or a web socket; browsers always send an Origin.
 */
export type Purpose = 'page' | 'fetch' | 'change';

export type Refusal = 'foreign-host' | 'foreign-origin' | 'missing-origin' | 'cross-site';

/**
 * Why a request is refused before any secret is looked at, or null. `authority` is this host's exact `127.0.0.1:port`:
 * a name that an attacker lets point to this computer (DNS rebinding) is another Host, and `localhost` is too.
 */
export function refusalOf({ host, origin, site }: Provenance, authority: string, purpose: Purpose): Refusal | null {
  if (host !== authority) {
    return 'foreign-host';
  }
  if (purpose === 'page') {
    return null;
  }
  if (site !== undefined && site !== 'same-origin') {
    return 'cross-site';
  }
  if (origin === undefined) {
    return purpose === 'change' ? 'missing-origin' : null;
  }
  return origin === `http://${authority}` ? null : 'foreign-origin';
}
