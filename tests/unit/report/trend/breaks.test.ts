import { describe, expect, it } from 'vitest';

import { areaBreak, itemBreak, type MeasuredBy } from '#shared/domain/report/trend/breaks.ts';
import type { ChecklistTemplate, TemplateItem } from '#shared/domain/review/template.ts';

import { barnetsLov, reportSource, templateItems } from '../report-fixture.ts';

const first: MeasuredBy = { template: barnetsLov };
const legal = templateItems.find(({ type }) => type === 'legal')!;

/** The next edition, with one item changed. */
function next(change: Partial<TemplateItem>, edition: Partial<ChecklistTemplate> = {}): MeasuredBy {
  const sections = barnetsLov.sections.map((section) => ({
    ...section,
    items: section.items.map((item) => (item.id === legal.id ? { ...item, ...change } : item)),
  }));
  return { template: { ...barnetsLov, edition: barnetsLov.edition + 1, sections, ...edition } };
}

const made = { basedOn: { id: barnetsLov.id, edition: barnetsLov.edition } };

describe('breaks of an item', () => {
  it('has none where the edition changed nothing in the item', () => {
    expect(itemBreak(first, next({}), legal.id)).toBeNull();
    expect(itemBreak(first, next({ severity: 'minor', area: 'andet', lawyerCheck: true }), legal.id)).toBeNull();
  });

  it.each([{ type: 'professional' }, { rule: 'R99' }, { law: 'BL § 999' }, { scale: 'degree' }] as const)(
    'breaks where %o asks for something else',
    (change) => {
      expect(itemBreak(first, next(change), legal.id)).toBe('other-rule');
    },
  );

  it('breaks at other words, unless a person said that they mean the same', () => {
    expect(itemBreak(first, next({ question: 'Anderledes?' }), legal.id)).toBe('other-words');
    expect(itemBreak(first, next({ question: 'Anderledes?', change: 'reworded' }, made), legal.id)).toBeNull();
    expect(itemBreak(first, next({ law: 'BL § 20, stk. 1', change: 'reworded' }, made), legal.id)).toBeNull();
    // What was said of another edition says nothing of this one.
    const other = { basedOn: { id: barnetsLov.id, edition: barnetsLov.edition + 7 } };
    expect(itemBreak(first, next({ question: 'Anderledes?', change: 'reworded' }, other), legal.id)).toBe(
      'other-words',
    );
  });

  it('breaks where a person said that the rule is new, with the same words', () => {
    expect(itemBreak(first, next({ change: 'new-rule' }, made), legal.id)).toBe('other-rule');
  });

  it('breaks at another checklist, not at a copy of the same', () => {
    expect(itemBreak(first, next({}, { id: 'serviceloven' }), legal.id)).toBe('other-checklist');
    expect(itemBreak(first, next({}, { id: 'barnets-lov-lokal', ...made }), legal.id)).toBeNull();
  });

  it('breaks where the cases are of another kind, not where the period or the number is another', () => {
    const { plan } = reportSource().record;
    const [part] = plan.parts;
    if (part?.kind !== 'random') throw new Error('the fixture draws at random');
    const placed = { field: 'case_type' as const, oneOf: ['Anbringelse'] };
    const period = { field: 'decision_date' as const, from: '2025-01-01', to: '2025-03-31' };
    const where = (...conditions: (typeof part.where)[number][]): MeasuredBy => ({
      template: barnetsLov,
      plan: { ...plan, parts: [{ ...part, size: 99, where: conditions }] },
    });
    expect(itemBreak(where(), where(period), legal.id)).toBeNull();
    expect(itemBreak(where(), where(placed), legal.id)).toBe('other-cases');
    expect(itemBreak(where(placed, period), where(placed), legal.id)).toBeNull();
    expect(itemBreak(where(), { template: barnetsLov, plan: { ...plan, unit: 'child' } }, legal.id)).toBe(
      'other-cases',
    );
    expect(areaBreak(where(), where(placed), legal.area)).toBe('other-cases');
  });
});

describe('breaks of an area', () => {
  it('has none where its legal items ask the same', () => {
    expect(areaBreak(first, next({ severity: 'minor' }), legal.area)).toBeNull();
  });

  it('breaks with one of its items, and leaves the other areas alone', () => {
    expect(areaBreak(first, next({ rule: 'R99' }), legal.area)).toBe('other-rule');
    for (const { id } of barnetsLov.areas.filter((area) => area.id !== legal.area)) {
      expect(areaBreak(first, next({ rule: 'R99' }), id)).toBeNull();
    }
  });

  it('breaks where a legal item comes, goes, is switched off or turns professional', () => {
    expect(areaBreak(first, next({ active: false }), legal.area)).toBe('other-items');
    expect(areaBreak(next({ active: false }), first, legal.area)).toBe('other-items');
    expect(areaBreak(first, next({ type: 'professional' }), legal.area)).toBe('other-items');
    expect(areaBreak(first, next({ id: 'nyt' }), legal.area)).toBe('other-items');
  });

  it('breaks where the roll-up rule is another', () => {
    const rollUp = barnetsLov.rollUp.slice(1);
    expect(areaBreak(first, next({}, { rollUp }), legal.area)).toBe('other-rule');
  });
});
