import { describe, expect, it } from 'vitest';

import { applicability, lawOfItem } from '#shared/domain/review/applicability.ts';
import { templateItems } from '#shared/domain/review/template.ts';
import { applicabilityReason, itemLawText } from '#shared/words/review-applicability.ts';

import { aCase, day, type PlainValues } from './a-case.ts';
import { builtIn } from './templates.ts';

const asOf = day('2025-11-03');
const items = templateItems(builtIn('barnets-lov'));
const itemOf = (id: string) => items.find((item) => item.id === id)!;
const lawOn = (id: string, values: PlainValues) => itemLawText(lawOfItem(itemOf(id), aCase(values), asOf));
const judged = (id: string, values: PlainValues) => applicability(itemOf(id), aCase(values), asOf);

describe('the law of an item', () => {
  it('follows the day of its event, not the case', () => {
    expect(lawOn('barnets-stemme', { decision_date: '2023-12-31' })).toBe(
      'serviceloven § 48 (afgørelse truffet 31-12-2023)',
    );
    expect(lawOn('barnets-stemme', { decision_date: '2024-01-01' })).toBe(
      'barnets lov § 5, stk. 3 (afgørelse truffet 01-01-2024)',
    );
    // One case, two laws: an old decision, a new visit.
    const values = { decision_date: '2022-05-01', visit_dates: ['2023-04-01', '2025-04-01'] };
    expect(lawOfItem(itemOf('plan-frist'), aCase(values), asOf).version).toBe('serviceloven');
    expect(lawOfItem(itemOf('tilsyn-to-besoeg'), aCase(values), asOf).version).toBe('barnets-lov');
  });

  it('names every law where the day is not known, and has no version', () => {
    const law = lawOfItem(itemOf('barnets-stemme'), aCase({}), asOf);
    expect(law).toMatchObject({ day: null, field: null, version: null });
    expect(itemLawText(law)).toBe('barnets lov § 5, stk. 3; serviceloven § 48');
  });

  it('leaves out events that are dated after the day asked about', () => {
    expect(lawOn('barnets-stemme', { decision_date: '2025-11-04', support_start: '2023-05-01' })).toBe(
      'serviceloven § 48 (indsats start 01-05-2023)',
    );
  });

  it('keeps the laws that stand beside both', () => {
    expect(lawOn('foraeldresamarbejde', { decision_date: '2023-01-01' })).toBe(
      'serviceloven § 46; retssikkerhedsloven § 4 (afgørelse truffet 01-01-2023)',
    );
  });
});

describe('an item whose law was not in force', () => {
  it('does not apply: the 24 hours before 1 October 2013, screening before barnets lov', () => {
    const before = judged('underretning-24-timer', { report_received_at: '2013-09-30' });
    expect(before.applies).toBe('no');
    expect(applicabilityReason(before, String)).toBe('Kravet gjaldt ikke 30-09-2013 (underretning modtaget).');
    expect(judged('underretning-24-timer', { report_received_at: '2013-10-01' }).applies).toBe('yes');
    expect(judged('aeresrelateret-risikovurdering', { report_received_at: '2023-12-31' }).applies).toBe('no');
    expect(judged('aeresrelateret-risikovurdering', { report_received_at: '2024-01-01' }).applies).toBe('unknown');
    expect(judged('screening-dokumenteret', { report_received_at: '2023-12-31' }).applies).toBe('no');
  });
});

describe('barnets lov on whole cases', () => {
  const applies = (values: PlainValues) =>
    Object.fromEntries(items.map((item) => [item.id, applicability(item, aCase(values), asOf).applies]));

  it('leaves the placement items out of a preventive case, and shows why', () => {
    const values = { decision_date: '2025-02-01', legal_basis: '§ 32, stk. 1, nr. 5', support_start: '2025-02-10' };
    const found = applies({ ...values, birth_date: '2016-01-01' });
    const placement = items.filter(({ applies: words }) => words === 'anbragt barn').map(({ id }) => id);
    expect(placement).toHaveLength(5);
    for (const id of placement) expect([id, found[id]]).toEqual([id, 'no']);
    expect(found).toMatchObject({
      'plan-stillingtagen': 'yes',
      'opfoelgning-foerste': 'yes',
      'partsstatus-10': 'no',
      ungeplan: 'no',
      journal: 'yes',
      begrundelse: 'unknown',
    });
    expect(applicabilityReason(judged('samvaer', values), String)).toBe(
      'Barnet er ikke anbragt (hjemmel § 32, stk. 1, nr. 5).',
    );
  });

  it('shows everything that the facts do not settle in a case without facts', () => {
    const found = applies({});
    expect(Object.entries(found).filter(([, truth]) => truth === 'no')).toEqual([]);
  });

  it('makes a child a party at 10 after 2024 and at 12 before', () => {
    const at = (decision: string) =>
      judged('partsstatus-10', { birth_date: '2013-01-01', decision_date: decision }).applies;
    expect([at('2023-12-31'), at('2024-01-01'), at('2025-01-01')]).toEqual(['no', 'yes', 'yes']);
  });
});
