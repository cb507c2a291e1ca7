import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';

import { describe, expect, it } from 'vitest';

const root = resolve(import.meta.dirname, '../..');
const readme = readFileSync(resolve(root, 'README.md'), 'utf8');
const documents = [
  'README.md',
  'docs/decisions.md',
  'docs/dependencies.md',
  'docs/data-at-rest.md',
  'docs/verify-a-draw.md',
];

describe('the documents', () => {
  it('"Where is ..." names files that are there', () => {
    const [, table = ''] = /## Where is \.\.\.\n\n([\s\S]*?)\n\n/u.exec(readme) ?? [];
    const paths = [...table.matchAll(/\| `([^`]+)`\s+\|/gu)].map(([, path = '']) => path);
    expect(paths.length).toBeGreaterThan(15);
    expect(paths.filter((path) => !existsSync(resolve(root, path)))).toEqual([]);
  });

  it('shows pictures that are there', () => {
    const pictures = [...readme.matchAll(/\]\((docs\/images\/[^)]+)\)/gu)].map(([, path = '']) => path);
    expect(pictures.length).toBeGreaterThan(7);
    expect(pictures.filter((path) => !existsSync(resolve(root, path)))).toEqual([]);
  });

  it('names only scripts that package.json has', () => {
    const { scripts } = JSON.parse(readFileSync(resolve(root, 'package.json'), 'utf8')) as { scripts: object };
    const named = [...readme.matchAll(/npm run (?:-s )?([a-z:-]+)/gu)].map(([, name = '']) => name);
    expect(named.filter((name) => !Object.hasOwn(scripts, name))).toEqual([]);
  });

  it.each(documents)('%s names source files that are there', (document) => {
    const text = readFileSync(resolve(root, document), 'utf8');
    const paths = [...text.matchAll(/`((?:shared|electron|renderer|resources|tests|docs|scripts)\/[\w./-]+\.\w+)`/gu)];
    expect(paths.map(([, path = '']) => path).filter((path) => !existsSync(resolve(root, path)))).toEqual([]);
  });
});
