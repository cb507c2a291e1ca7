import { samplingPlan } from '#shared/domain/sampling/plan.ts';

import type { Command } from '../command.ts';
import { fileAt, noCall, openApplication } from '../open-application.ts';
import { readJson, required } from '../read-json.ts';

/** Draws a sample and opens a round. `--record FILE` also saves the record that repeats the draw. */
export const drawCommand: Command = async (line, say) => {
  const importId = required(line, 'import');
  const plan = await readJson(required(line, 'plan'), samplingPlan, 'plan-invalid');
  const application = await openApplication(line.options['workspace'], false);
  const redrawReason = line.options['reason'] ?? 'Trukket igen fra kommandolinjen uden angivet grund';
  const round = await application['sampling.draw']({ importId, plan, redrawReason }, noCall);
  const recordPath = line.options['record'];
  if (recordPath !== undefined) {
    await application['sampling.saveRecord']({ roundId: round.roundId, target: fileAt(recordPath) }, noCall);
  }
  const { drawNumber, method, seed, strata, cases } = round.record;
  say(`Trækning nr. ${drawNumber}: ${cases.length} sager trukket med frø ${seed}. Rundens nummer: ${round.roundId}`);
  return { json: { roundId: round.roundId, drawNumber, method, seed, strata, cases, record: round.record }, ok: true };
};
