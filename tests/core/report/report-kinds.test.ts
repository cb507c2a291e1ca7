import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { createApplication } from '#core/application.ts';
import type { CoreHandlers } from '#shared/contract/operations.ts';
import type { PaperKind } from '#shared/contract/report.ts';
import { samplingPlan } from '#shared/domain/sampling/plan.ts';

import { templateItems } from '../../unit/report/report-fixture.ts';
import { applicationWithExample, call, passphrase, reportPorts } from './report-application.ts';

const kinds: readonly PaperKind[] = ['leader', 'administrative', 'political', 'year', 'casework'];

/** A year of two rounds on the bundled example, written by a program whose clock a test moves. */
describe('reports of a round that has one before it', () => {
  let folder: string;
  let now = '2026-01-20T09:30:00.000Z';
  let application: CoreHandlers;
  let first: string;
  let second: string;
  const targetOf = (name: string) => ({ ref: join(folder, name), name });
  const ports = () => reportPorts(folder, () => now);

  async function round(importId: string, name: string, asOf: string, met: number): Promise<string> {
    const plan = samplingPlan.parse({ asOf, seed: name, parts: [{ kind: 'random', size: 14 }] });
    const redrawReason = 'næste kvartal';
    const { roundId, record } = await application['sampling.draw']({ importId, plan, name, redrawReason }, call);
    const reviews = record.cases.map(({ caseId }, index) => ({
      caseId,
      answers: Object.fromEntries(
        templateItems.map(({ id }) => [id, { value: index < met ? ('yes' as const) : ('no' as const) }]),
      ),
    }));
    await application['review.answerFile']({ roundId, answers: { template: 'barnets-lov', reviews } }, call);
    return roundId;
  }

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'tilsyn-report-kinds-'));
    const made = await applicationWithExample(ports());
    ({ application } = made);
    const { importId } = made;
    first = await round(importId, '1. kvartal', '2026-01-02', 4);
    now = '2026-04-20T09:30:00.000Z';
    second = await round(importId, '2. kvartal', '2026-04-02', 12);
  }, 60_000);
  afterAll(() => rm(folder, { recursive: true, force: true }));

  it('are the same bytes when they are written again, on another day and by a program started again', async () => {
    const write = async (kind: PaperKind, name: string) => {
      await application['report.write']({ roundId: second, kind, target: targetOf(name) }, call);
      return readFile(join(folder, name));
    };
    const once = await Promise.all(kinds.map((kind) => write(kind, `${kind}-1.xlsx`)));
    now = '2026-05-04T07:00:00.000Z';
    await application['workspace.lock']({}, call);
    application = await createApplication(ports());
    await application['workspace.unlock']({ passphrase }, call);
    for (const [index, kind] of kinds.entries()) {
      expect((await write(kind, `${kind}-2.xlsx`)).equals(once[index]!), kind).toBe(true);
    }
  }, 60_000);

  it('are dated by the last change of the round, and a change makes another report', async () => {
    const preview = () => application['report.preview']({ roundId: second, kind: 'administrative' }, call);
    const before = (await preview()).workbook.created;
    expect(before).toBe('2026-04-20T09:30:00.000Z');
    now = '2026-05-05T07:00:00.000Z';
    const { proposal } = await application['report.words']({ roundId: second }, call);
    await application['report.setWords']({ roundId: second, words: { ...proposal, conclusion: 'Nyt.' } }, call);
    expect((await preview()).workbook.created).toBe(now);
    await application['report.setWords']({ roundId: second, words: null }, call);
  });

  it('name the line of the audit log with that change and its hash, whatever is logged after it', async () => {
    const preview = async (kind: PaperKind) =>
      JSON.stringify((await application['report.preview']({ roundId: second, kind }, call)).workbook);
    now = '2026-05-06T07:00:00.000Z';
    await application['report.setWords']({ roundId: second, words: null }, call);
    const { lines, lastHash } = await application['audit.check']({}, call);
    const witness = `linje ${lines} skrevet, med kontrolværdien ${lastHash}`;
    expect(await preview('administrative')).toContain(witness);
    await application['report.write']({ roundId: second, kind: 'year', target: targetOf('later.xlsx') }, call);
    expect((await application['audit.check']({}, call)).lastHash).not.toBe(lastHash);
    expect(await preview('administrative')).toContain(witness);
    expect(await preview('political')).not.toContain(lastHash);
  });

  it('tells of the earlier round only in the later one', async () => {
    const text = async (roundId: string) =>
      JSON.stringify((await application['report.preview']({ roundId, kind: 'year' }, call)).workbook);
    expect(await text(second)).toContain('1. kvartal');
    expect(await text(first)).not.toContain('2. kvartal');
  });

  it('has the teams of its cases, and a leader sees the own one only', async () => {
    const teams = await application['report.teams']({ roundId: second }, call);
    expect(teams.length).toBeGreaterThan(1);
    expect(teams).toEqual([...teams].sort((one, other) => one.localeCompare(other, 'da')));
    const queue = await application['review.queue']({ roundId: second }, call);
    const teamOf = new Map<string, string | undefined>();
    for (const { caseId } of queue) {
      const { record } = await application['review.open']({ roundId: second, caseId, reading: 1 }, call);
      teamOf.set(caseId, record.values.team);
    }
    const [team = ''] = teams;
    const { workbook } = await application['report.preview']({ roundId: second, kind: 'leader', team }, call);
    const text = JSON.stringify(workbook);
    for (const [caseId, own] of teamOf) expect(text.includes(caseId), caseId).toBe(own === team);
  });

  it('keeps the size of the smallest group for every later report, and nothing that is not 3, 5 or 10', async () => {
    expect(await application['report.settings']({}, call)).toEqual({ threshold: 5 });
    await application['report.setSettings']({ threshold: 10 }, call);
    await application['workspace.lock']({}, call);
    await application['workspace.unlock']({ passphrase }, call);
    expect(await application['report.settings']({}, call)).toEqual({ threshold: 10 });
    await application['report.setSettings']({ threshold: 5 }, call);
  });

  it('is stopped by a name that only the earlier round knows', async () => {
    const queue = await application['review.queue']({ roundId: second }, call);
    const here = new Set(queue.map(({ caseId }) => caseId));
    const others = (await application['review.queue']({ roundId: first }, call)).filter(
      (line) => !here.has(line.caseId),
    );
    const { caseId } = others[0]!;
    const { record } = await application['review.open']({ roundId: first, caseId, reading: 1 }, call);
    const { proposal } = await application['report.words']({ roundId: second }, call);
    for (const secret of [caseId, record.values.child_name!]) {
      const words = { ...proposal, improve: [`Som i sagen om ${secret}.`] };
      await application['report.setWords']({ roundId: second, words }, call);
      const { hits } = await application['report.preview']({ roundId: second, kind: 'political' }, call);
      expect(hits, secret).toMatchObject([{ sheet: 'Udvalg', found: expect.any(String) }]);
      const target = targetOf('stop.xlsx');
      const writing = application['report.write']({ roundId: second, kind: 'political', target }, call);
      await expect(writing, secret).rejects.toMatchObject({ code: 'report-contains-person-data' });
    }
    await application['report.setWords']({ roundId: second, words: null }, call);
  });

  it('has other formats for the committee only', async () => {
    for (const kind of ['leader', 'administrative', 'casework'] as const) {
      const target = targetOf('no.pdf');
      const writing = application['report.write']({ roundId: second, kind, format: 'pdf', target }, call);
      await expect(writing, kind).rejects.toMatchObject({ code: 'invalid-input' });
    }
  });
});
