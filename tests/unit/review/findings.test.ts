import { describe, expect, it } from 'vitest';

import type { AnswerValue } from '#shared/domain/review/answer.ts';
import { findings, isCritical } from '#shared/domain/review/findings.ts';
import { reviewProgress } from '#shared/domain/review/progress.ts';
import { templateItems } from '#shared/domain/review/template.ts';

import { builtIn } from './templates.ts';

const template = builtIn('underretninger');
const answers = (values: Record<string, AnswerValue>) => new Map(Object.entries(values));

describe('findings', () => {
  it('are the items not answered yes, the critical ones first', () => {
    const found = findings(
      template,
      answers({
        'u-registreret': 'no',
        'u-24-timer': 'cannot-tell',
        'u-akut-handling': 'yes',
        'u-begrundet': 'partly',
        'u-screening': 'na',
        'u-barnet-set': 'no',
      }),
    );
    expect(found.map(({ item, value, critical }) => [item.id, value, critical])).toEqual([
      ['u-barnet-set', 'no', true],
      ['u-24-timer', 'cannot-tell', false],
      ['u-begrundet', 'partly', false],
      ['u-registreret', 'no', false],
    ]);
  });

  it('are critical only where a critical item is answered no', () => {
    const item = (id: string) => templateItems(template).find((each) => each.id === id)!;
    expect(isCritical(item('u-24-timer'), 'no')).toBe(true);
    for (const value of ['yes', 'partly', 'na', 'cannot-tell', null] as const)
      expect(isCritical(item('u-24-timer'), value)).toBe(false);
    expect(isCritical(item('u-registreret'), 'no')).toBe(false);
  });
});

describe('progress', () => {
  it('counts answers by section', () => {
    const law = builtIn('barnets-lov');
    const progress = reviewProgress(law, answers({ 'bfu-frist': 'no', bisidder: 'na', unknown: 'yes' }));
    expect(progress).toMatchObject({ items: 45, answered: 2, complete: false });
    expect(progress.sections[1]).toEqual({ title: '2 Screening og udredning', items: 9, answered: 1 });
    expect(progress.sections.reduce((sum, section) => sum + section.items, 0)).toBe(45);
  });

  it('is complete when every item has an answer', () => {
    const all = templateItems(template).map(({ id }) => [id, 'na'] as const);
    expect(reviewProgress(template, new Map(all)).complete).toBe(true);
    const unanswered = all.map(([itemId], i) => ({
      itemId,
      value: i === 0 ? null : ('yes' as const),
      note: '',
      evidence: '',
    }));
    expect(reviewProgress(template, unanswered)).toMatchObject({ answered: 11, complete: false });
  });
});
