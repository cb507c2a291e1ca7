import { AppError } from '#shared/contract/errors.ts';

import type { Command } from '../command.ts';
import { noCall, openApplication } from '../open-application.ts';
import { required } from '../read-json.ts';
import { wholeNumber } from './enlarge.ts';

/** How far the year's quotas are reached, and the plan of the next draw; `plan` may be saved as PLAN.json. */
export const yearPlanCommand: Command = async (line, say) => {
  const importId = required(line, 'import');
  const by = required(line, 'by');
  if (by !== 'team' && by !== 'caseworker') {
    throw new AppError('invalid-input', `--by must be team or caseworker, not "${by}"`, { option: 'by' });
  }
  const perYear = wholeNumber(required(line, 'per-year'), 'per-year');
  const month = line.options['month'];
  if (month !== undefined && !/^\d{4}-(?:0[1-9]|1[0-2])$/u.test(month)) {
    throw new AppError('invalid-input', `--month must be written 2026-02, not "${month}"`, { option: 'month' });
  }
  const application = await openApplication(line.options['workspace'], false);
  const request = { importId, by, perYear, ...(month === undefined ? {} : { month }) } as const;
  const plan = await application['sampling.yearPlan'](request, noCall);
  say(`Årsplan til og med ${plan.month}: ${plan.notCovered.length} af ${plan.groups.length} grupper er ikke dækket.`);
  return { json: plan, ok: true };
};
