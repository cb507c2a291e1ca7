/** The request headers that say where a request comes from; browsers do not let a page choose them. */
export interface Provenance {
  readonly host?: string | undefined;
  readonly origin?: string | undefined;
  /** `Sec-Fetch-Site`; every browser of the last years sends it, other programs need not. */
  readonly site?: string | undefined;
  /** `Sec-Fetch-Dest`: what the answer is for; `document` is a tab. */
  readonly destination?: string | undefined;
}

/**
 * What a request wants. `page`: a file of the page, which holds no secret; other sites may lead a tab to it and not include it. `fetch`: something of the session; browsers
 * send no Origin on such a GET. `change`: an upload, a session or a web socket; browsers always send an Origin.
 */
export type Purpose = 'page' | 'fetch' | 'change';

export type Refusal = 'foreign-host' | 'foreign-origin' | 'missing-origin' | 'cross-site';

/**
 * Why a request is refused before any secret is looked at, or null. `authority` is this host's exact `127.0.0.1:port`:
 * a name that an attacker lets point to this computer (DNS rebinding) is another Host, and `localhost` is too.
 */
export function refusalOf(provenance: Provenance, authority: string, purpose: Purpose): Refusal | null {
  const { host, origin, site, destination } = provenance;
  if (host !== authority) {
    return 'foreign-host';
  }
  if (purpose === 'page') {
    return isOwn(site) || destination === 'document' ? null : 'cross-site';
  }
  if (site !== undefined && site !== 'same-origin') {
    return 'cross-site';
  }
  if (origin === undefined) {
    return purpose === 'change' ? 'missing-origin' : null;
  }
  return origin === `http://${authority}` ? null : 'foreign-origin';
}

/** From the page itself, from a person (a typed address, a bookmark), or from a program that is no browser. */
function isOwn(site: string | undefined): boolean {
  return site === undefined || site === 'same-origin' || site === 'none';
}
