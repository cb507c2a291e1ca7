import { sep } from 'node:path';

import { describe, expect, it } from 'vitest';

import { contentSecurityPolicy } from '../../electron/page/csp.ts';
import { resolveAsset } from '../../electron/page/resolve-asset.ts';
import { fc } from '../support/fast-check.ts';

const root = `${sep}program${sep}page`;

describe('the file that a URL names', () => {
  it.each([
    ['/', 'index.html', 'text/html; charset=utf-8'],
    ['/index.html', 'index.html', 'text/html; charset=utf-8'],
    ['/assets/main-Bx_9.js', `assets${sep}main-Bx_9.js`, 'text/javascript; charset=utf-8'],
    ['/assets/a.b.css', `assets${sep}a.b.css`, 'text/css; charset=utf-8'],
  ])('%s', (path, file, contentType) => {
    expect(resolveAsset(root, path)).toEqual({ path: `${root}${sep}${file}`, contentType });
  });

  const hostile = [
    '..',
    '.',
    '%2e%2e',
    '%2E.',
    '..%2f',
    '\\',
    '..\\',
    '%5c',
    'C:',
    'C:\\',
    '\0',
    '%00',
    '//',
    '~',
    ' ',
    '.js',
  ];

  it('never lies outside the folder, whatever is put together', () => {
    const piece = fc.oneof(fc.constantFrom(...hostile), fc.string({ maxLength: 4 }), fc.constantFrom('a', 'x.js', 'å'));
    const path = fc.array(piece, { maxLength: 8 }).map((pieces) => `/${pieces.join('/')}`);
    fc.assert(
      fc.property(fc.oneof(path, fc.string(), fc.webUrl()), (urlPath) => {
        const asset = resolveAsset(root, urlPath);
        const parts = asset?.path.split(sep) ?? [];
        expect(asset === null || asset.path.startsWith(root + sep)).toBe(true);
        expect(parts.filter((part) => part === '..' || part === '.' || /[\\:\0%~]/.test(part))).toEqual([]);
      }),
    );
  });

  it.each(hostile)('is none with %j in the path', (part) => {
    expect([resolveAsset(root, `/${part}/index.html`), resolveAsset(root, `/a/${part}`)]).toEqual([null, null]);
  });

  it.each(['/main.map', '/package.json', '/tilsyn.ltdb', '/README', ''])(
    'is none of a kind the page has not: %s',
    (path) => {
      expect(resolveAsset(root, path)).toBeNull();
    },
  );
});

it('the policy names every directive once and never allows inline code', () => {
  const directives = contentSecurityPolicy('n', "'none'").split('; ');
  expect(new Set(directives.map((directive) => directive.split(' ')[0])).size).toBe(directives.length);
  expect(directives.join()).not.toMatch(/unsafe|http|\*|ws:/);
  expect(directives).toContain("connect-src 'none'");
});
