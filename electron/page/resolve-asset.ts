import { extname, join } from 'node:path';

/** What the page consists of. A file of another kind is not served, even where it lies in the folder. */
const contentTypes: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
};

export interface Asset {
  readonly path: string;
  readonly contentType: string;
}

/**
 * The file of the page that a URL's path names, or null. A path is plain segments of letters, digits, `.`, `_` and
 * `-`, none starting with a dot: no escape, backslash, drive letter or NUL can be written that way, so the answer
 * always lies under `root`.
 */
export function resolveAsset(root: string, urlPath: string): Asset | null {
  const path = urlPath === '/' ? '/index.html' : urlPath;
  if (!/^(\/[A-Za-z0-9_-][A-Za-z0-9._-]*)+$/.test(path)) {
    return null;
  }
  const contentType = contentTypes[extname(path)];
  return contentType === undefined ? null : { path: join(root, ...path.split('/')), contentType };
}
