import type { Command } from '../command.ts';
import { fileAt, noCall, openApplication } from '../open-application.ts';
import { required } from '../read-json.ts';

/** Saves the printed verification sheet of a round's draw. */
export const sheetCommand: Command = async (line, say) => {
  const target = fileAt(required(line, 'out'));
  const application = await openApplication(line.options['workspace'], false);
  await application['sampling.saveSheet']({ roundId: required(line, 'round'), target }, noCall);
  say(`Kontrolarket er gemt: ${target.name}`);
  return { json: { path: target.ref }, ok: true };
};
