import { readFileSync } from 'node:fs';

import { describe, expect, it } from 'vitest';

import { type AnswerValue, answerValues } from '#shared/domain/review/answer.ts';
import { type PracticeCase, practiceCase } from '#shared/domain/review/practice-case.ts';
import { pairShare, totalPairShare, twoReaders, worstFirst } from '#shared/domain/review/practice-result.ts';
import { checklistTemplate } from '#shared/domain/review/template.ts';
import { fc } from '../../support/fast-check.ts';

const resource = (path: string): unknown =>
  JSON.parse(readFileSync(new URL(`../../../resources/${path}`, import.meta.url), 'utf8'));
const builtIn = resource('practice/oevesag.json') as PracticeCase;
const readers = (...answers: readonly Readonly<Record<string, AnswerValue>>[]) =>
  answers.map((own, index) => ({ reader: `${index}`, answers: new Map(Object.entries(own)) }));

describe('the built-in practice case', () => {
  it('is whole, says that it is invented, and asks only items of its checklist that are switched on', () => {
    const { items, note, templateId } = practiceCase.parse(builtIn);
    const template = checklistTemplate.parse(resource(`checklists/${templateId}.json`));
    const asked = template.sections.flatMap((section) => section.items.filter(({ active }) => active !== false));
    expect(items.filter(({ itemId }) => !asked.some(({ id }) => id === itemId))).toEqual([]);
    expect(note).toContain('opdigtet');
  });

  it('has an answer of every kind, so that each can be talked about', () => {
    expect(new Set(builtIn.items.map(({ value }) => value))).toEqual(new Set(answerValues));
  });

  it('holds nothing that looks like a CPR number', () => {
    expect(JSON.stringify(builtIn)).not.toMatch(/\d{6}-?\d{4}/u);
  });

  it('quotes the days of its own documents in the reasons', () => {
    const days = new Set(builtIn.documents.map(({ date }) => date.split('-').toReversed().join('-')));
    const facts = JSON.stringify(builtIn.facts);
    const quoted = builtIn.items.flatMap(({ why }) => why.match(/\d{2}-\d{2}-\d{4}/gu) ?? []);
    // The two limits are computed, not written in the file: six working days, and four months after 3 March 2025.
    const limits = ['11-03-2025', '03-07-2025'];
    expect(quoted.filter((day) => !days.has(day) && !facts.includes(day) && !limits.includes(day))).toEqual([]);
  });
});

describe('practiceCase', () => {
  const wrong = (change: Readonly<Record<string, unknown>>) => practiceCase.safeParse({ ...builtIn, ...change });

  it('takes no real case, no second answer to an item, and no document that is not there', () => {
    expect(wrong({ invented: false }).success).toBe(false);
    expect(wrong({ items: [...builtIn.items, builtIn.items[0]] }).success).toBe(false);
    expect(wrong({ items: builtIn.items.slice(0, 9) }).success).toBe(false);
    expect(wrong({ documents: builtIn.documents.slice(1) }).success).toBe(false);
    expect(wrong({ documents: [...builtIn.documents, builtIn.documents[0]] }).success).toBe(false);
    expect(wrong({ extra: 1 }).success).toBe(false);
    expect(wrong({}).success).toBe(true);
  });
});

describe('the share of pairs that agree', () => {
  it('is of every two readers: three of four alike are 3 of 6 pairs', () => {
    expect(pairShare(['yes', 'yes', 'yes', 'no'])).toEqual({ pairs: 6, agreed: 3, share: 0.5 });
    expect(pairShare(['na', 'yes'])).toEqual({ pairs: 1, agreed: 0, share: 0 });
    expect(pairShare(['yes'])).toEqual({ pairs: 0, agreed: 0, share: null });
    expect(pairShare([])).toEqual({ pairs: 0, agreed: 0, share: null });
  });

  it('is what counting every pair gives', () => {
    const values = fc.array(fc.constantFrom(...answerValues), { maxLength: 12 });
    fc.assert(
      fc.property(values, (given) => {
        const pairs = given.flatMap((one, i) => given.slice(i + 1).map((other) => one === other));
        expect(pairShare(given)).toMatchObject({ pairs: pairs.length, agreed: pairs.filter(Boolean).length });
      }),
    );
  });

  it('adds up over the items', () => {
    expect(totalPairShare([pairShare(['yes', 'no']), pairShare(['yes', 'yes'])])).toEqual({
      pairs: 2,
      agreed: 1,
      share: 0.5,
    });
    expect(totalPairShare([]).share).toBeNull();
  });

  it('sorts the items they differ most on first, and those in order where they differ alike', () => {
    const items = [pairShare(['yes', 'yes']), pairShare(['yes', 'no']), pairShare(['no', 'no'])].map((item, id) => ({
      ...item,
      id,
    }));
    expect(worstFirst(items).map(({ id }) => id)).toEqual([1, 0, 2]);
  });
});

describe('twoReaders', () => {
  it('gives the figures of two readers, and nothing for one or three', () => {
    const [one, other] = [
      { a: 'yes', b: 'no', c: 'yes' },
      { a: 'yes', b: 'yes', c: 'yes' },
    ] as const;
    expect(twoReaders(['a', 'b', 'c'], readers(one, other))).toMatchObject({ pairs: 3, agreed: 2 });
    expect(twoReaders(['a', 'b', 'c'], readers(one))).toBeNull();
    expect(twoReaders(['a', 'b', 'c'], readers(one, other, one))).toBeNull();
  });
});
