import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { beforeAll, describe, expect, it } from 'vitest';

import type { CoreHandlers } from '#shared/contract/operations.ts';
import { samplingPlan } from '#shared/domain/sampling/plan.ts';

import { applicationWithExample, call, reportPorts } from './report-application.ts';

const folder = mkdtempSync(join(tmpdir(), 'compile-'));
/** A minute passes with every look at the clock: of two rounds one is the earlier. */
let minutes = 0;
const now = () => new Date(Date.UTC(2026, 0, 20, 9, 30 + (minutes += 1))).toISOString();
let application: CoreHandlers;
let [first, second] = ['', ''];

/** Two rounds of the example, the first answered: by team, and at random. */
beforeAll(async () => {
  const made = await applicationWithExample(reportPorts(folder, now));
  application = made.application;
  const { importId } = made;
  const draw = async (stratifyBy: 'team' | null, reason?: string): Promise<string> => {
    const plan = samplingPlan.parse({
      asOf: '2025-11-03',
      seed: '20260115-4711',
      parts: [
        { kind: 'random', size: 8, stratifyBy },
        { kind: 'targeted', rule: 'bfu-over-4-maaneder', size: 2 },
      ],
    });
    const request = { importId, plan, ...(reason === undefined ? {} : { redrawReason: reason }) };
    return (await application['sampling.draw'](request, call)).roundId;
  };
  first = await draw('team');
  second = await draw(null, 'En anden måde');
  for (const roundId of [first, second]) {
    const queue = await application['review.queue']({ roundId }, call);
    const reviews = queue.map(({ caseId }, index) => ({
      caseId,
      answers: {
        'barnets-stemme': { value: index % 3 === 0 ? ('no' as const) : ('yes' as const) },
        journal: { value: index % 2 === 0 ? ('na' as const) : ('partly' as const) },
      },
    }));
    await application['review.answerFile']({ roundId, answers: { template: 'barnets-lov', reviews } }, call);
  }
}, 60_000);

const matrix = (
  roundIds: readonly string[],
  by: 'all' | 'unit' | 'team' | 'measure' = 'all',
  group: string | null = null,
) => application['compile.matrix']({ roundIds: [...roundIds], by, group }, call);

describe('rounds put together', () => {
  it('are all on the list, the newest first', async () => {
    const { rounds } = await application['compile.choices']({}, call);
    expect(rounds.map(({ roundId, role, unit, drawn, closed }) => ({ roundId, role, unit, drawn, closed }))).toEqual([
      { roundId: second, role: 'own', unit: '', drawn: 10, closed: 0 },
      { roundId: first, role: 'own', unit: '', drawn: 10, closed: 0 },
    ]);
  });

  it('one alone have the figures of its own report', async () => {
    for (const roundId of [first, second]) {
      const { figures } = await application['report.preview']({ roundId, kind: 'administrative' }, call);
      const { items, areas } = await matrix([roundId]);
      expect(items.map((figure) => only(figure, figures.items[0]))).toEqual(figures.items);
      expect(areas.map((figure) => only(figure, figures.areas[0]))).toEqual(figures.areas);
    }
  });

  it('show an answer that was changed since', async () => {
    const count = async () => (await matrix([first, second])).items.find(({ id }) => id === 'barnets-stemme')?.partly;
    expect(await count()).toBe(0);
    const [line] = await application['review.queue']({ roundId: first }, call);
    const key = { roundId: first, caseId: line?.caseId ?? '', reading: 1 as const, itemId: 'barnets-stemme' };
    await application['review.answer']({ ...key, value: 'partly' }, call);
    expect(await count()).toBe(1);
    await application['review.answer']({ ...key, value: 'no' }, call);
    expect(await count()).toBe(0);
  });

  it('are compared with the round before', async () => {
    const { compared, items } = await matrix([second]);
    expect(compared?.roundIds).toEqual([first]);
    const change = items.find(({ id, part }) => id === 'barnets-stemme' && part === 'random')?.change;
    expect(change).toMatchObject({ verdict: 'too-few', before: { n: 8 }, after: { n: 8 } });
  });

  it('are divided by team and measure, and every case is in one group', async () => {
    for (const by of ['team', 'measure'] as const) {
      const { groups } = await matrix([first, second], by);
      expect(groups.length).toBeGreaterThan(1);
      expect(groups.reduce((sum, { cases }) => sum + cases, 0)).toBe(20);
      const counts = await Promise.all(
        groups.map(async ({ name }) => {
          const { items } = await matrix([first, second], by, name);
          return items.filter(({ id }) => id === 'barnets-stemme').reduce((sum, { yes }) => sum + yes, 0);
        }),
      );
      const whole = (await matrix([first, second])).items.filter(({ id }) => id === 'barnets-stemme');
      expect(counts.reduce((sum, each) => sum + each, 0)).toBe(whole.reduce((sum, { yes }) => sum + yes, 0));
    }
  });

  it('say what the data lack, unit by unit, an import once', async () => {
    const { quality } = await matrix([first, second]);
    const [rejected] = quality;
    expect(rejected).toMatchObject({ unit: '', code: 'rejected' });
    expect(quality).toEqual((await matrix([first])).quality);
  });
});

