import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import type { AnswerValue } from '../../../shared/domain/review/answer.ts';
import type { DrawRecord } from '../../../shared/domain/sampling/draw-record.ts';
import { cliJson } from '../../support/run-cli.ts';
import { exportsFolder, passphrase } from '../pages/program.ts';
import template from '../../../resources/checklists/barnets-lov.json' with { type: 'json' };

/** Mostly yes, as a good department; the rows and columns of answers never line up. */
const answerAt = (row: number, column: number): AnswerValue => {
  const turn = (row * 11 + column * 7) % 53;
  const others: Readonly<Record<number, AnswerValue>> = {
    3: 'no',
    17: 'partly',
    29: 'cannot-tell',
    41: 'na',
    47: 'no',
  };
  return others[turn] ?? 'yes';
};

interface Item {
  readonly id: string;
  readonly severity: string;
}

/** A critical finding has its action, so that the review can be closed. */
function answerTo({ severity }: Item, value: AnswerValue) {
  const action = { text: 'Forholdet bringes i orden i sagen', owner: 'Afdelingsleder', due: '2027-02-01' };
  return severity === 'critical' && value === 'no' ? { value, action } : { value };
}

/** A workspace with a round of cases, 30 and 24 of them answered and closed unless told otherwise, made through the command line. */
export async function finishedRound(folder: string, { drawn: size = 30, closed = 24 } = {}): Promise<string> {
  const workspace = join(folder, 'workspace');
  const run = <T>(...words: string[]): Promise<T> =>
    cliJson<T>([...words, '--workspace', workspace], { TILSYN_PASSPHRASE: passphrase });
  const { importId } = await run<{ importId: string }>('import', join(exportsFolder, 'sager-win1252.csv'));
  const plan = { asOf: '2025-11-03', seed: '20260115-4711', parts: [{ kind: 'random', size, stratifyBy: 'team' }] };
  await writeFile(join(folder, 'plan.json'), JSON.stringify(plan));
  const drawn = await run<{ roundId: string; cases: DrawRecord['cases'] }>(
    'draw',
    '--import',
    importId,
    '--plan',
    join(folder, 'plan.json'),
  );
  const items = template.sections.flatMap((section): readonly Item[] => section.items);
  const reviews = drawn.cases.slice(0, closed).map(({ caseId }, row) => ({
    caseId,
    close: true,
    answers: Object.fromEntries(items.map((item, column) => [item.id, answerTo(item, answerAt(row, column))])),
  }));
  await writeFile(join(folder, 'answers.json'), JSON.stringify({ template: 'barnets-lov', reviews }));
  await run('answer', '--round', drawn.roundId, '--answers', join(folder, 'answers.json'));
  return workspace;
}
