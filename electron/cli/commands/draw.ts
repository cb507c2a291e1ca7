import { samplingPlan, samplingUnit } from '#shared/domain/sampling/plan.ts';

import type { Command } from '../command.ts';
import { fileAt, noCall, openApplication } from '../open-application.ts';
import { readJson, required } from '../read-json.ts';

/** A plan that does not say its unit counts as the export was imported. */
const writtenPlan = samplingPlan.extend({ unit: samplingUnit.optional() });

/** Draws a sample and opens a round, reviewed in `--template ID` where one is named. `--record FILE` also saves the record that repeats the draw. */
export const drawCommand: Command = async (line, say) => {
  const importId = required(line, 'import');
  const written = await readJson(required(line, 'plan'), writtenPlan, 'plan-invalid');
  const application = await openApplication(line.options['workspace'], false);
  const imports = await application['importing.list']({}, noCall);
  const imported = imports.find((summary) => summary.importId === importId);
  const plan = { ...written, unit: written.unit ?? imported?.unit ?? 'case' };
  const redrawReason = line.options['reason'] ?? 'Trukket igen fra kommandolinjen uden angivet grund';
  const templateId = line.options['template'];
  const round = await application['sampling.draw']({ importId, plan, redrawReason, templateId }, noCall);
  const recordPath = line.options['record'];
  if (recordPath !== undefined) {
    await application['sampling.saveRecord']({ roundId: round.roundId, target: fileAt(recordPath) }, noCall);
  }
  const { drawNumber, method, seed, strata, cases } = round.record;
  say(`Trækning nr. ${drawNumber}: ${cases.length} sager trukket med frø ${seed}. Rundens nummer: ${round.roundId}`);
  return { json: { roundId: round.roundId, drawNumber, method, seed, strata, cases, record: round.record }, ok: true };
};
