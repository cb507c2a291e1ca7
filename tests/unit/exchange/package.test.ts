import { describe, expect, it } from 'vitest';

import { packageHead, packageKinds, packagePayload } from '../../../shared/domain/exchange/package.ts';
import { isWithinLimits, valueLimits } from '../../../shared/domain/exchange/value-limits.ts';
import { aPackage } from './a-package.ts';
import { anAnswer, answerCell, edit } from './some-versions.ts';

type Path = readonly (string | number)[];
type Kind = (typeof packageKinds)[number];

/** The package with another value at a path, as JSON that a stranger wrote. */
function changed(kind: Kind, path: Path, value: unknown): unknown {
  const payload = aPackage(kind);
  const owner = path.slice(0, -1).reduce<unknown>((part, step) => (part as Record<string, unknown>)[step], payload);
  Object.defineProperty(owner, path.at(-1)!, { value, enumerable: true, configurable: true, writable: true });
  return payload;
}

function without(kind: Kind, field: string): unknown {
  const { [field]: _, ...rest } = aPackage(kind);
  return rest;
}

const isTaken = (payload: unknown): boolean => packagePayload.safeParse(payload).success;

const version = edit(anAnswer('yes'));
const later = edit(anAnswer('no'), [version]);
const versionAt = ['versions', 0, 1, 0] as const;
const dangerous: unknown = JSON.parse('{"__proto__":{"x":1},"fact":"y"}');

