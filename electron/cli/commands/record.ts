import type { Command } from '../command.ts';
import { fileAt, noCall, openApplication } from '../open-application.ts';
import { required } from '../read-json.ts';

/** Saves the record that repeats a round's draw. */
export const recordCommand: Command = async (line, say) => {
  const target = fileAt(required(line, 'out'));
  const application = await openApplication(line.options['workspace'], false);
  await application['sampling.saveRecord']({ roundId: required(line, 'round'), target }, noCall);
  say(`Protokollen er gemt: ${target.name}`);
  return { json: { path: target.ref }, ok: true };
};
