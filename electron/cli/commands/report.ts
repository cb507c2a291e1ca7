import { existsSync } from 'node:fs';
import { extname } from 'node:path';

import { AppError } from '#shared/contract/errors.ts';
import { paperKind, type ReportFormat, reportFormats } from '#shared/contract/report.ts';

import type { Command } from '../command.ts';
import { fileAt, noCall, openApplication } from '../open-application.ts';
import { required } from '../read-json.ts';

/** Writes one report in the format that the file name ends with. The figures in the JSON are those it may show. */
export const reportCommand: Command = async (line, say) => {
  const roundId = required(line, 'round');
  const kind = paperKind.safeParse(required(line, 'kind'));
  if (!kind.success) {
    throw new AppError('invalid-input', `--kind: ${paperKind.options.join(', ')}`);
  }
  const out = required(line, 'out');
  const format = formatOf(out);
  const target = fileAt(out);
  if (existsSync(target.ref) && !line.overwrite) {
    throw new AppError('report-target-exists', 'the file is there already', { name: target.name });
  }
  const application = await openApplication(line.options['workspace'], false);
  const { case: caseId, team } = line.options;
  const what = { roundId, kind: kind.data, caseId, team, format };
  const { sheets, figures } = await application['report.write']({ ...what, target }, noCall);
  say(`Rapporten er gemt: ${target.name}`);
  return { json: { path: target.ref, sheets, figures }, ok: true };
};

/** Excel where the name has no ending. Another one than there is would make a file that no program opens. */
function formatOf(path: string): ReportFormat {
  const ending = extname(path).slice(1).toLowerCase();
  const format = ending === '' ? 'xlsx' : reportFormats.find((each) => each === ending);
  if (format === undefined) throw new AppError('invalid-input', `--out: .${reportFormats.join(', .')}`);
  return format;
}
