import type { Command } from '../command.ts';
import { fileAt, noCall, openApplication } from '../open-application.ts';
import { requiredFile } from '../read-json.ts';
import { packagePassphrase } from './send.ts';

/** Takes in the cases of a package, under the passphrase of TILSYN_PACKAGE_PASSPHRASE. */
export const receiveCommand: Command = async (line, say) => {
  const file = fileAt(requiredFile(line));
  const application = await openApplication(line.options['workspace'], false);
  const passphrase = packagePassphrase() ?? '';
  const received = await application['exchange.receive']({ file, passphrase }, noCall);
  say(`${received.cases} sager til gennemgang, heraf ${received.added} nye. Rundens nummer: ${received.roundId}`);
  return { json: received, ok: true };
};
