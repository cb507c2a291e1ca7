import { applicationOn, fileAt, noCall } from '../../../electron/cli/open-application.ts';
import { answersFile } from '../../../shared/domain/review/answer.ts';
import { samplingPlan } from '../../../shared/domain/sampling/plan.ts';
import type { Making } from './workspace-copy.ts';

/** A program of its own: `make-workspace.ts MAKING` makes a workspace through the core and prints the cases that were drawn. */
const { folder, passphrase, exportFile, profile, population, draw, template, reviews } = JSON.parse(
  process.argv[2] ?? '',
) as Making;
const application = await applicationOn(folder);
await application['workspace.create']({ passphrase, ...profile }, noCall);
const importId = await importCases();
const cases = importId === null || draw === null ? [] : await drawCases(importId, draw);
await application['workspace.lock']({}, noCall);
console.log(JSON.stringify(cases));

async function importCases(): Promise<string | null> {
  if (population === 'none') return null;
  const summary =
    population === 'example'
      ? await application['importing.example']({}, noCall)
      : await application['importing.run']({ file: fileAt(exportFile), mapping: null, remember: null }, noCall);
  return summary.importId;
}

async function drawCases(from: string, part: NonNullable<Making['draw']>): Promise<readonly string[]> {
  const written = { asOf: '2025-11-03', seed: '20260115-4711', parts: [{ kind: 'random', ...part }] };
  const plan = samplingPlan.parse(written);
  const request = { importId: from, plan, redrawReason: 'Trukket til en historie', templateId: template };
  const { roundId, record } = await application['sampling.draw'](request, noCall);
  const drawn = record.cases.map(({ caseId }) => caseId);
  const answers = answersFile.parse({ template, reviews: reviews.map((one, at) => ({ ...one, caseId: drawn[at] })) });
  const { rejected } = await application['review.answerFile']({ roundId, answers }, noCall);
  if (rejected.length > 0) throw new Error(`an answer was refused: ${JSON.stringify(rejected[0])}`);
  return drawn;
}
