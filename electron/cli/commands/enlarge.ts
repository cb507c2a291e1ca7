import { AppError } from '#shared/contract/errors.ts';

import type { Command } from '../command.ts';
import { noCall, openApplication } from '../open-application.ts';
import { required } from '../read-json.ts';

/** Draws more cases into a round: `--size` is the new size of the part (`--part`, from 1), earlier cases stay. */
export const enlargeCommand: Command = async (line, say) => {
  const roundId = required(line, 'round');
  const size = wholeNumber(required(line, 'size'), 'size');
  const part = wholeNumber(line.options['part'] ?? '1', 'part');
  const reason = line.options['reason'];
  const application = await openApplication(line.options['workspace'], false);
  const request = { roundId, partIndex: part - 1, size, ...(reason === undefined ? {} : { reason }) };
  const { record } = await application['sampling.enlarge'](request, noCall);
  const { strata, cases, enlargements } = record;
  const added = enlargements?.at(-1)?.added ?? 0;
  say(`Stikprøven er udvidet med ${added} sager. De tidligere sager er med.`);
  return { json: { roundId, added, strata, cases, record }, ok: true };
};

/** Throws `invalid-input` for anything but a whole number from 1. */
export function wholeNumber(text: string, name: string): number {
  const number = Number(text);
  if (!Number.isSafeInteger(number) || number < 1) {
    throw new AppError('invalid-input', `--${name} must be a whole number from 1, not "${text}"`, { option: name });
  }
  return number;
}
