import { expect, it } from 'vitest';

import { programVersion, resourceFolder } from '#core/files/program.ts';
import { createKnownRounds } from '#core/report/answer-table.ts';
import { loadBenchmarks, loadSource } from '#core/report/load-source.ts';
import { measuredRound, measureInTable, roundsHere } from '#core/report/measured-round.ts';
import { measureItem } from '#core/review/measure-item.ts';
import { createTemplateShelf } from '#core/review/template-shelf.ts';
import { figuresOf } from '#shared/domain/report/round-facts.ts';

import { answerAll, exportText, itemIds, openRound, plan } from '../review/review-fixture.ts';

/** Two rounds of one workspace with a change of practice between them; every case of both is read but one. */
async function twoRounds() {
  const opened = await openRound();
  const { app, addFile, roundId, ids } = opened;
  const [itemId = ''] = await itemIds(app, roundId, ids[0] ?? '');
  for (const caseId of ids.slice(1)) {
    await answerAll(opened, caseId, [itemId]);
    await app['review.answer']({ roundId, caseId, itemId, value: caseId === ids[2] ? 'na' : 'partly' });
    await app['review.close']({ roundId, caseId, despiteWarnings: true });
  }
  const said = { caseId: null, kind: 'practice', text: 'Ny arbejdsgang', owner: 'Leder', due: null } as const;
  const action = await app['review.saveAction']({
    id: null,
    action: { ...said, roundId, itemId, category: 'workflows' },
  });
  const { importId } = await app['importing.run']({
    file: addFile('igen.csv', exportText.replaceAll('Havnen', 'Byen')),
  });
  const later = await app['sampling.draw']({
    importId,
    plan: { ...plan, asOf: '2026-01-10', seed: '99' },
    name: 'Anden',
    redrawReason: 'Ny måned',
  });
  const queue = await app['review.queue']({ roundId: later.roundId });
  for (const { caseId } of queue) {
    await answerAll({ ...opened, roundId: later.roundId }, caseId);
    await app['review.close']({ roundId: later.roundId, caseId, despiteWarnings: true });
  }
  return { ...opened, itemId, action, laterId: later.roundId };
}

type TwoRounds = Awaited<ReturnType<typeof twoRounds>>;

async function countsAlike(opened: TwoRounds): Promise<void> {
  const { fromDisk, roundId, laterId, itemId } = opened;
  const shelf = createTemplateShelf(resourceFolder);
  const around = { programVersion, benchmarks: loadBenchmarks(resourceFolder), memory: new Map() };
  await fromDisk((store) =>
    store.read((tables) => {
      const known = createKnownRounds(shelf);
      const rounds = roundsHere(tables, known);
      expect(rounds.map((round) => round.roundId)).toEqual([roundId, laterId]);
      for (const round of rounds) {
        const { figures } = measuredRound(tables, known, round);
        expect(figures).toEqual(figuresOf(loadSource(tables, shelf, around, { roundId: round.roundId })));
        for (const each of round.table.itemIds) {
          expect(measureInTable(round, each)).toEqual(measureItem(tables, round.roundId, each));
        }
        expect(measureInTable(round, 'findes-ikke')).toEqual({ roundId: round.roundId, yes: 0, n: 0 });
      }
      expect(measureInTable(rounds[0]!, itemId).n).toBeGreaterThan(0);
    }),
  );
}

async function showsTheYear(opened: TwoRounds): Promise<void> {
  const { app, roundId, laterId, itemId } = opened;
  const now = await app['year.show']({ year: null, unit: null });
  expect(now).toMatchObject({ year: 2026, years: [2026, 2025], unit: '', units: [''], committeeRoundId: laterId });
  expect(now.months[0]!.rounds).toEqual([expect.objectContaining({ roundId: laterId, name: 'Anden' })]);
  expect(now.practice).toEqual([]);
  const before = await app['year.show']({ year: 2025, unit: null });
  expect(before.months[10]!.rounds.map((round) => round.roundId)).toEqual([roundId]);
  expect(before.practice).toHaveLength(1);
  const [effect] = before.practice;
  expect(effect).toMatchObject({ afterName: 'Anden', before: { roundId, yes: 0 }, after: { roundId: laterId } });
  expect(effect!.action.itemId).toBe(itemId);
  expect(effect!.after!.yes).toBe(effect!.after!.n);
  expect(effect!.change).not.toBeNull();
}

async function isEmptyBefore(opened: TwoRounds): Promise<void> {
  const { app } = opened;
  const empty = await app['year.show']({ year: 2020, unit: 'Findes ikke' });
  expect(empty).toMatchObject({ year: 2020, runCharts: [], practice: [], committeeRoundId: null });
}

async function showsTheCourse(opened: TwoRounds): Promise<void> {
  const { app, roundId, laterId, action, ports, addFile } = opened;
  const said = { name: 'Forløb 2025-2027', baselineRoundId: roundId, start: '2025-11-03' };
  const { courseId } = await app['course.save']({ courseId: null, ...said });
  expect(await app['course.list']({})).toEqual([{ courseId, ...said }]);
  const course = await app['course.show']({ courseId });
  expect(course).toMatchObject({ name: said.name, phase: 'analysis', baseline: { roundId } });
  expect(course.measurements).toEqual([expect.objectContaining({ roundId: laterId, name: 'Anden' })]);
  expect(course.plan.flatMap(({ actions }) => actions)).toEqual([action]);
  await app['course.save']({ courseId, ...said, name: 'Andet navn' });
  expect(await app['course.list']({})).toEqual([{ courseId, ...said, name: 'Andet navn' }]);
  const target = addFile('forløb.xlsx', '');
  await app['course.write']({ courseId, target });
  expect((await ports.files.read(target)).length).toBeGreaterThan(5_000);
  const missing = { code: 'course-not-found' };
  await expect(app['course.show']({ courseId: 'x' })).rejects.toMatchObject(missing);
  await expect(app['course.save']({ courseId: null, ...said, baselineRoundId: 'x' })).rejects.toMatchObject({
    code: 'round-not-found',
  });
  const name = (await app['deletion.status']({})).find((round) => round.roundId === roundId)!.name;
  await app['deletion.run']({ roundId, name });
  expect(await app['course.list']({})).toEqual([]);
  await expect(app['course.remove']({ courseId })).rejects.toMatchObject(missing);
}

it('courses and years count as the reports and the register do, show what was drawn and measured, and go with their baseline', async () => {
  const opened = await twoRounds();
  await countsAlike(opened);
  await isEmptyBefore(opened);
  await showsTheYear(opened);
  await showsTheCourse(opened);
}, 120_000);
