import { AppError } from '#shared/contract/errors.ts';
import { paperKind } from '#shared/contract/report.ts';

import type { Command } from '../command.ts';
import { fileAt, noCall, openApplication } from '../open-application.ts';
import { required } from '../read-json.ts';

/** Writes one report. The figures in the JSON are those that this report may show. */
export const reportCommand: Command = async (line, say) => {
  const roundId = required(line, 'round');
  const kind = paperKind.safeParse(required(line, 'kind'));
  if (!kind.success) {
    throw new AppError('invalid-input', 'unknown report kind');
  }
  const target = fileAt(required(line, 'out'));
  const application = await openApplication(line.options['workspace'], false);
  const what = { roundId, kind: kind.data, caseId: line.options['case'] };
  const { sheets, figures } = await application['report.write']({ ...what, target }, noCall);
  say(`Rapporten er gemt: ${target.name}`);
  return { json: { path: target.ref, sheets, figures }, ok: true };
};
