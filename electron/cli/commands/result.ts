import type { Command } from '../command.ts';
import { noCall, openApplication } from '../open-application.ts';
import { required } from '../read-json.ts';
import { freeTarget, packagePassphrase } from './send.ts';

/**
 * Makes the package with a round's answers for the one who compiles; without names unless `--names` is said. A round that
 * was drawn here needs `--unit` and TILSYN_PACKAGE_PASSPHRASE.
 */
export const resultCommand: Command = async (line, say) => {
  const roundId = required(line, 'round');
  const target = freeTarget(line);
  const application = await openApplication(line.options['workspace'], false);
  const passphrase = packagePassphrase() ?? null;
  const { likelyNames } = await application['exchange.previewResult']({ roundId, withNames: line.names }, noCall);
  const what = { roundId, unit: line.options['unit'] ?? '', withNames: line.names, passphrase, target };
  const { cases, closed, hiddenPlaces } = await application['exchange.sendResult'](what, noCall);
  say(`Svarene er gemt: ${target.name}. ${closed} af ${cases} gennemgange er lukket.`);
  // Nobody reads along here, so what the page asks to be read before it saves is said beside the package.
  if (likelyNames.length > 0) {
    const places = likelyNames.length === 1 ? '1 sted' : `${likelyNames.length} steder`;
    say(`På ${places} står der ord, der kan være navne. Læs dem under Send og saml, før du sender filen.`);
  }
  return { json: { path: target.ref, cases, closed, hiddenPlaces, likelyNames: likelyNames.length }, ok: true };
};
