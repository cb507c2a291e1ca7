import { readFile, writeFile } from 'node:fs/promises';

import { describe, expect, it } from 'vitest';

import { drawRecord } from '#shared/domain/sampling/draw-record.ts';
import { samplingPlan, type SamplingPlanInput } from '#shared/domain/sampling/plan.ts';

import { aCase, aPopulation, assessed } from '../../unit/sampling/a-case.ts';
import { addPopulation, call, exportBytes, openWorkspace, template, type Workspace } from './sampling-fixture.ts';

const cases = aPopulation({ Nord: 24, Syd: 16 });
const plan = (input: SamplingPlanInput) => samplingPlan.parse({ seed: '4711', ...input });
const ten: SamplingPlanInput = { parts: [{ kind: 'random', size: 10, stratifyBy: 'team' }] };

const drawTen = ({ sampling }: Workspace, more: { redrawReason?: string; importId?: string } = {}) =>
  sampling['sampling.draw']({ importId: 'import-1', plan: plan(ten), ...more }, call);

const failure = (code: string, detail: object = {}) =>
  expect.objectContaining({ name: 'AppError', code, detail: expect.objectContaining(detail) });

describe('sampling.preview', () => {
  it('says what would be drawn, before any seed', async () => {
    const workspace = await openWorkspace([...cases, aCase('Å-1'), aCase('A\u030A-1')]);
    const held = { cases: [{ caseId: 'S-0001', reason: 'Egen familie' }] };
    const preview = await workspace.sampling['sampling.preview'](
      { importId: 'import-1', plan: samplingPlan.parse({ ...ten, exclude: held }) },
      call,
    );
    expect(preview).toMatchObject({ populationSize: 42, drawNumber: 1 });
    expect(preview.excluded).toEqual([
      { reason: 'Samme sagsnummer som en anden sag', count: 1 },
      { reason: 'Egen familie', count: 1 },
    ]);
    expect(preview.parts).toMatchObject([
      {
        partIndex: 0,
        kind: 'random',
        frameSize: 40,
        drawn: 10,
        strata: [
          { name: '(ikke oplyst)', size: 1, drawn: 0 },
          { name: 'Nord', size: 23, drawn: 6 },
          { name: 'Syd', size: 16, drawn: 4 },
        ],
      },
    ]);
  });

  it('shows the frame that the draw then uses', async () => {
    const workspace = await openWorkspace(cases);
    const preview = await workspace.sampling['sampling.preview']({ importId: 'import-1', plan: plan(ten) }, call);
    const { record } = await drawTen(workspace);
    expect(record.frames[0]?.fingerprint).toBe(preview.parts[0]?.fingerprint);
    expect(record.populationFingerprint).toBe(preview.populationFingerprint);
    const next = await workspace.sampling['sampling.preview']({ importId: 'import-1', plan: plan(ten) }, call);
    expect(next.drawNumber).toBe(2);
  });
});

