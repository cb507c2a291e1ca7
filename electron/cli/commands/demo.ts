import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

import type { CoreHandlers } from '#shared/contract/operations.ts';
import type { LocalDate } from '#shared/domain/calendar/local-date.ts';
import { samplingPlan } from '#shared/domain/sampling/plan.ts';
import { randomBytes } from 'node:crypto';

import { syntheticActions, syntheticAnswers } from '../../core/example/synthetic-reviews.ts';
import type { Clock } from '../../core/ports.ts';
import type { Command } from '../command.ts';
import { applicationOn, fileAt, noCall } from '../open-application.ts';
import { required } from '../read-json.ts';

/** Fixed, so that the demonstration is the same every time and everywhere. */
const demoDay = '2026-10-31' as LocalDate;
const demoClock: Clock = { now: () => `${demoDay}T09:00:00.000Z`, today: () => demoDay };
const demoPlan = samplingPlan.parse({
  asOf: demoDay,
  seed: '20261031-demo',
  parts: [
    { kind: 'random', size: 40, stratifyBy: 'team', where: [{ field: 'decision_date', from: '2025-11-01' }] },
    { kind: 'targeted', rule: 'bfu-over-4-maaneder', size: 5 },
  ],
});

/** The whole job on the bundled example, in a workspace that is removed again; the reviews are marked synthetic. */
export const demoCommand: Command = async (line, say) => {
  const out = resolve(required(line, 'out'));
  const folder = await mkdtemp(join(tmpdir(), 'ledelsestilsyn-demo-'));
  try {
    await mkdir(out, { recursive: true });
    const application = await applicationOn(join(folder, 'workspace'), demoClock);
    const profile = { municipality: 'Eksempelkommunen', department: 'Børn og Familie', reviewer: 'Eksempel' };
    await application['workspace.create']({ passphrase: randomBytes(24).toString('hex'), ...profile }, noCall);
    const summary = await application['importing.example']({}, noCall);
    say(`${summary.cases} opdigtede sager er læst ind.`);
    const { importId } = summary;
    const round = await application['sampling.draw']({ importId, plan: demoPlan, name: 'Eksempelrunde' }, noCall);
    say(`${round.record.cases.length} sager er trukket.`);
    await reviewAll(application, round.roundId);
    const reports = await writeReports(application, round.roundId, out);
    say(`Rapporterne ligger i ${out}`);
    const { drawNumber, method, seed, strata, cases } = round.record;
    return { json: { import: summary, draw: { drawNumber, method, seed, strata, cases }, reports }, ok: true };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
};

async function reviewAll(application: CoreHandlers, roundId: string): Promise<void> {
  const queue = await application['review.queue']({ roundId }, noCall);
  const reviews = [];
  for (const { caseId } of queue) {
    reviews.push(await application['review.open']({ roundId, caseId, reading: 1 }, noCall));
  }
  await application['review.answerFile']({ roundId, answers: syntheticAnswers(reviews) }, noCall);
  for (const action of syntheticActions(roundId, demoDay)) {
    await application['review.saveAction']({ id: null, action }, noCall);
  }
}

async function writeReports(application: CoreHandlers, roundId: string, out: string): Promise<string[]> {
  const paths = [];
  for (const [kind, name] of [
    ['administrative', 'ledelsesrapport.xlsx'],
    ['political', 'udvalgsrapport.xlsx'],
  ] as const) {
    const path = join(out, name);
    await application['report.write']({ roundId, kind, target: fileAt(path) }, noCall);
    paths.push(path);
  }
  return paths;
}
