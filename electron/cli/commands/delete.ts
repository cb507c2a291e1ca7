import type { Command } from '../command.ts';
import { fileAt, noCall, openApplication } from '../open-application.ts';
import { required } from '../read-json.ts';

/** Deletes a round with everything of it; its name must be given as well. The receipt goes to `--out`, if that is given. */
export const deleteCommand: Command = async (line, say) => {
  const [roundId, name] = [required(line, 'round'), required(line, 'name')];
  const out = line.options['out'];
  const application = await openApplication(line.options['workspace'], false);
  const receipt = await application['deletion.run']({ roundId, name }, noCall);
  const { cases, answers, backups } = receipt.removed;
  say(`Slettet: ${name} (${cases} sager, ${answers} svar, ${backups} sikkerhedskopier)`);
  say(`Handlingsloggens linje ${receipt.auditNumber}: ${receipt.auditHash}`);
  if (out !== undefined) {
    const target = fileAt(out);
    await application['deletion.saveReceipt']({ id: receipt.id, target }, noCall);
    say(`Kvitteringen er gemt: ${target.name}`);
  }
  return { json: { ...receipt, path: out === undefined ? null : fileAt(out).ref }, ok: true };
};
