import type { Moment } from '#shared/domain/calendar/local-date.ts';
import { type FieldId, fieldIds, fieldKinds, type FieldValues } from '#shared/domain/importing/fields.ts';
import type { CaseRecord } from '#shared/domain/population/case.ts';
import type { DateFinding } from '#shared/domain/review/date-finding.ts';
import { fieldWords } from '#shared/words/importing.ts';
import { dateRuleName } from '#shared/words/population.ts';

import { timelineWords } from '../words/timeline.ts';
import { capitalise } from './formats.ts';
import type { TimelineDeadline, TimelineEvent, TimelineLane } from './timeline-picture.tsx';

type LaneName = keyof typeof timelineWords.lanes;

/** Which lane a date stands on; birth is no event of the case. */
const laneOf: Partial<Record<FieldId, LaneName>> = {
  opened: 'case',
  closed: 'case',
  report_received_at: 'report',
  report_assessed_at: 'report',
  report_receipt_sent: 'report',
  awareness_date: 'report',
  screening_date: 'report',
  bfu_start: 'assessment',
  bfu_end: 'assessment',
  bfu_provisional: 'assessment',
  child_talk_dates: 'child',
  consent_date: 'decision',
  decision_date: 'decision',
  decision_sent: 'decision',
  plan_date: 'plan',
  plan_revised: 'plan',
  youth_plan_date: 'plan',
  support_start: 'measure',
  support_end: 'measure',
  placement_start: 'placement',
  placement_end: 'placement',
  home_date: 'placement',
  home_end: 'placement',
  followup_dates: 'followUp',
  next_followup: 'followUp',
  visit_dates: 'visit',
  youth_decision_date: 'youth',
};

const laneOrder = Object.keys(timelineWords.lanes) as readonly LaneName[];

/** Every dated event of the case and of the rows behind it, each once, on a lane for each kind. */
export function caseLanes(record: CaseRecord, asOf: string): readonly TimelineLane[] {
  const lanes = new Map<LaneName, Map<string, TimelineEvent>>();
  for (const values of [record.values, ...record.activities.map((activity) => activity.values)]) {
    for (const { field, moment } of momentsIn(values)) {
      const lane = laneOf[field] ?? 'case';
      const events = lanes.get(lane) ?? new Map<string, TimelineEvent>();
      const kind = moment.slice(0, 10) > asOf ? 'planned' : 'done';
      events.set(`${moment} ${field}`, { date: moment, label: capitalise(fieldWords[field]), kind });
      lanes.set(lane, events);
    }
  }
  return laneOrder.flatMap((lane) => {
    const events = lanes.get(lane);
    return events === undefined ? [] : [{ label: timelineWords.lanes[lane], events: [...events.values()] }];
  });
}

function momentsIn(values: FieldValues): readonly { readonly field: FieldId; readonly moment: Moment }[] {
  return fieldIds.flatMap((field) => {
    const kind = fieldKinds[field];
    const value = values[field];
    if (value === undefined || field === 'birth_date') return [];
    if (kind === 'moments') return (value as readonly Moment[]).map((moment) => ({ field, moment }));
    return kind === 'date' || kind === 'moment' ? [{ field, moment: value as Moment }] : [];
  });
}

const states = {
  yes: 'kept',
  no: 'broken',
  partly: 'open',
  unclear: 'open',
  missing: 'open',
  'not-relevant': 'open',
} as const;

/** The legal deadlines whose days the date rules know, in the order they run out. */
export function caseDeadlines(findings: readonly DateFinding[]): readonly TimelineDeadline[] {
  const byRule = new Map(findings.map((finding) => [finding.rule, finding]));
  return [...byRule.values()]
    .flatMap(({ rule, verdict, deadline }) =>
      deadline === undefined ? [] : [{ label: dateRuleName(rule), ...deadline, state: states[verdict] }],
    )
    .toSorted((a, b) => (a.until < b.until ? -1 : a.until > b.until ? 1 : 0));
}
