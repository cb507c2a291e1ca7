import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { beforeAll, describe, expect, it } from 'vitest';

import { createStore } from '#core/store/open-store.ts';
import type { WorkspaceStore } from '#core/store/open-store.ts';
import { answerCode } from '#shared/domain/report/compile/answer-table.ts';
import { answerValues, suggestedValues } from '#shared/domain/review/answer.ts';
import { samplingPlan } from '#shared/domain/sampling/plan.ts';

import { applicationWithExample, call, passphrase, reportPorts } from '../report/report-application.ts';

let store: WorkspaceStore;
let roundId = '';
let itemIds: readonly string[] = [];

/** A round of the example with every kind of answer in it, some cases whole, some with holes, one not begun. */
beforeAll(async () => {
  const ports = reportPorts(mkdtempSync(join(tmpdir(), 'answer-tables-')));
  const { application, importId } = await applicationWithExample(ports);
  const plan = samplingPlan.parse({ asOf: '2025-11-03', seed: '20260115-4711', parts: [{ kind: 'random', size: 9 }] });
  ({ roundId } = await application['sampling.draw']({ importId, plan }, call));
  const [line] = await application['review.queue']({ roundId }, call);
  const opened = await application['review.open']({ roundId, caseId: line?.caseId ?? '', reading: 1 }, call);
  itemIds = opened.template.sections.flatMap(({ items }) => items.map(({ id }) => id));
  await application['workspace.lock']({}, call);
  store = await createStore(ports);
  await store.unlock(passphrase);
  await store.change({ kind: 'review.answered', target: roundId }, (tables) => {
    tables.sample.list(roundId).forEach(({ drawn: { caseId } }, row) => {
      itemIds.forEach((itemId, column) => {
        if (row === 8 || (row > 4 && column % row === 0)) return;
        const suggested = suggestedValues[(row + column) % 7];
        const answer = {
          itemId,
          value: row > 2 && column % 11 === 10 ? null : (answerValues[(row * column) % 5] ?? null),
          note: 'yes, partly; no',
          evidence: '',
          ...(suggested === undefined ? {} : { suggested }),
          ...(column % 6 === 5 ? { byFacts: true as const } : {}),
        };
        tables.reviews.setAnswer(roundId, caseId, answer, '2026-01-20T09:30:00.000Z');
      });
    });
  });
}, 60_000);

describe('the answers of a round as a table', () => {
  it('are those that the reviews hold, read another way', () => {
    store.read((tables) => {
      const { cases, codes } = tables.answerTables.of(roundId, itemIds);
      const reviews = new Map(tables.reviews.list(roundId).map((review) => [review.caseId, review]));
      const sample = tables.sample.list(roundId);
      expect(cases.map(({ caseId }) => caseId).toSorted()).toEqual(sample.map(({ drawn }) => drawn.caseId).toSorted());
      cases.forEach((row, at) => {
        const review = reviews.get(row.caseId);
        const answers = new Map(review?.answers.map((answer) => [answer.itemId, answer]));
        const expected = itemIds.map((id) => answerCode(answers.get(id) ?? { value: null }));
        expect([...codes.subarray(at * itemIds.length, (at + 1) * itemIds.length)]).toEqual(expected);
        expect(row.state).toBe(review?.state ?? 'not-started');
        expect(row.team).toBe(tables.sample.get(roundId, row.caseId)?.case.values.team ?? '');
      });
      expect(new Set(codes).size).toBeGreaterThan(10);
    });
  });

  it('leave out answers to items that the checklist does not ask', () => {
    store.read((tables) => {
      const some = itemIds.filter((_, index) => index % 3 === 0);
      const whole = tables.answerTables.of(roundId, itemIds);
      const part = tables.answerTables.of(roundId, some);
      part.cases.forEach((_, row) =>
        some.forEach((id, column) => {
          const code = whole.codes[row * itemIds.length + itemIds.indexOf(id)];
          expect(part.codes[row * some.length + column]).toBe(code);
        }),
      );
    });
  });

  it('know what was changed since, and that it cannot be told of another log', async () => {
    const mark = store.read((tables) => tables.answerTables.mark());
    expect(store.read((tables) => tables.answerTables.targetsSince(mark))).toEqual([]);
    const [first] = store.read((tables) => tables.sample.list(roundId));
    const target = `${roundId}/${first?.drawn.caseId}/journal`;
    await store.change({ kind: 'review.answered', target }, () => undefined);
    const targets = store.read((tables) => tables.answerTables.targetsSince(mark));
    expect(targets?.map((each) => each.split('/')[0])).toEqual([roundId]);
    const other = { ...mark, hash: '00'.repeat(32) };
    expect(store.read((tables) => tables.answerTables.targetsSince(other))).toBeNull();
  });
});

describe('the words over several rounds', () => {
  it('go with any of them, and are found in whatever order the rounds are named', async () => {
    const words = { conclusion: 'Samlet', works: [], improve: [], recommendation: '' };
    await store.change({ kind: 'report.words', target: roundId }, (tables) =>
      tables.words.setOfSet(['r-b', roundId, 'r-a'], words),
    );
    expect(store.read((tables) => tables.words.getOfSet([roundId, 'r-a', 'r-b']))).toEqual(words);
    expect(store.read((tables) => tables.words.getOfSet([roundId, 'r-a']))).toBeUndefined();
  });
});