describe('what a package may hold', () => {
  it.each(packageKinds)('takes a package of the kind %s as it was written', (kind) => {
    const payload = aPackage(kind);
    expect(packagePayload.parse(payload)).toEqual(payload);
  });

  it('takes a result of a round that was drawn where it was read, and one with counts of its import', () => {
    expect(isTaken(changed('result', ['exchangeId'], null))).toBe(true);
    const rows = { total: 12, header: 1, blank: 0, accepted: 10, rejected: 1 };
    expect(
      isTaken(changed('result', ['imported'], { rows, cases: 10, problems: [{ code: 'invalid-date', count: 2 }] })),
    ).toBe(true);
  });

  it.each<[string, Kind, Path, unknown]>([
    ['a kind that is not known', 'result', ['kind'], 'decision'],
    ['another format', 'result', ['format'], 'ledelsestilsyn-draw-record'],
    ['a later format version', 'result', ['version'], 2],
    ['a field that is not known', 'result', ['macro'], 'x'],
    ['a field that is not known in the round', 'cases', ['round', 'macro'], 'x'],
    ['keys in a result', 'result', ['keys'], { returnKey: 'A'.repeat(44), recognitionKey: 'B'.repeat(44) }],
    ['answers among cases', 'cases', ['versions'], []],
    ['answers in a blind second reading', 'second-reading', ['versions'], []],
    ['a key that is no base64', 'cases', ['keys', 'returnKey'], 'not a key, not a key, not a key'],
    ['an exchange that is nothing', 'cases', ['exchangeId'], null],
    ['an empty id', 'result', ['packageId'], ''],
    ['a moment that is none', 'result', ['madeAt'], '2026-02-30T10:00:00.000Z'],
    ['a hash that is none', 'result', ['recordHash'], 'ABC'],
    ['a name that is a number', 'result', ['unit'], 4],
    ['a name that does not end', 'result', ['head'], 'x'.repeat(201)],
    ['a text that does not end', 'result', ['record', 'redrawReason'], 'x'.repeat(valueLimits.textLength + 1)],
    ['a draw record of another version', 'result', ['record', 'version'], 2],
    ['a checklist without areas', 'cases', ['template', 'areas'], []],
    ['a case of an unknown field', 'cases', ['cases', 0, 'case', 'values', 'mother'], 'x'],
    ['a case with a date that is none', 'cases', ['cases', 0, 'case', 'values', 'birth_date'], '2018-02-30'],
    ['a case with a list where a text belongs', 'cases', ['cases', 0, 'case', 'values', 'team'], ['Nord']],
    [
      'a case with a moment that is none',
      'cases',
      ['cases', 0, 'case', 'values', 'followup_dates'],
      ['2026-01-05', 'x'],
    ],
    ['a case with a flag that is none', 'cases', ['cases', 0, 'case', 'values', 'consent_flag'], 'ja'],
    ['a case whose values are a list', 'cases', ['cases', 0, 'case', 'values'], []],
    ['a case whose facts reach for the prototype', 'cases', ['cases', 0, 'case', 'facts'], dangerous],
    ['a case with a rank below one', 'cases', ['cases', 0, 'drawn', 'rank'], 0],
    ['first readers that are none', 'second-reading', ['firstReaders'], ['Anders']],
    ['a prototype among first readers', 'second-reading', ['firstReaders'], dangerous],
    ['a prototype of its own', 'result', ['__proto__'], { kind: 'result' }],
    ['a count that is negative', 'result', ['imported'], { rows: null, cases: -1, problems: [] }],
    ['a cell of no kind', 'result', ['versions', 0, 0], 'verdict/2026-1/1/plan'],
    ['a cell with a part too many', 'result', ['versions', 0, 0], 'answer/2026-1/1/plan/x'],
    ['a cell with a part too few', 'result', ['versions', 0, 0], 'answer/2026-1/1'],
    ['a cell with an empty part', 'result', ['versions', 0, 0], 'answer//1/plan'],
    ['a cell of a third reading', 'result', ['versions', 0, 0], 'answer/2026-1/3/plan'],
    ['a cell whose reading is written otherwise', 'result', ['versions', 0, 0], 'answer/2026-1/01/plan'],
    ['a cell that is not encoded', 'result', ['versions', 0, 0], 'answer/2026 1/1/plan'],
    ['a cell that is encoded otherwise', 'result', ['versions', 0, 0], 'answer/2026%2d1/1/plan'],
    ['a cell with half a sign', 'result', ['versions', 0, 0], 'answer/%C3/1/plan'],
    ['a cell that is no text', 'result', ['versions', 0, 0], 7],
    ['a cell of another kind than its content', 'result', ['versions', 0, 0], 'conversation/2026-1'],
    ['a cell without versions', 'result', ['versions', 0, 1], []],
    [
      'a cell twice',
      'result',
      ['versions'],
      [
        [answerCell(), [version]],
        [answerCell(), [version]],
      ],
    ],
    ['a version twice', 'result', ['versions', 0, 1], [version, version]],
    ['a version with one that it replaces', 'result', ['versions', 0, 1], [version, later]],
    ['a version that replaces itself', 'result', [...versionAt, 'ancestors'], [aPackageVersionId()]],
    ['ancestors that are not sorted', 'result', [...versionAt, 'ancestors'], ['b'.repeat(16), 'a'.repeat(16)]],
    ['an ancestor twice', 'result', [...versionAt, 'ancestors'], ['a'.repeat(16), 'a'.repeat(16)]],
    ['an ancestor that is no id', 'result', [...versionAt, 'ancestors'], ['__proto__']],
    ['ancestors without end', 'result', [...versionAt, 'ancestors'], manyIds(10_001)],
    ['an id that is no id', 'result', [...versionAt, 'id'], 'A'.repeat(16)],
    ['a moment of a version that is none', 'result', [...versionAt, 'at'], 'yesterday'],
    ['a mark that is false', 'result', [...versionAt, 'reduced'], false],
    ['a field that is not known in a version', 'result', [...versionAt, 'signature'], 'x'],
    ['an answer that is none of the five', 'result', [...versionAt, 'content', 'value'], 'maybe'],
    ['a field that is not known in an answer', 'result', [...versionAt, 'content', 'html'], '<b>'],
    ['a note that is a number', 'result', [...versionAt, 'content', 'note'], Number.NaN],
    ['a review of an unknown state', 'result', ['versions', 1, 1, 0, 'content', 'state'], 'final'],
    ['a review that took no number', 'result', ['versions', 1, 1, 0, 'content', 'seconds'], Number.NaN],
    ['a review that took for ever', 'result', ['versions', 1, 1, 0, 'content', 'seconds'], Number.POSITIVE_INFINITY],
    ['a review that took half a second', 'result', ['versions', 1, 1, 0, 'content', 'seconds'], 0.5],
    ['a review with an answer in it', 'result', ['versions', 1, 1, 0, 'content', 'value'], 'yes'],
  ])('refuses %s', (_, kind, path, value) => {
    expect(isTaken(changed(kind, path, value))).toBe(false);
  });

  it.each(packageKinds)('refuses a package of the kind %s that lacks anything', (kind) => {
    for (const field of Object.keys(aPackage(kind))) expect(isTaken(without(kind, field))).toBe(false);
  });

  it('refuses a case that is listed twice, by its key or by its number', () => {
    const [one] = aPackage('cases')['cases'] as [Record<string, unknown>];
    expect(isTaken(changed('cases', ['cases'], [one, { ...one, number: '9-9-999' }]))).toBe(false);
    expect(isTaken(changed('cases', ['cases'], [one, { ...one, key: 'other' }]))).toBe(false);
    expect(isTaken(changed('cases', ['cases'], [one, { ...one, key: 'other', number: '9-9-999' }]))).toBe(true);
  });

  it.each([null, undefined, 1, 'x', [], {}, [aPackage('result')]])('refuses what is no package: %o', (value) => {
    expect(isTaken(value)).toBe(false);
  });

  it('refuses more versions than a year has, and depth without end, before it reads them', () => {
    expect(
      isTaken(
        changed(
          'result',
          ['versions'],
          Array.from({ length: 500_001 }, () => 0),
        ),
      ),
    ).toBe(false);
    const deep = Array.from({ length: 100_000 }).reduce<unknown>((inner) => [inner], 'x');
    expect(isTaken(changed('result', ['imported'], deep))).toBe(false);
    expect(isWithinLimits(() => 1)).toBe(false);
  });

  it('tells a later format from something else', () => {
    expect(packageHead.parse({ ...aPackage('result'), version: 2, kind: 'decision' }).version).toBe(2);
    expect(packageHead.safeParse({ format: 'x', version: 2 }).success).toBe(false);
    expect(packageHead.safeParse({ ...aPackage('result'), version: 0 }).success).toBe(false);
  });
});

function aPackageVersionId(): string {
  const [[, [first]]] = aPackage('result')['versions'] as [[string, [{ id: string }]]];
  return first.id;
}

function manyIds(count: number): readonly string[] {
  return Array.from({ length: count }, (_, index) => index.toString(16).padStart(16, '0'));
}
