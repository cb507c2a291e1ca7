import { deletionOperations } from '#shared/contract/deletion.ts';
import { AppError } from '#shared/contract/errors.ts';
import { formatDanish } from '#shared/domain/calendar/format.ts';
import type { LocalDate } from '#shared/domain/calendar/local-date.ts';

import type { Command } from '../command.ts';
import { noCall, openApplication } from '../open-application.ts';
import { required } from '../read-json.ts';

/** How long each round is kept; with `--round` and `--until` the day is set first. */
export const retentionCommand: Command = async (line, say) => {
  const application = await openApplication(line.options['workspace'], false);
  if (line.options['round'] !== undefined) {
    const input = { roundId: required(line, 'round'), retainUntil: required(line, 'until') };
    const parsed = deletionOperations['deletion.setRetention'].input.safeParse(input);
    if (!parsed.success) throw new AppError('invalid-input', 'no such day');
    await application['deletion.setRetention'](parsed.data, noCall);
  }
  const rounds = await application['deletion.status']({}, noCall);
  for (const { name, retainUntil, due, roundId } of rounds) {
    const day = formatDanish(retainUntil as LocalDate);
    say(`${due ? 'SKAL SLETTES' : 'Opbevares'}  ${day}  ${name}  (${roundId})`);
  }
  return { json: { rounds }, ok: true };
};
