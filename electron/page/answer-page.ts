import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';

import { contentSecurityPolicy } from './csp.ts';
import { resolveAsset } from './resolve-asset.ts';

/** The mark that the build leaves in index.html where the nonce belongs (vite.config.ts). */
const nonceMark = '__csp_nonce__';

export interface PageAnswer {
  readonly status: 200 | 404;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array<ArrayBuffer>;
}

/**
 * What both hosts answer when the page asks for one of its files. Every answer has a policy with a fresh nonce, and
 * index.html carries the same nonce. Nothing is cached: the page lies on the same computer.
 */
export async function answerPage(root: string, urlPath: string, connect: "'self'" | "'none'"): Promise<PageAnswer> {
  const nonce = randomBytes(18).toString('base64');
  const asset = resolveAsset(root, urlPath);
  const content = asset === null ? null : await readFile(asset.path).catch(() => null);
  if (asset === null || content === null) {
    return { status: 404, headers: pageHeaders(nonce, connect, 'text/plain'), body: new Uint8Array() };
  }
  const isHtml = asset.path.endsWith('.html');
  return {
    status: 200,
    headers: pageHeaders(nonce, connect, asset.contentType),
    body: new Uint8Array(isHtml ? Buffer.from(content.toString('utf8').replaceAll(nonceMark, nonce)) : content),
  };
}

function pageHeaders(nonce: string, connect: "'self'" | "'none'", contentType: string): Record<string, string> {
  return {
    'content-type': contentType,
    'content-security-policy': contentSecurityPolicy(nonce, connect),
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
  };
}
