import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import type { CoreHandlers } from '#shared/contract/operations.ts';
import { type SamplingPlanInput, samplingPlan } from '#shared/domain/sampling/plan.ts';

import { templateItems } from '../../unit/report/report-fixture.ts';
import { partsOf } from './read-back.ts';
import { applicationWithExample, call, reportPorts } from './report-application.ts';

const plan: SamplingPlanInput = { asOf: '2025-11-03', seed: 'prøve-1', parts: [{ kind: 'random', size: 12 }] };

describe('report operations', () => {
  let folder: string;
  let application: CoreHandlers;
  let roundId: string;
  let caseIds: readonly string[];
  const targetOf = (name: string) => ({ ref: join(folder, name), name });

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'tilsyn-report-'));
    const made = await applicationWithExample(reportPorts(folder));
    ({ application } = made);
    const { importId } = made;
    const round = await application['sampling.draw']({ importId, plan: samplingPlan.parse(plan), name: 'Prøve' }, call);
    roundId = round.roundId;
    caseIds = round.record.cases.map(({ caseId }) => caseId);
    await application['review.answerFile'](
      {
        roundId,
        answers: {
          template: 'barnets-lov',
          reviews: caseIds.map((caseId, index) => ({
            caseId,
            close: index > 0,
            answers: Object.fromEntries(
              templateItems.map(({ id }, at) => [
                id,
                { value: (index + at) % 5 === 0 ? ('partly' as const) : ('yes' as const) },
              ]),
            ),
          })),
        },
      },
      call,
    );
  }, 60_000);

  afterAll(() => rm(folder, { recursive: true, force: true }));

  it('previews what the file will hold, and counts every answer recorded', async () => {
    const { workbook, figures } = await application['report.preview']({ roundId, kind: 'administrative' }, call);
    expect(workbook.sheets[0]!.name).toBe('Forside');
    expect(figures.items).toHaveLength(45);
    expect(figures.items.every(({ n, yes, partly }) => n === 12 && yes + partly === 12)).toBe(true);
    expect(figures.coverage.random).toMatchObject({ drawn: 12, started: 12, closed: 11 });
  });

  it('previews the beginning of long sheets, and says how many rows there are', async () => {
    const request = { roundId, kind: 'administrative' } as const;
    const whole = await application['report.preview'](request, call);
    const beginning = await application['report.preview']({ ...request, rows: 5 }, call);
    const counts = whole.workbook.sheets.map(({ rows }) => rows.length);
    expect(Math.max(...counts)).toBeGreaterThan(5);
    expect(beginning.rowCounts).toEqual(counts);
    expect(beginning.workbook.sheets.map(({ rows }) => rows)).toEqual(
      whole.workbook.sheets.map(({ rows }) => rows.slice(0, 5)),
    );
  });

  it('proposes words, keeps those a person writes, and goes back to the proposal', async () => {
    const { words, proposal } = await application['report.words']({ roundId }, call);
    expect(words).toEqual(proposal);
    const mine = { ...proposal, conclusion: 'Planerne er kommet på plads.' };
    await application['report.setWords']({ roundId, words: mine }, call);
    expect((await application['report.words']({ roundId }, call)).words).toEqual(mine);
    const { workbook } = await application['report.preview']({ roundId, kind: 'political' }, call);
    expect(JSON.stringify(workbook)).toContain('Planerne er kommet på plads.');
    expect((await application['report.setWords']({ roundId, words: null }, call)).words).toEqual(proposal);
  });

  it('writes each report to its target, with progress', async () => {
    for (const kind of ['administrative', 'political', 'casework'] as const) {
      const target = targetOf(`${kind}.xlsx`);
      const steps: number[] = [];
      const report = ({ done }: { readonly done: number }) => steps.push(done);
      const written = await application['report.write']({ roundId, kind, target }, { ...call, report });
      const parts = partsOf(new Uint8Array(await readFile(target.ref)));
      expect(Object.keys(parts).filter((name) => /^xl\/worksheets\/[^/]+\.xml$/u.test(name))).toHaveLength(
        written.sheets.length,
      );
      expect([steps[0], steps.at(-1)]).toEqual([0, 100]);
      expect(steps.toSorted((one, other) => one - other)).toEqual(steps);
    }
  });

  it('refuses to write a committee report that names a child, a caseworker or a case, or holds a CPR number', async () => {
    const { proposal } = await application['report.words']({ roundId }, call);
    const { record } = await application['review.open']({ roundId, caseId: caseIds[0]!, reading: 1 }, call);
    const { child_name: child, caseworker } = record.values;
    expect([child, caseworker].every((name) => typeof name === 'string')).toBe(true);
    for (const secret of [child!, caseworker!, caseIds[0]!, '010112-1234', 'Karen Læser']) {
      const words = { ...proposal, improve: [`Der mangler en samtale: ${secret}.`] };
      await application['report.setWords']({ roundId, words }, call);
      const writing = application['report.write']({ roundId, kind: 'political', target: targetOf('stop.xlsx') }, call);
      await expect(writing, secret).rejects.toMatchObject({
        code: 'report-contains-person-data',
        detail: { sheet: 'Udvalg' },
      });
    }
    await expect(readFile(join(folder, 'stop.xlsx'))).rejects.toThrow('ENOENT');
    await application['report.setWords']({ roundId, words: null }, call);
  });

  it('knows no other round', async () => {
    const asking = (async () => application['report.preview']({ roundId: 'no', kind: 'political' }, call))();
    await expect(asking).rejects.toMatchObject({ code: 'round-not-found' });
  });
});