describe('sampling.draw', () => {
  it('stores the round, its record, the data of the sampled cases and the checklist edition', async () => {
    const workspace = await openWorkspace(cases);
    const round = await drawTen(workspace);
    expect(round).toMatchObject({ importId: 'import-1', drawn: 10, closed: 0, name: 'Stikprøve 15-01-2026' });
    expect(round.record).toMatchObject({ method: 'LT1', seed: '4711', drawNumber: 1, asOf: '2026-01-15' });
    expect(drawRecord.parse(JSON.parse(JSON.stringify(round.record)))).toEqual(round.record);
    const row = workspace.store.read((tables) => tables.rounds.get(round.roundId));
    expect(row).toMatchObject({ templateId: template.id, templateEdition: template.edition, record: round.record });
    const sample = workspace.store.read((tables) => tables.sample.list(round.roundId));
    expect(sample.map(({ drawn }) => drawn)).toEqual(round.record.cases);
    expect(sample.every((line) => line.case.id === line.drawn.caseId && line.case.values.team !== undefined)).toBe(
      true,
    );
    expect(await workspace.sampling['sampling.rounds']({}, call)).toEqual([round]);
    expect(workspace.ports.events).toContainEqual({ name: 'stage-changed', stage: 'sampling' });
  });

  it('is in both logs, with the numbers in the change log only', async () => {
    const workspace = await openWorkspace(cases);
    const { roundId, record } = await drawTen(workspace);
    expect(workspace.store.auditLog().at(-1)).toMatchObject({ kind: 'sample.drawn', target: roundId });
    expect(workspace.store.changeLog(roundId)).toMatchObject([
      { after: { seed: '4711', drawNumber: 1, cases: 10, populationFingerprint: record.populationFingerprint } },
    ]);
  });

  it('makes a seed of twenty digits when the plan has none, another one each time', async () => {
    const workspace = await openWorkspace(cases);
    const input = { importId: 'import-1', plan: samplingPlan.parse(ten), redrawReason: 'Afprøvning' };
    const first = await workspace.sampling['sampling.draw'](input, call);
    const second = await workspace.sampling['sampling.draw'](input, call);
    expect(first.record.seed).toMatch(/^\d{5}-\d{5}-\d{5}-\d{5}$/u);
    expect(second.record.seed).not.toBe(first.record.seed);
  });

  it('asks for a reason from the second draw on the same list on, also from a second import of it', async () => {
    const workspace = await openWorkspace(cases);
    const first = await drawTen(workspace, { redrawReason: 'ikke brugt' });
    expect(first.record).toMatchObject({ drawNumber: 1, redrawReason: null });
    await expect(drawTen(workspace)).rejects.toEqual(failure('redraw-needs-reason', { drawNumber: 2 }));
    await expect(drawTen(workspace, { redrawReason: '' })).rejects.toEqual(failure('redraw-needs-reason'));
    await addPopulation(workspace.store, cases.toReversed(), 'import-2');
    await expect(drawTen(workspace, { importId: 'import-2' })).rejects.toEqual(failure('redraw-needs-reason'));
    const second = await drawTen(workspace, { redrawReason: 'Forkert periode' });
    expect(second.record).toMatchObject({ drawNumber: 2, redrawReason: 'Forkert periode' });
    expect(await workspace.sampling['sampling.rounds']({}, call)).toHaveLength(2);
  });

  it.each<[string, SamplingPlanInput, object]>([
    ['seed-blank', { ...ten, seed: '   ' }, {}],
    ['sample-larger-than-frame', { parts: [{ kind: 'random', size: 41 }] }, { wanted: 41, size: 40 }],
    ['plan-invalid', { parts: [{ kind: 'random' }] }, { part: 1 }],
    ['unknown-rule', { parts: [{ kind: 'targeted', rule: 'findes-ikke', size: 1 }] }, { rule: 'findes-ikke' }],
    [
      'overlapping-parts',
      {
        parts: [
          { kind: 'random', size: 1 },
          { kind: 'random', size: 1 },
        ],
      },
      { shared: 40 },
    ],
  ])('refuses with %s and stores nothing', async (code, input, detail) => {
    const workspace = await openWorkspace(cases);
    const refused = workspace.sampling['sampling.draw']({ importId: 'import-1', plan: plan(input) }, call);
    await expect(refused).rejects.toEqual(failure(code, detail));
    expect(await workspace.sampling['sampling.rounds']({}, call)).toEqual([]);
  });

  it('leaves out cases reviewed in the months before the day of the plan', async () => {
    const workspace = await openWorkspace(cases);
    const { roundId, record } = await drawTen(workspace);
    const [recent, old] = record.cases.map(({ caseId }) => caseId);
    const close = (caseId: string, at: string) =>
      workspace.store.change({ kind: 'review.closed', target: caseId }, (tables) =>
        tables.reviews.setState(roundId, caseId, 'done', at),
      );
    await close(recent!, '2025-07-15T10:00:00.000Z');
    await close(old!, '2025-07-14T10:00:00.000Z');
    const exclude = { reviewedWithinMonths: 6 };
    const next = await workspace.sampling['sampling.draw'](
      { importId: 'import-1', plan: plan({ ...ten, asOf: '2026-01-15', exclude }), redrawReason: 'Ny måned' },
      call,
    );
    expect(next.record.excluded).toEqual([{ caseId: recent, reason: 'Gennemgået inden for de seneste 6 måneder' }]);
    expect(next.record.strata.reduce((sum, { size }) => sum + size, 0)).toBe(39);
    const [, first] = await workspace.sampling['sampling.rounds']({}, call);
    expect(first).toMatchObject({ roundId, closed: 2, drawn: 10 });
  });

  it('says which import, and that a locked workspace is locked', async () => {
    const workspace = await openWorkspace(cases);
    await expect(drawTen(workspace, { importId: 'import-9' })).rejects.toEqual(
      expect.objectContaining({ code: 'import-not-found' }),
    );
    await drawTen(workspace);
    await workspace.store.lock();
    await expect(drawTen(workspace)).rejects.toEqual(expect.objectContaining({ code: 'workspace-locked' }));
  });
});

