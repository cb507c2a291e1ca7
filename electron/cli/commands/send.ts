import { existsSync } from 'node:fs';

import { AppError } from '#shared/contract/errors.ts';
import type { FileRef } from '#shared/contract/operation.ts';
import type { CoreHandlers } from '#shared/contract/operations.ts';

import type { CommandLine } from '../command-line.ts';
import type { Command } from '../command.ts';
import { fileAt, noCall, openApplication } from '../open-application.ts';
import { required } from '../read-json.ts';

/** How a round may be shared out. */
const ways = ['team', 'caseworker', 'whole'] as const;

/**
 * Sends one unit's cases to the one who reads them: those that `--by` gives the unit, with `--second` those of them that
 * are drawn for a second reading. Without TILSYN_PACKAGE_PASSPHRASE the program makes a passphrase and says it.
 */
export const sendCommand: Command = async (line, say) => {
  const roundId = required(line, 'round');
  const head = required(line, 'head');
  const target = freeTarget(line);
  const by = ways.find((way) => way === (line.options['by'] ?? 'team'));
  if (by === undefined) throw new AppError('invalid-input', `--by: ${ways.join(', ')}`);
  const unit = by === 'whole' ? (line.options['unit'] ?? '') : required(line, 'unit');
  const application = await openApplication(line.options['workspace'], false);
  const caseIds = await casesOf(application, { roundId, by, unit, second: line.second });
  const given = packagePassphrase();
  const passphrase = given ?? (await application['exchange.suggestPassphrase']({}, noCall)).passphrase;
  const kind = line.second ? ('second-reading' as const) : ('cases' as const);
  const request = { roundId, kind, unit, head, caseIds: [...caseIds], passphrase, target };
  const { exchangeId, cases } = await application['exchange.send'](request, noCall);
  say(`Pakken med ${cases} sager er gemt: ${target.name}`);
  if (given === undefined) say(`Sig adgangssætningen i telefonen, og send den ikke med filen: ${passphrase}`);
  const said = given === undefined ? { passphrase } : {};
  return { json: { path: target.ref, exchangeId, unit, head, cases, ...said }, ok: true };
};

interface Wanted {
  readonly roundId: string;
  readonly by: (typeof ways)[number];
  readonly unit: string;
  readonly second: boolean;
}

async function casesOf(application: CoreHandlers, { roundId, by, unit, second }: Wanted): Promise<readonly string[]> {
  const shares = await application['exchange.shares']({ roundId, by }, noCall);
  const share = shares.find((each) => by === 'whole' || each.unit === unit);
  if (share === undefined) throw new AppError('team-not-in-round', 'no case of the round is of the unit', { unit });
  if (!second) return share.caseIds;
  const { lines } = await application['review.secondReadings']({ roundId }, noCall);
  const picked = new Set(lines.map(({ caseId }) => caseId));
  const caseIds = share.caseIds.filter((caseId) => picked.has(caseId));
  if (caseIds.length === 0) throw new AppError('not-second-read', 'no case of the unit is drawn for a second reading');
  return caseIds;
}

/** The passphrase of a package; it is no argument, because others see those. */
export function packagePassphrase(): string | undefined {
  const passphrase = process.env['TILSYN_PACKAGE_PASSPHRASE'];
  return passphrase === '' ? undefined : passphrase;
}

/** The file of `--out`, or `report-target-exists` where there is one and nobody said that it may be replaced. */
export function freeTarget(line: CommandLine): FileRef {
  const target = fileAt(required(line, 'out'));
  if (existsSync(target.ref) && !line.overwrite) {
    throw new AppError('report-target-exists', 'the file is there already', { name: target.name });
  }
  return target;
}
