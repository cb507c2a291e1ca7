import { describe, expect, it } from 'vitest';

import { buildAgendaItem, buildCaseReport, buildReport } from '#shared/domain/report/build-report.ts';
import { findPersonData } from '#shared/domain/report/person-data.ts';
import type { ReportSource } from '#shared/domain/report/source.ts';
import type { Workbook } from '#shared/domain/report/workbook.ts';
import { templateItems as itemsOf } from '#shared/domain/review/template.ts';

import { caseworkers, childName, reportSource } from './report-fixture.ts';

const cpr = '120315-1234';
const child = childName(0);
const said = `${child} (${cpr}) har talt med ${caseworkers[0]!}; ${childName(1).split(' ')[0]!}s mor ringede`;

/** A round in which everything that a person can write about a case names its child, its caseworker and a CPR number. */
function talkative(): ReportSource {
  const source = reportSource({ targeted: 3, closed: 12, note: said });
  const caseIds = source.cases.map(({ drawn }) => drawn.caseId);
  const [first] = itemsOf(source.template);
  const reviews = source.reviews.map((review) => ({
    ...review,
    answers: review.answers.map((answer, at) => ({
      ...answer,
      evidence: said,
      ...(at === 0 ? { goodPractice: said } : {}),
      ...(at === 1 && answer.value !== null
        ? { suggested: 'na' as const, override: { reason: 'date-wrong' as const, text: said } }
        : {}),
    })),
  }));
  const ofCase = { ...source.actions[0]!, kind: 'case' as const, text: said, done: null };
  const actions = [
    ...source.actions.map((action) => ({ ...action, owner: 'Teamlederne' })),
    { ...ofCase, id: 'b1', caseId: caseIds[0]!, itemId: first!.id, owner: caseworkers[0]! },
    { ...ofCase, id: 'b2', caseId: caseIds[1]!, itemId: first!.id, owner: child },
  ];
  const conversation = { held: '2026-01-22', praise: said, agreement: said, due: '2026-02-01' };
  const talk = { conversation, comments: { [first!.id]: { stance: 'disagree' as const, text: said } } };
  const record = { ...source.record, redrawReason: said, excluded: [{ caseId: 'BF-0', reason: said }] };
  const talks = Object.fromEntries(caseIds.map((caseId) => [caseId, talk]));
  return { ...source, record, reviews, actions, talks };
}

const source = talkative();
const [row] = source.cases;
const { caseId } = row!.drawn;
const children = source.cases.map((_, index) => childName(index));
const caseIds = source.cases.map(({ drawn }) => drawn.caseId);
const page = buildCaseReport(source, caseId)!.workbook;

const kinds: Readonly<Record<string, Workbook>> = {
  leader: buildReport('leader', source).workbook,
  administrative: buildReport('administrative', source).workbook,
  political: buildReport('political', source).workbook,
  year: buildReport('year', source).workbook,
  casework: buildReport('casework', source).workbook,
  case: page,
  'agenda item': buildAgendaItem('political', source).workbook,
  'agenda item of the year': buildAgendaItem('year', source).workbook,
};
const workbook = (kind: string): Workbook => kinds[kind]!;

/** What a workbook holds of these names and numbers, each once. */
const found = (kind: string, names: readonly string[], ids: readonly string[] = []) => [
  ...new Set(findPersonData(workbook(kind), names, ids).map((hit) => hit.found)),
];

describe('the source of these tests', () => {
  it('names people wherever somebody could write', () => {
    const everything = JSON.stringify([source.reviews, source.actions, source.talks, source.record]);
    expect(everything.split(child).length).toBeGreaterThan(100);
    expect(everything.split(cpr).length).toBeGreaterThan(100);
  });
});

describe('who may read a report', () => {
  it.each(Object.keys(kinds))('is said by %s', (kind) => {
    expect(workbook(kind).classification.length).toBeGreaterThan(10);
  });

  it('is another thing for the committee, the leaders, and the talk about a case', () => {
    const levels = ['leader', 'administrative', 'political', 'case'].map((kind) => workbook(kind).classification);
    expect(new Set(levels).size).toBe(4);
    expect(workbook('leader').classification).toBe('Fortroligt: kun til lederen. Indeholder sagsnumre.');
  });
});

describe('what a report holds of persons', () => {
  it.each(['leader', 'administrative'])('%s: case numbers, and no name of a child or a caseworker', (kind) => {
    expect(found(kind, [...children, ...caseworkers])).toEqual([]);
    expect(found(kind, [], caseIds)).toContain(caseId);
    expect(JSON.stringify(workbook(kind))).toContain('[navn]');
  });

  it.each(['casework', 'case'])('%s: the case and its caseworker, and no name of a child', (kind) => {
    expect(found(kind, children)).toEqual([]);
    expect(found(kind, [], caseIds)).toContain(caseId);
    expect(found(kind, caseworkers).length).toBeGreaterThan(0);
  });

  it('case: of the other cases nothing', () => {
    expect(
      found(
        'case',
        [],
        caseIds.filter((id) => id !== caseId),
      ),
    ).toEqual([]);
  });

  it.each(['political', 'year', 'agenda item', 'agenda item of the year'])('%s: no person and no case', (kind) => {
    expect(found(kind, [...children, ...caseworkers], caseIds)).toEqual([]);
  });
});
