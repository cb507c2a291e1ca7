import { answersFile } from '#shared/domain/review/answer.ts';

import type { Command } from '../command.ts';
import { noCall, openApplication } from '../open-application.ts';
import { readJson, required } from '../read-json.ts';

/** Records answers from a file, with the same checks as the page. */
export const answerCommand: Command = async (line, say) => {
  const roundId = required(line, 'round');
  const answers = await readJson(required(line, 'answers'), answersFile, 'invalid-input');
  const application = await openApplication(line.options['workspace'], false);
  const outcome = await application['review.answerFile']({ roundId, answers }, noCall);
  say(`${outcome.accepted} svar er gemt, ${outcome.rejected.length} er afvist.`);
  return { json: outcome, ok: true };
};
