import { involvementRuleWords as words } from '../../../words/date-rules.ts';
import { fill } from '../../../words/fill.ts';
import { formatDanish, formatDuration } from '../../calendar/format.ts';
import { addMonths, ageAt, daysBetween, type LocalDate } from '../../calendar/local-date.ts';
import type { CaseRecord } from '../../population/case.ts';
import { type DateRule, fieldName, judged, type Judgement, mayBeMissing, missing, type UsedDate } from './judgement.ts';
import { daysOf } from './known-record.ts';
import { lawAt, lawReference } from './law.ts';
import { placementBasis, readLegalBasis } from './legal-basis.ts';

/** How old a talk before a decision may be; a local limit, the law sets none. */
const talkMonths = 6;
const talkMonthsWithoutDecision = 12;
const partyAge = { serviceloven: 12, 'barnets-lov': 10 } as const;
const ownConsentAge = 15;

/** R09: the child was talked with before the decision. */
const talkedBeforeDecision: DateRule = {
  uses: ['child_talk_dates', 'decision_date'],
  judge(record, asOf) {
    const talks = daysOf(record.values.child_talk_dates);
    const decision = record.values.decision_date;
    if (decision === undefined) return talkWithinYear(talks, asOf);
    const said = () => ({ decision: formatDanish(decision), law: lawReference('childTalk', decision) });
    const before = talks.filter((talk) => talk <= decision);
    const latest = before.at(-1);
    if (latest !== undefined && latest >= addMonths(decision, -talkMonths)) {
      return judged('yes', () => fill(words.talked, { ...said(), talk: formatDanish(latest) }), [
        ['child_talk_dates', latest],
        ['decision_date', decision],
      ]);
    }
    const none = () => fill(words.notTalked, said());
    const other = latest ?? talks.at(-1);
    if (other === undefined) return judged('no', mayBeMissing(none), [['decision_date', decision]]);
    const text = (): string => `${none()} ${fill(words.latestTalk, { talk: formatDanish(other) })}`;
    return judged('no', mayBeMissing(text), [
      ['child_talk_dates', other],
      ['decision_date', decision],
    ]);
  },
};

function talkWithinYear(talks: readonly LocalDate[], asOf: LocalDate): Judgement {
  const latest = talks.at(-1);
  if (latest === undefined || latest < addMonths(asOf, -talkMonthsWithoutDecision)) return missing(['decision_date']);
  const text = () =>
    fill(words.talkedWithinYear, { talk: formatDanish(latest), law: lawReference('childTalk', latest) });
  return judged('yes', text, [['child_talk_dates', latest]]);
}

/** R10: the child was a party to the decision, from 10 years (12 before barnets lov). */
const childIsParty: DateRule = {
  uses: ['decision_date'],
  judge(record) {
    const { birth_date: birth, decision_date: decision } = record.values;
    if (birth === undefined || decision === undefined) {
      return missing([
        ...(birth === undefined ? (['birth_date'] as const) : []),
        ...(decision === undefined ? (['decision_date'] as const) : []),
      ]);
    }
    // An unborn child has an expected day of birth.
    const age = Math.max(0, ageAt(birth, decision));
    const limit = partyAge[lawAt(decision)];
    const text = () =>
      fill(age >= limit ? words.party : words.notParty, {
        age: String(age),
        decision: formatDanish(decision),
        limit: String(limit),
        law: lawReference('party', decision),
      });
    return judged(age >= limit ? 'unclear' : 'not-relevant', text, [
      ['birth_date', birth],
      ['decision_date', decision],
    ]);
  },
};

/** R11: the export names a paragraph that is known. Never "yes": whether it is the right one is read in the decision. */
const knownBasis: DateRule = {
  uses: [],
  judge(record, asOf) {
    const basis = record.values.legal_basis;
    if (basis === undefined) return judged('missing', words.basisMissing);
    const known = readLegalBasis(basis, record.values.decision_date ?? asOf) !== null;
    return judged('unclear', () => fill(known ? words.basisKnown : words.basisUnknown, { basis }));
  },
};

/** R12: consent was given before the measure began; from 15 years the young person's own consent is asked for too. */
const consentBeforeStart: DateRule = {
  uses: ['consent_date', 'support_start', 'placement_start'],
  judge(record) {
    const {
      consent_date: consent,
      support_start: support,
      placement_start: placement,
      legal_basis: basis,
    } = record.values;
    const start = placement ?? support;
    if (start === undefined) return missing(['support_start', 'placement_start']);
    if (placementBasis(record.values, record.values.decision_date ?? start) === 'placement-no-consent') {
      return judged('not-relevant', () => fill(words.withoutConsent, { basis: basis ?? fieldName('consent_flag') }));
    }
    const used: UsedDate = [placement === undefined ? 'support_start' : 'placement_start', start];
    if (consent === undefined) return missing(['consent_date'], [used]);
    return judgeConsent(record, consent, used, start);
  },
};

function judgeConsent(record: CaseRecord, consent: LocalDate, used: UsedDate, start: LocalDate): Judgement {
  const dates: readonly UsedDate[] = [['consent_date', consent], used];
  const said = () => ({
    consent: formatDanish(consent),
    what: fieldName(used[0]),
    start: formatDanish(start),
    law: lawReference('consent', start),
  });
  const late = daysBetween(start, consent);
  if (late > 0) {
    const text = () => fill(words.consentLate, { ...said(), length: formatDuration(start, consent) });
    return judged('no', text, dates, { exceededBy: late });
  }
  const birth = record.values.birth_date;
  const age = birth === undefined ? 0 : ageAt(birth, start);
  if (used[0] === 'placement_start' && age >= ownConsentAge) {
    return judged('unclear', () => fill(words.consentedYouth, { ...said(), age: String(age) }), dates);
  }
  return judged('yes', () => fill(words.consented, said()), dates);
}

export const involvementRules = {
  R09: talkedBeforeDecision,
  R10: childIsParty,
  R11: knownBasis,
  R12: consentBeforeStart,
} as const;
