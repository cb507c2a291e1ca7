import { existsSync, readFileSync } from 'node:fs';

import { expect, it } from 'vitest';

const text = readFileSync('docs/electron-security.md', 'utf8');
const rows = text
  .split('\n')
  .filter((line) => line.startsWith('|'))
  .map((line) => line.split('|').map((cell) => cell.trim()));

it('answers each of the twenty points, each with a test', () => {
  const points = rows.filter(([, number = '']) => /^\d+$/.test(number));
  expect(points.map(([, number]) => Number(number))).toEqual(Array.from({ length: 20 }, (_, index) => index + 1));
  expect(points.filter((cells) => !/`tests\/|the same/.test(cells[4] ?? ''))).toEqual([]);
});

it('names only tests that are there', () => {
  const named = [...text.matchAll(/`(tests\/[\w./-]+)`/g)].map(([, path = '']) => path);
  expect(named.length).toBeGreaterThan(30);
  expect([...new Set(named)].filter((path) => !existsSync(path))).toEqual([]);
});

it('counts the permissions of the installed Electron', () => {
  const types = readFileSync('node_modules/electron/electron.d.ts', 'utf8');
  const union = /setPermissionCheckHandler\(handler: .*?permission: ((?:'[\w-]+'(?: \| )?)+)/.exec(types)?.[1] ?? '';
  const request =
    /setPermissionRequestHandler\(handler: .*?permission: ((?:'[\w-]+'(?: \| )?)+)/.exec(types)?.[1] ?? '';
  const names = new Set([...`${union} ${request}`.matchAll(/'([\w-]+)'/g)].map(([, name]) => name));
  expect(text).toContain(`one of ${names.size} is granted`);
});
