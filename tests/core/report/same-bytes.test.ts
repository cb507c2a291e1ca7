import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { fileURLToPath } from 'node:url';

import { expect, it } from 'vitest';

import { writeWorkbook } from '#core/report/write-workbook.ts';

import { everySource, otherWorkbooks, reportsOf } from './every-workbook.ts';

/** Writes every kind in another process, in another time zone, and prints what each file hashes to. */
const program = `
import { createHash } from 'node:crypto';
import { writeWorkbook } from '#core/report/write-workbook.ts';
import { everySource, otherWorkbooks, reportsOf } from './every-workbook.ts';
const books = [...reportsOf(everySource()['with earlier rounds']), ...otherWorkbooks('Sager')];
const hashes = [];
for (const [kind, book] of books) hashes.push([kind, createHash('sha256').update(await writeWorkbook(book)).digest('hex')]);
console.log(JSON.stringify(hashes));
`;

it('the same data gives the same bytes: twice, and in a new process elsewhere in the world', async () => {
  const books = [...reportsOf(everySource()['with earlier rounds']!), ...otherWorkbooks('Sager')];
  const here: string[][] = [];
  for (const [kind, book] of books) {
    const [first, second] = [await writeWorkbook(book), await writeWorkbook(structuredClone(book))];
    expect(Buffer.from(first).equals(Buffer.from(second)), kind).toBe(true);
    here.push([kind, createHash('sha256').update(first).digest('hex')]);
  }
  const elsewhere = execFileSync(process.execPath, ['--input-type=module', '--eval', program], {
    cwd: fileURLToPath(new URL('.', import.meta.url)),
    env: { ...process.env, TZ: 'Pacific/Auckland', LANG: 'en_US.UTF-8' },
    encoding: 'utf8',
  });
  expect(JSON.parse(elsewhere)).toEqual(here);
}, 120_000);
