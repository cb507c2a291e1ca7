import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { exportsFolder } from '../pages/program.ts';

export interface Population {
  readonly children: readonly string[];
  readonly caseworkers: readonly string[];
  readonly cprNumbers: readonly string[];
  readonly caseIds: readonly string[];
  /** The team of each case, in the order of the case numbers. */
  readonly teams: readonly string[];
}

/** Everybody and every case of the export that the stories use, read without the program. */
export function populationOf(file = 'sager-win1252.csv'): Population {
  const [header = '', ...lines] = new TextDecoder('windows-1252')
    .decode(readFileSync(join(exportsFolder, file)))
    .split('\r\n')
    .slice(3);
  const names = header.split(';');
  const rows = lines.map((line) => line.split(';')).filter((cells) => /^\d{4}-\d{5}$/u.test(cells[0] ?? ''));
  const column = (name: string): string[] => rows.map((cells) => cells[names.indexOf(name)]?.trim() ?? '');
  return {
    children: column('Barnets navn'),
    caseworkers: column('Sagsbehandler'),
    cprNumbers: column('CPR-nr.'),
    caseIds: column('Sagsnr.'),
    teams: column('Team'),
  };
}

/** Everything of the population that a text for the committee must not hold, and does. */
export function namedIn(text: string, { children, caseworkers, cprNumbers, caseIds }: Population): readonly string[] {
  const all = new Set([...children, ...caseworkers, ...cprNumbers, ...caseIds]);
  const found = [...all].filter((each) => each !== '' && text.includes(each));
  return [...found, ...(text.match(/\b\d{6}-?\d{4}\b/gu) ?? [])];
}
