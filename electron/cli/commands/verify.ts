import { drawRecord } from '#shared/domain/sampling/draw-record.ts';
import type { ToldCases } from '#shared/domain/sampling/partial-record.ts';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';

import type { Command } from '../command.ts';
import { applicationOn, fileAt, noCall } from '../open-application.ts';
import { readJson, required, requiredFile } from '../read-json.ts';

/** A saved record, or the JSON that `draw` printed, which holds it. */
const recordFile = z.union([drawRecord, z.object({ record: drawRecord }).transform(({ record }) => record)]);

/** Repeats a draw from the record and the export alone: no workspace and no passphrase are needed. */
export const verifyCommand: Command = async (line, say) => {
  const record = await readJson(required(line, 'record'), recordFile, 'record-invalid');
  const application = await applicationOn(join(tmpdir(), 'ledelsestilsyn-verify'));
  const { same, differences, part } = await application['sampling.verify'](
    { record, file: fileAt(requiredFile(line)) },
    noCall,
  );
  if (part !== undefined) say(verifyTold(part));
  say(sentenceOf(same, part !== undefined));
  for (const difference of differences) {
    say(`- ${difference}`);
  }
  return { json: { same, differences, ...(part === undefined ? {} : { part }) }, ok: same };
};

function sentenceOf(same: boolean, isPart: boolean): string {
  if (isPart) return same ? 'Læserens sager passer med frøet.' : 'Læserens sager passer ikke:';
  return same ? 'Trækningen er gentaget: de samme sager.' : 'Trækningen kan ikke gentages:';
}

function verifyTold({ told, drawn }: ToldCases): string {
  return `Bilaget fortæller ${told} af ${drawn} sager, som én læser har fået. Resten kan kun kontrolleres med hele lodtrækningen.`;
}
