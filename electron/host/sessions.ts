import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';

/**
 * Who may use this run of the host. The printed link holds a token that works once. Whoever uses it first gets the one
 * session there is; a second use (from the browser's history, another person's eyes on the terminal, or a copied link)
 * is refused for as long as the program runs. The page keeps the session over reloads; see browser-session.ts.
 */
export interface Sessions {
  readonly linkToken: string;
  /** The session, or null when the token is wrong or was used. */
  exchange(token: string): string | null;
  accepts(session: string): boolean;
  /** After this nothing is accepted. */
  close(): void;
}

/** `onUsed` hears when the link is worth nothing any more. */
export function createSessions(onUsed: () => void = () => undefined): Sessions {
  const linkToken = newSecret();
  const session = newSecret();
  let state: 'unused' | 'open' | 'closed' = 'unused';
  return {
    linkToken,
    exchange: (token) => {
      if (!sameSecret(token, linkToken) || state !== 'unused') {
        return null;
      }
      state = 'open';
      onUsed();
      return session;
    },
    accepts: (given) => sameSecret(given, session) && state === 'open',
    close: () => {
      state = 'closed';
    },
  };
}

function newSecret(): string {
  return randomBytes(32).toString('base64url');
}

/** Compares digests, so that neither content nor length shows in the time it takes. */
function sameSecret(given: string, wanted: string): boolean {
  const digest = (text: string): Buffer => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(given), digest(wanted));
}
