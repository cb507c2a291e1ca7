import { describe, expect, it } from 'vitest';

import { buildCaseReport, buildReport } from '#shared/domain/report/build-report.ts';
import { casePage } from '#shared/domain/report/case-page.ts';
import type { ReportSource } from '#shared/domain/report/source.ts';
import type { Action } from '#shared/domain/review/action.ts';
import type { AnswerValue, ItemAnswer } from '#shared/domain/review/answer.ts';

import { barnetsLov, reportSource, templateItems } from './report-fixture.ts';

const cpr = '120315-1234';
const values: Readonly<Record<string, AnswerValue>> = {
  'plan-frist': 'partly',
  'barnets-stemme': 'no',
  journal: 'cannot-tell',
  hjemgivelse: 'na',
};

/** The first case of a round with these answers, talked about; everything that can be typed holds a CPR number. */
function talkedAbout(): { readonly source: ReportSource; readonly caseId: string } {
  const answers: readonly ItemAnswer[] = templateItems.map(({ id }) => ({
    itemId: id,
    value: values[id] ?? 'yes',
    note: values[id] === undefined ? '' : `Noten nævner ${cpr}`,
    evidence: values[id] === undefined ? '' : `Journal om ${cpr}`,
    ...(id === 'bisidder' ? { goodPractice: `Tegninger brugt hos ${cpr}` } : {}),
  }));
  const source = reportSource({ closed: 1 });
  const [row, review] = [source.cases[0]!, source.reviews[0]!];
  const { caseId } = row.drawn;
  const action: Action = {
    ...source.actions[0]!,
    kind: 'case',
    caseId,
    text: `Ring til ${cpr}`,
    owner: 'Karen',
    done: null,
  };
  const talk = {
    conversation: { held: '2026-01-22', praise: `Ros ${cpr}`, agreement: `Aftalt om ${cpr}`, due: '2026-02-01' },
    comments: { 'barnets-stemme': { stance: 'disagree' as const, text: `Hørt, se ${cpr}` } },
  };
  return {
    caseId,
    source: { ...source, reviews: [{ ...review, answers }], actions: [action], talks: { [caseId]: talk } },
  };
}

const pageOf = ({ source, caseId }: ReturnType<typeof talkedAbout>) =>
  casePage({
    template: barnetsLov,
    answers: source.reviews[0]!.answers,
    actions: source.actions,
    ...source.talks![caseId]!,
  });

describe('casePage', () => {
  it('says what is good: yes of the relevant, what was starred, and yes to what is critical, each once', () => {
    const { good, items, answered } = pageOf(talkedAbout());
    const yes = templateItems.filter(({ id }) => values[id] === undefined);
    expect([items, answered]).toEqual([45, 45]);
    expect([good.yes, good.relevant]).toEqual([yes.length, 44]);
    expect(good.starred.map(({ item }) => item.id)).toEqual(['bisidder']);
    const critical = yes.filter(({ severity }) => severity === 'critical').map(({ id }) => id);
    expect(good.important.map(({ id }) => id)).toEqual(critical);
    expect(good.starred.length + good.important.length + good.others).toBe(good.yes);
  });

  it('lists the findings critical first, with the caseworker’s own words beside the answer they are about', () => {
    const { findings } = pageOf(talkedAbout());
    expect(findings.map(({ item, value, critical }) => [item.id, value, critical])).toEqual([
      ['barnets-stemme', 'no', true],
      ['plan-frist', 'partly', false],
      ['journal', 'cannot-tell', false],
    ]);
    expect(findings.map(({ comment }) => comment?.stance)).toEqual(['disagree', undefined, undefined]);
  });

  it('is empty, not wrong, for a case that nobody has read', () => {
    const page = casePage({ template: barnetsLov, answers: [], actions: [], conversation: null, comments: {} });
    expect(page).toMatchObject({ answered: 0, findings: [], actions: [], good: { yes: 0, relevant: 0, others: 0 } });
    expect(page.conversation).toEqual({ held: null, praise: '', agreement: '', due: null });
  });
});

describe('the page of a case as a workbook', () => {
  const talked = talkedAbout();
  const { workbook } = buildCaseReport(talked.source, talked.caseId)!;
  const [sheet] = workbook.sheets;
  const text = JSON.stringify(workbook);

  it('holds no CPR number, whatever was typed, and says who may read it', () => {
    expect(text).not.toContain(cpr);
    expect(text.match(/120315-••••/gu)!.length).toBeGreaterThan(6);
    expect(workbook.classification).toBe('Fortroligt – indeholder oplysninger om en enkelt sag');
    expect(JSON.stringify(sheet!.rows)).toContain(workbook.classification);
  });

  it('has its dates as dates, stands upright on one page, and names no other case and no child', () => {
    expect(sheet!.rows.flatMap(({ cells }) => cells.map(({ value }) => value))).toEqual(
      expect.arrayContaining([{ date: '2026-02-01' }, { date: '2026-01-22' }]),
    );
    expect(sheet).toMatchObject({ orientation: 'portrait', onePage: true });
    const others = talked.source.cases.slice(1).map(({ drawn }) => drawn.caseId);
    expect(others.filter((id) => text.includes(id))).toEqual([]);
    expect(text).not.toContain('Testbarn');
  });

  it('flows on under repeated names of columns where there are many findings, without freezing half the window', () => {
    const source = reportSource({ closed: 1, answers: () => 'partly' });
    const [long] = buildCaseReport(source, source.cases[0]!.drawn.caseId)!.workbook.sheets;
    expect(long).toMatchObject({ onePage: false, frozen: false });
    expect(long!.rows.filter(({ isHeader }) => isHeader)).toHaveLength(1);
  });

  it('is the same sheet as in the workbook of all cases', () => {
    expect(buildReport('casework', talked.source).workbook.sheets).toEqual(workbook.sheets);
  });

  it('is nothing for a case outside the round or a replaced one, and a blank page for one not begun', () => {
    expect(buildCaseReport(talked.source, 'findes-ikke')).toBeUndefined();
    const [first, second] = talked.source.cases;
    const cases = [{ ...first!, replacedBy: second!.drawn.caseId }, second!];
    expect(buildCaseReport({ ...talked.source, cases }, talked.caseId)).toBeUndefined();
    const blank = buildCaseReport({ ...talked.source, cases }, second!.drawn.caseId)!;
    expect(JSON.stringify(blank.workbook)).toContain('Sagen er ikke læst endnu');
  });
});
