/**
 * The content security policy of the page. Only the page's own files run; styles from React components carry the
 * nonce of this one answer. In Electron the page has no network at all; on loopback it may talk to its own host.
 */
export function contentSecurityPolicy(nonce: string, connect: "'self'" | "'none'"): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' data:",
    "font-src 'self'",
    `connect-src ${connect}`,
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
    "object-src 'none'",
  ].join('; ');
}