describe('reports over several rounds', () => {
  const inSet = (kind: 'leader' | 'administrative' | 'political' | 'year' | 'casework') => ({
    roundId: first,
    with: [second],
    kind,
  });

  it('have the figures of the page, and list both draws', async () => {
    const { figures, workbook } = await application['report.preview'](inSet('administrative'), call);
    const { items, areas } = await matrix([first, second]);
    expect(items.map((figure) => only(figure, figures.items[0]))).toEqual(figures.items);
    expect(areas.map((figure) => only(figure, figures.areas[0]))).toEqual(figures.areas);
    expect(JSON.stringify(workbook)).toContain('"Trækning nr.","style":"label"},{"value":2');
  });

  it('have the teams of all their rounds', async () => {
    const [imported] = await application['importing.list']({}, call);
    const plan = samplingPlan.parse({ asOf: '2025-11-03', parts: [{ kind: 'random', size: 1 }] });
    const drawn = { importId: imported?.importId ?? '', plan, redrawReason: 'Kun én sag' };
    const { roundId } = await application['sampling.draw'](drawn, call);
    const alone = await application['report.teams']({ roundId }, call);
    const others = await application['report.teams']({ roundId: first }, call);
    expect([alone.length, others.length > 1]).toEqual([1, true]);
    expect(await application['report.teams']({ roundId, with: [first] }, call)).toEqual(others);
    expect(await application['report.teams']({ roundId: first, with: [roundId] }, call)).toEqual(others);
  });

  it('are the same bytes when they are written again', async () => {
    for (const kind of ['leader', 'administrative', 'political', 'year', 'casework'] as const) {
      const written = await Promise.all(
        ['en', 'to'].map(async (name) => {
          const path = join(folder, `${kind}-${name}.xlsx`);
          await application['report.write']({ ...inSet(kind), target: { ref: path, name: `${kind}.xlsx` } }, call);
          return readFileSync(path);
        }),
      );
      expect(written[0]?.equals(written[1] ?? Buffer.from('')), kind).toBe(true);
    }
  }, 60_000);

  it('stop a committee’s paper that names anyone of any round', async () => {
    const child = await application['review.open'](
      { roundId: second, caseId: await lastCase(second), reading: 1 },
      call,
    );
    const name = child.record.values.child_name ?? '';
    expect(name).not.toBe('');
    const words = { conclusion: `Det går godt for ${name}.`, works: [], improve: [], recommendation: '' };
    await application['report.setWords']({ roundId: first, with: [second], words }, call);
    const { hits } = await application['report.preview'](inSet('political'), call);
    expect(hits.map(({ kind }) => kind)).toContain('name');
    await application['report.setWords']({ roundId: first, with: [second], words: null }, call);
    expect((await application['report.preview'](inSet('political'), call)).hits).toEqual([]);
  });

  it('have words of their own, in whatever order the rounds are named', async () => {
    const words = { conclusion: 'Samlet går det bedre.', works: ['a'], improve: [], recommendation: '' };
    await application['report.setWords']({ roundId: first, with: [second], words }, call);
    const read = async (request: { roundId: string; with?: string[] }) =>
      (await application['report.words'](request, call)).words.conclusion;
    expect(await read({ roundId: second, with: [first] })).toBe('Samlet går det bedre.');
    expect(await read({ roundId: first })).not.toBe('Samlet går det bedre.');
    const { workbook } = await application['report.preview'](inSet('political'), call);
    expect(JSON.stringify(workbook)).toContain('Samlet går det bedre.');
    await application['report.setWords']({ roundId: first, with: [second], words: null }, call);
    expect(await read({ roundId: second, with: [first] })).not.toBe('Samlet går det bedre.');
  });
});

/** What the page says beside a figure is left out. */
function only(figure: object, like: object | undefined): object {
  return Object.fromEntries(Object.entries(figure).filter(([key]) => Object.hasOwn(like ?? {}, key)));
}

async function lastCase(roundId: string): Promise<string> {
  return (await application['review.queue']({ roundId }, call)).at(-1)?.caseId ?? '';
}
