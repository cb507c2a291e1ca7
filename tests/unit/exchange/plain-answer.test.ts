import { describe, expect, it } from 'vitest';

import { cellReader } from '../../../shared/domain/exchange/cells.ts';
import { cellVersions } from '../../../shared/domain/exchange/package.ts';
import { plainAnswer } from '../../../shared/domain/exchange/plain-answer.ts';
import { answerCell, numRuns, reviewCell, timeout } from './some-versions.ts';
import { fc } from '../../support/fast-check.ts';

const id = '0123456789abcdef';
const other = 'fedcba9876543210';
const at = '2026-03-02T10:00:00.000Z';
const content = { value: 'yes', note: 'hørt', evidence: 'journal 4' };
const version = { id, content, by: 'Mette', at, ancestors: [] };
const dangerous: unknown = JSON.parse('{"__proto__":{"x":1},"value":"yes","note":"","evidence":""}');

/** What a stranger may put in any place, besides what belongs there. */
const strangeByKind: readonly (readonly unknown[])[] = [
  [undefined, null, true, false, 0, 1, -1, 1.5, '', 'x', 'YES', [], {}, [null], ['x'], { x: 1 }],
  [id, other, id.toUpperCase(), `${id}\n`, `${id}0`, [id], [other], [other, id], ['1'.repeat(16), other]],
  [[other, other], ['g'.repeat(16)], Array.from({ length: 10_001 }, (_, n) => n.toString(16).padStart(16, '0'))],
  [at, '2026-02-30T10:00:00.000Z', '2024-02-29T23:59:59Z', '2026-03-02', `${at} `, '2026-03-02T10:00:00+01:00'],
  [`2026-03-02T10:00:00.${'0'.repeat(30)}Z`, '2026-03-02T24:00:00Z', '2026-03-02T10:00Z'],
  ['no', 'partly', 'na', 'cannot-tell', { reason: 'date-wrong' }, { reason: 'date-wrong', text: 'x', more: 1 }],
  ['x'.repeat(200), 'x'.repeat(201), 'x'.repeat(20_000), 'x'.repeat(20_001)],
  [answerCell(), reviewCell(), 'answer/a/3/b', 'answer/a/1', 'answer//1/b', 'answer/a b/1/c', 'answer/%C3%A6/1/c'],
  ['answer/%c3%a6/1/c', 'answer/%61/1/c', `answer/${'a'.repeat(990)}/1/c`, `answer/${'a'.repeat(992)}/1/c`],
  [version, [version], [version, { ...version, id: other }], content, dangerous, new Date(0), Object.create(content)],
];
const strange: readonly unknown[] = strangeByKind.flat(1);
const fields = [
  'id',
  'content',
  'by',
  'at',
  'ancestors',
  'reduced',
  'value',
  'note',
  'evidence',
  'goodPractice',
  'suggested',
  'override',
  'byFacts',
  'macro',
];
const paths: readonly (readonly (string | number)[])[] = [
  [0],
  [1],
  [2],
  [1, 0],
  [1, 1],
  ...fields.flatMap((field) => [
    [1, 0, field],
    [1, 0, 'content', field],
  ]),
];

interface Change {
  readonly path: readonly (string | number)[];
  readonly value: unknown;
  readonly isGone: boolean;
}
const change: fc.Arbitrary<Change> = fc.record({
  path: fc.constantFrom(...paths),
  value: fc.oneof({ arbitrary: fc.constantFrom(...strange), weight: 4 }, fc.jsonValue()),
  isGone: fc.boolean(),
});

function changed(changes: readonly Change[]): unknown {
  const entry: unknown = [answerCell(), [{ ...version, content: { ...content }, ancestors: [] }]];
  for (const { path, value, isGone } of changes) {
    const owner = path.slice(0, -1).reduce<unknown>((part, step) => (part as never)?.[step], entry);
    if (typeof owner !== 'object' || owner === null || Object.isFrozen(owner)) continue;
    const copied = structuredCloneOf(value);
    if (isGone) Reflect.deleteProperty(owner, path.at(-1)!);
    else
      Object.defineProperty(owner, path.at(-1)!, {
        value: copied,
        enumerable: true,
        configurable: true,
        writable: true,
      });
  }
  return entry;
}

/** A later change may reach into an earlier one: the list above must stay as it is. */
function structuredCloneOf(value: unknown): unknown {
  return typeof value === 'object' && value !== null ? structuredClone(value) : value;
}

/** One for all: what it remembers of one name must not pass for another. */
const cellOf = cellReader();

/** Whatever is read without the schema, the schema reads alike; and it refuses nothing of that. */
function agrees(entry: unknown): boolean {
  const read = plainAnswer(entry, cellOf);
  if (read === null) return false;
  const bySchema = cellVersions.safeParse(entry);
  expect(bySchema.success).toBe(true);
  expect(read).toStrictEqual(bySchema.data);
  return true;
}

describe('an answer that is read without the schema', () => {
  it('is what packages are full of', () => {
    const optional = { goodPractice: '', suggested: 'no', byFacts: true };
    expect(agrees([answerCell(), [version]])).toBe(true);
    expect(
      agrees([answerCell('2026-1 æ/ø'), [{ ...version, ancestors: [other], content: { ...content, value: null } }]]),
    ).toBe(true);
    expect(agrees([answerCell(), [{ ...version, content: { ...content, ...optional } }]])).toBe(true);
  });

  it('is nothing that the schema reads otherwise, whatever stands in one place', () => {
    for (const path of paths) {
      for (const value of strange) agrees(changed([{ path, value, isGone: false }]));
      agrees(changed([{ path, value: null, isGone: true }]));
    }
  });

  it('is nothing that the schema reads otherwise, in several places at once', { timeout }, () => {
    let read = 0;
    fc.assert(
      fc.property(fc.array(change, { maxLength: 3 }), (changes) => {
        if (agrees(changed(changes))) read += 1;
      }),
      { numRuns: numRuns * 10 },
    );
    expect(read).toBeGreaterThan(numRuns / 10);
  });

  it('is none with a value that the package may not have', () => {
    for (const value of ['YES', undefined, 'x', 1, true, ['yes'], { x: 1 }]) {
      expect(plainAnswer([answerCell(), [{ ...version, content: { ...content, value } }]], cellOf)).toBeNull();
    }
    expect(plainAnswer([answerCell(), [{ ...version, ancestors: [id] }]], cellOf)).toBeNull();
    expect(plainAnswer([answerCell(), [{ ...version, ancestors: [other, '1'.repeat(16)] }]], cellOf)).toBeNull();
    expect(plainAnswer([answerCell(), [{ ...version, content: dangerous }]], cellOf)).toBeNull();
  });
});
