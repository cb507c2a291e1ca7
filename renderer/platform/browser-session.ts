import { AppError } from '#shared/contract/errors.ts';

const storageKey = 'session';
const linkPrefix = '#link=';

/**
 * The session of this tab. The link's fragment holds a token that works once: it is exchanged for a session, which
 * sessionStorage keeps over reloads of this tab and no other tab can see. The token leaves the address bar at once.
 */
export async function openSession(): Promise<string> {
  if (!location.hash.startsWith(linkPrefix)) {
    return sessionStorage.getItem(storageKey) ?? '';
  }
  const token = location.hash.slice(linkPrefix.length);
  history.replaceState(null, '', location.pathname);
  const response = await fetch('/session', { method: 'POST', headers: { 'x-token': token } }).catch(() => null);
  if (response?.ok !== true) {
    throw new AppError('disconnected', 'the program does not answer, or the link was used before');
  }
  const session = await response.text();
  sessionStorage.setItem(storageKey, session);
  return session;
}
