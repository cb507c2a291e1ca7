import { AppError } from '#shared/contract/errors.ts';
import type { CoreHandlers } from '#shared/contract/operations.ts';
import { errorSentence } from '#shared/words/errors.ts';

import type { Command } from '../command.ts';
import { fileAt, noCall, openApplication } from '../open-application.ts';
import { packagePassphrase } from './send.ts';

/**
 * Merges packages of answers, each whole or not at all; one that is refused does not stop the others. The exit code is 0
 * when all were merged. Those of rounds that were drawn elsewhere open with TILSYN_PACKAGE_PASSPHRASE.
 */
export const collectCommand: Command = async (line, say) => {
  if (line.positionals.length === 0) throw new AppError('invalid-input', 'the file is missing');
  const application = await openApplication(line.options['workspace'], false);
  const packages: CollectOutcome[] = [];
  for (const path of line.positionals) packages.push(await collectOne(application, path, say));
  return { json: { packages }, ok: packages.every((outcome) => !('error' in outcome)) };
};

type CollectOutcome = { readonly path: string } & (
  | Awaited<ReturnType<CoreHandlers['exchange.collect']>>
  | { readonly error: { readonly code: string; readonly message: string } }
);

async function collectOne(
  application: CoreHandlers,
  path: string,
  say: (sentence: string) => void,
): Promise<CollectOutcome> {
  const file = fileAt(path);
  try {
    const collected = await application['exchange.collect']({ file, passphrase: packagePassphrase() ?? null }, noCall);
    const { unit, closed, cases, answers, conflicts } = collected;
    say(`${file.name}: ${unit}, ${closed} af ${cases} lukket, ${answers} ændringer, ${conflicts} uenigheder.`);
    return { path: file.ref, ...collected };
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    const message = errorSentence(error);
    say(`${file.name}: ${message}`);
    return { path: file.ref, error: { code: error.code, message } };
  }
}
