import { auditWords } from '#shared/words/audit.ts';

import type { Command } from '../command.ts';
import { fileAt, noCall, openApplication } from '../open-application.ts';

/** Checks the chain of the audit log, and saves the log as a workbook where `--out` names one. Fails where it is broken. */
export const auditCommand: Command = async (line, say) => {
  const out = line.options['out'];
  const application = await openApplication(line.options['workspace'], false);
  const check = await application['audit.check']({}, noCall);
  const { brokenAt, lines, lastHash } = check;
  say(`${auditWords.sound}: ${brokenAt === null ? auditWords.soundYes : auditWords.soundNo(brokenAt)}`);
  say(`${auditWords.lines}: ${lines}`);
  say(`${auditWords.lastHash}: ${lastHash}`);
  if (out !== undefined) {
    const target = fileAt(out);
    await application['audit.save']({ target }, noCall);
    say(`Loggen er gemt: ${target.name}`);
  }
  return { json: { ...check, path: out === undefined ? null : fileAt(out).ref }, ok: check.sound };
};
