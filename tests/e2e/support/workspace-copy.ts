import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { cp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';

import type { AnswersFile } from '../../../shared/domain/review/answer.ts';
import type { SamplingPlanInput } from '../../../shared/domain/sampling/plan.ts';
import { exportsFolder, passphrase } from '../pages/program.ts';

type RandomDraw = Omit<Extract<SamplingPlanInput['parts'][number], { kind: 'random' }>, 'kind'>;

/** What a story finds when it begins; what it leaves out is not there. */
export interface Beginning {
  readonly reviewer?: string;
  /** `export`: the 420 cases of the stories' file. `example`: the program's own 2,000. */
  readonly population?: 'none' | 'export' | 'example';
  /** The cases of a round, read in `template`; its reviews go to the cases as they were drawn. */
  readonly draw?: RandomDraw;
  readonly template?: string;
  readonly reviews?: readonly Omit<AnswersFile['reviews'][number], 'caseId'>[];
}

/** What the program that makes it is told. */
export interface Making {
  readonly folder: string;
  readonly passphrase: string;
  readonly exportFile: string;
  readonly profile: { readonly municipality: string; readonly department: string; readonly reviewer: string };
  readonly population: NonNullable<Beginning['population']>;
  readonly draw: RandomDraw | null;
  readonly template: string;
  readonly reviews: NonNullable<Beginning['reviews']>;
}

const program = resolve(import.meta.dirname, 'make-workspace.ts');
const made = new Map<string, Promise<readonly string[]>>();
const store = mkdtempSync(join(tmpdir(), 'tilsyn-begun-'));
process.once('exit', () => rmSync(store, { recursive: true, force: true }));

/**
 * Puts a workspace in a folder of a story and gives the cases of its round in the order of the draw. Stories that are not about
 * importing and drawing begin here; what begins alike is made once by each worker, and everybody gets a copy.
 */
export async function beginIn(workspace: string, beginning: Beginning): Promise<readonly string[]> {
  const key = JSON.stringify(beginning);
  const number = [...made.keys(), key].indexOf(key);
  const folder = join(store, String(number));
  const making = made.get(key) ?? make(folder, beginning);
  made.set(key, making);
  const cases = await making;
  await cp(folder, workspace, { recursive: true });
  return cases;
}

async function make(folder: string, beginning: Beginning): Promise<readonly string[]> {
  const { reviewer = 'Mette Holm', population = 'export', draw = null, reviews = [] } = beginning;
  const making: Making = {
    folder,
    passphrase,
    exportFile: join(exportsFolder, 'sager-win1252.csv'),
    profile: { municipality: 'Eksempelkommunen', department: 'Børn og Familie', reviewer },
    population,
    draw,
    template: beginning.template ?? 'barnets-lov',
    reviews,
  };
  const env = { ...process.env, TILSYN_KEY_COST: '1024' };
  const { stdout } = await promisify(execFile)(process.execPath, [program, JSON.stringify(making)], { env });
  return JSON.parse(stdout) as readonly string[];
}
