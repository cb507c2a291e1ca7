import { describe, expect, it } from 'vitest';

import { type FieldId, fieldIds, fieldKinds } from '#shared/domain/importing/fields.ts';
import { evaluateRule, ruleIds } from '#shared/domain/review/rules/evaluate-rule.ts';
import { leaveOutLater } from '#shared/domain/review/rules/known-record.ts';

import { aCase, day, type PlainValues } from '../a-case.ts';

const asOf = day('2025-11-03');
const note = 'ligger efter 03-11-2025 og regnes som ikke sket endnu.';

/** What has not happened yet, by what it is about: which rules must say so, and what they call it. */
const events: Readonly<Partial<Record<FieldId, readonly [name: string, rules: readonly string[]]>>> = {
  report_received_at: [
    'Underretning modtaget',
    ['R00', 'R01', 'R01b', 'R02', 'R03', 'R04', 'R05', 'R07', 'R08', 'R26'],
  ],
  report_assessed_at: ['24-timers vurdering', ['R01']],
  report_receipt_sent: ['Kvittering sendt', ['R02']],
  awareness_date: ['Opmærksom på behov', ['R07', 'R08']],
  screening_date: ['Screening', ['R03', 'R26']],
  bfu_start: ['Børnefaglig undersøgelse startet', ['R06', 'R07', 'R08', 'R26']],
  bfu_end: ['Børnefaglig undersøgelse afsluttet', ['R06', 'R07', 'R08', 'R15', 'R18']],
  bfu_provisional: ['Foreløbig vurdering', ['R08']],
  child_talk_dates: ['Børnesamtale', ['R09', 'R26']],
  decision_date: ['Afgørelse truffet', ['R01b', 'R06', 'R09', 'R10', 'R13', 'R14', 'R18', 'R26']],
  consent_date: ['Samtykke', ['R12']],
  support_start: ['Indsats start', ['R04', 'R12', 'R15', 'R26']],
  placement_start: ['Anbringelse start', ['R01b', 'R04', 'R06', 'R12', 'R15', 'R18', 'R19', 'R24', 'R26']],
  plan_date: ['Barnets plan', ['R13', 'R14']],
  plan_revised: ['Barnets plan revideret', ['R22']],
  youth_plan_date: ['Ungeplan', ['R23']],
  followup_dates: ['Opfølgning', ['R15', 'R16', 'R17', 'R26']],
  visit_dates: ['Personrettet tilsyn', ['R19', 'R20']],
  home_date: ['Hjemgivelse', ['R22']],
  youth_decision_date: ['Afgørelse om ungestøtte', ['R24']],
};
const dateFields = fieldIds.filter((field) => ['date', 'moment', 'moments'].includes(fieldKinds[field]));

describe.each(dateFields)('%s on a day to come', (field) => {
  const isList = fieldKinds[field] === 'moments';
  const values: PlainValues = { [field]: isList ? ['2025-12-01', '2025-12-24'] : '2025-12-01' };
  const [name, saidBy] = events[field] ?? ['', []];
  const notes = (isList ? ['01-12-2025', '24-12-2025'] : ['01-12-2025']).map((date) => `${name} ${date} ${note}`);

  it('is said by the rules that ask for it, which otherwise judge as if it were not there', () => {
    for (const rule of ruleIds) {
      const found = evaluateRule(rule, aCase(values), asOf)!;
      const without = evaluateRule(rule, aCase({}), asOf)!;
      const said = saidBy.includes(rule) ? [without.words, ...notes].join(' ') : without.words;
      if (field !== 'birth_date') expect(found).toEqual({ ...without, words: said });
      expect(found.words.includes(note)).toBe(saidBy.includes(rule));
    }
  });

  it('and on the day itself it has happened', () => {
    const today = { [field]: isList ? ['2025-11-03'] : '2025-11-03' };
    for (const rule of ruleIds) expect(evaluateRule(rule, aCase(today), asOf)!.words).not.toContain(note);
    expect(leaveOutLater(aCase(today), asOf).record.values).toEqual(today);
  });
});

describe('plans and birthdays', () => {
  it.each(['birth_date', 'next_followup', 'support_end', 'placement_end', 'home_end'] as const)(
    '%s stands although it lies ahead, also beside what has not happened',
    (field) => {
      const ahead = { [field]: '2025-12-01' };
      expect(leaveOutLater(aCase(ahead), asOf)).toEqual({ record: aCase(ahead), later: [] });
      const both = leaveOutLater(aCase({ ...ahead, decision_date: '2025-12-02' }, [ahead]), asOf);
      expect(both.record).toEqual(aCase(ahead, [ahead]));
      expect(both.later).toEqual([['decision_date', '2025-12-02']]);
    },
  );
});

describe('what was known on the day', () => {
  it('of a field with one value is the newest earlier one of the rows', () => {
    const rows = [
      { decision_date: '2025-05-01', plan_date: '2025-12-05' },
      { decision_date: '2025-11-03' },
      { decision_date: '2025-10-02' },
      { decision_date: '2025-11-04' },
      {},
    ];
    const { record, later } = leaveOutLater(
      aCase({ decision_date: '2025-11-04', plan_date: '2025-12-05' }, rows),
      asOf,
    );
    expect(record.values).toEqual({ decision_date: '2025-11-03' });
    expect(record.activities.map(({ values }) => values)).toEqual([
      { decision_date: '2025-05-01' },
      { decision_date: '2025-11-03' },
      { decision_date: '2025-10-02' },
      {},
      {},
    ]);
    expect(later).toEqual([
      ['decision_date', '2025-11-04'],
      ['plan_date', '2025-12-05'],
    ]);
  });

  it('of a list is what it held by then, and a later row is left out without a word', () => {
    const values = { visit_dates: ['2025-10-01', '2025-11-03', '2025-11-04'], legal_basis: '§ 46' };
    const known = leaveOutLater(
      aCase(values, [{ visit_dates: ['2025-11-04T10:00'], support_start: '2025-12-01' }]),
      asOf,
    );
    expect(known.record).toEqual(aCase({ visit_dates: ['2025-10-01', '2025-11-03'], legal_basis: '§ 46' }, [{}]));
    expect(known.later).toEqual([['visit_dates', '2025-11-04']]);
  });

  it('is asked anew on another day', () => {
    const record = aCase({ report_received_at: '2025-11-03T10:00' });
    expect(evaluateRule('R00', record, day('2025-11-02'))!.verdict).toBe('missing');
    expect(evaluateRule('R00', record, asOf)!.verdict).toBe('yes');
    expect(evaluateRule('R00', record, day('2025-11-02'))!.verdict).toBe('missing');
  });
});