describe('sampling.replace', () => {
  const replaceFirst = async (
    workspace: Workspace,
    round: { roundId: string; record: { cases: readonly { caseId: string }[] } },
  ) =>
    workspace.sampling['sampling.replace'](
      { roundId: round.roundId, caseId: round.record.cases[0]!.caseId, reason: 'conflict-of-interest' },
      call,
    );

  it('brings in the next rank and keeps the replaced case visible', async () => {
    const workspace = await openWorkspace(cases);
    const round = await drawTen(workspace);
    const after = await replaceFirst(workspace, round);
    const [replaced] = after.record.replaced;
    expect(after).toMatchObject({ drawn: 10, closed: 0 });
    expect(after.record.cases).toHaveLength(11);
    expect(replaced).toMatchObject({ caseId: round.record.cases[0]?.caseId, reason: 'conflict-of-interest' });
    const sample = workspace.store.read((tables) => tables.sample.list(round.roundId));
    expect(sample.map(({ drawn }) => drawn)).toEqual(after.record.cases);
    expect(sample.find(({ replacedBy }) => replacedBy !== null)).toMatchObject({
      replacedBy: replaced?.replacedBy,
      drawn: { caseId: replaced?.caseId },
    });
    expect(workspace.store.auditLog().at(-1)).toMatchObject({ kind: 'sample.replaced' });
  });

  it('moves a case that a targeted part holds, with its review', async () => {
    const overdue = cases.map(({ id, values }) => aCase(id, { ...values, ...assessed(6) }));
    const workspace = await openWorkspace(overdue);
    const parts: SamplingPlanInput['parts'] = [
      { kind: 'random', size: 2 },
      { kind: 'targeted', rule: 'bfu-over-4-maaneder', size: 38 },
    ];
    const round = await workspace.sampling['sampling.draw']({ importId: 'import-1', plan: plan({ parts }) }, call);
    for (const { caseId } of round.record.cases) {
      await workspace.store.change({ kind: 'review.answered', target: caseId }, (tables) =>
        tables.reviews.setState(round.roundId, caseId, 'draft', '2026-01-15T10:00:00.000Z'),
      );
    }
    const after = await replaceFirst(workspace, round);
    const incoming = after.record.replaced[0]!.replacedBy;
    const sample = workspace.store.read((tables) => tables.sample.list(round.roundId));
    expect(after.record.strata.map(({ drawn }) => drawn)).toEqual([2, 37]);
    expect(sample).toHaveLength(40);
    const moved = sample.find(({ drawn }) => drawn.caseId === incoming)?.drawn;
    expect(moved).toMatchObject({ part: 'random', rank: 3 });
    expect(moved).not.toHaveProperty('exceededBy');
    expect(workspace.store.read((tables) => tables.reviews.get(round.roundId, incoming))?.state).toBe('draft');
  });

  it('needs the round, a case that stands in it, and the population', async () => {
    const workspace = await openWorkspace(cases);
    const round = await drawTen(workspace);
    const replace = workspace.sampling['sampling.replace'];
    const reason = 'transferred' as const;
    const refused = (code: string) => expect.objectContaining({ name: 'AppError', code });
    await expect(replace({ roundId: 'x', caseId: 'y', reason }, call)).rejects.toEqual(refused('round-not-found'));
    await expect(replace({ roundId: round.roundId, caseId: 'y', reason }, call)).rejects.toEqual(
      refused('case-not-in-round'),
    );
  });

  it('cannot replace when the population was deleted, and changes nothing', async () => {
    const workspace = await openWorkspace(cases);
    const round = await drawTen(workspace);
    await workspace.store.removePopulation('import-1');
    workspace.cache.forget();
    await expect(replaceFirst(workspace, round)).rejects.toEqual(
      expect.objectContaining({ name: 'AppError', code: 'population-deleted' }),
    );
    expect(await workspace.sampling['sampling.rounds']({}, call)).toEqual([round]);
  });
});

