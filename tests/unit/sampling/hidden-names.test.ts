import { describe, expect, it } from 'vitest';

import { hiddenName, hideNames, showNames } from '#shared/domain/sampling/hidden-names.ts';
import { compareDraws, repeatDraw } from '#shared/domain/sampling/verify-draw.ts';

import { aCase } from './a-case.ts';
import { aRecord } from './a-record.ts';

const workers = ['Åse Lund', 'Bo Ibsen', undefined, 'Cai Ø'];
const cases = Array.from({ length: 40 }, (_, index) => {
  const caseworker = workers[index % workers.length];
  return aCase(`S-${index}`, { status: 'Åben', ...(caseworker === undefined ? {} : { caseworker }) });
});
const { record } = aRecord(cases, {
  parts: [
    {
      kind: 'random',
      stratifyBy: 'caseworker',
      allocation: 'perStratum',
      perStratum: 2,
      where: [{ field: 'caseworker', noneOf: ['Bo Ibsen'] }],
    },
    {
      kind: 'targeted',
      rule: { name: 'Egne', where: [{ field: 'caseworker', oneOf: ['A\u030Ase Lund', 'Findes Ikke'] }] },
      size: 3,
    },
  ],
  exclude: { where: [{ where: [{ field: 'caseworker', oneOf: ['Cai Ø'] }], reason: 'Aftale' }] },
});

describe('a record that leaves the program', () => {
  it('names no caseworker, neither as a stratum nor in a condition', () => {
    expect(JSON.stringify(hideNames(record))).not.toMatch(/Lund|Ibsen|Cai|Findes/u);
    expect(hideNames(record).strata.map(({ name }) => name)).toEqual([
      '(ikke oplyst)',
      hiddenName(record.seed, 'Cai Ø'),
      hiddenName(record.seed, 'Åse Lund'),
      'Egne',
    ]);
  });

  it('is repeated from the list, which knows the names', () => {
    const known = showNames(hideNames(record), cases);
    expect(known.strata).toEqual(record.strata);
    expect(compareDraws(known, repeatDraw(known, cases, record.file.sha256))).toEqual([]);
  });

  it('differs where a name of the list is another', () => {
    const renamed = cases.map(({ id, values }) => {
      return aCase(id, values.caseworker === 'Åse Lund' ? { ...values, caseworker: 'Åse Holm' } : values);
    });
    const known = showNames(hideNames(record), renamed);
    const kinds = compareDraws(known, repeatDraw(known, renamed, record.file.sha256)).map(({ kind }) => kind);
    expect(kinds).toContain('frame');
  });
});