describe('sampling.saveRecord and sampling.verify', () => {
  async function saved() {
    const workspace = await openWorkspace(cases);
    const round = await drawTen(workspace);
    const { roundId } = await workspace.sampling['sampling.replace'](
      { roundId: round.roundId, caseId: round.record.cases[3]!.caseId, reason: 'transferred' },
      call,
    );
    const target = workspace.fileNamed('kontrolark.json');
    expect(await workspace.sampling['sampling.saveRecord']({ roundId, target }, call)).toEqual({
      name: 'kontrolark.json',
    });
    const text = await readFile(workspace.pathOf('kontrolark.json'), 'utf8');
    return { workspace, text, record: drawRecord.parse(JSON.parse(text)) };
  }
  const verify = async ({ workspace, record }: Awaited<ReturnType<typeof saved>>, bytes: Uint8Array) => {
    await writeFile(workspace.pathOf('udtræk.json'), bytes);
    return workspace.sampling['sampling.verify']({ record, file: workspace.fileNamed('udtræk.json') }, call);
  };

  it('repeats the draw from the record and the file alone, with the workspace locked', async () => {
    const all = await saved();
    await all.workspace.store.lock();
    expect(await verify(all, exportBytes(cases))).toEqual({ same: true, differences: [] });
    expect(all.text).toContain('\n  "method": "LT1"');
  });

  it('finds the same draw in another file with the same cases, and says that the file is another', async () => {
    const { same, differences } = await verify(await saved(), exportBytes(cases.toReversed()));
    expect(same).toBe(true);
    expect(differences).toEqual(['Filen er en anden end den, der blev trukket fra (et andet fingeraftryk).']);
  });

  it('tells in Danish what differs when a case is missing from the list', async () => {
    const all = await saved();
    const gone = all.record.cases[0]!.caseId;
    const { same, differences } = await verify(all, exportBytes(cases.filter(({ id }) => id !== gone)));
    expect(same).toBe(false);
    expect(differences).toContain('Sagslisten er en anden: 40 sager i kontrolarket, 39 nu.');
    expect(differences).toContain(`Sag ${gone} står i kontrolarket, men trækkes ikke.`);
  });

  it('tells when the plan cannot be drawn on the list at all', async () => {
    const { same, differences } = await verify(await saved(), exportBytes(cases.slice(0, 3)));
    expect(same).toBe(false);
    expect(differences).toContain('Planen kan ikke trækkes på denne liste.');
  });

  it('holds no CPR number and no name', async () => {
    const named = cases.map(({ id, values }) => aCase(id, { ...values, cpr: '0101654321', child_name: 'Signe Prøve' }));
    const workspace = await openWorkspace(named);
    const { record } = await drawTen(workspace);
    expect(JSON.stringify(record)).not.toMatch(/0101654321|Signe/u);
  });
});
