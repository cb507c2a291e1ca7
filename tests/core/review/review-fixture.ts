import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import type { Application } from '#shared/contract/operations.ts';
import type { SamplingPlanInput } from '#shared/domain/sampling/plan.ts';

import { openApplication, openKept, type TestApplication } from '../application/open-application.ts';
import { keepFolder, type KeptFolder } from '../store/kept-folder.ts';

const caseNumber = (index: number): string => `S-${String(index + 1).padStart(2, '0')}`;

const header =
  'Sagsnr.;CPR-nr.;Barnets navn;Sagsbehandler;Team;Status;Opmærksomhedsdato;BFU startet;BFU afsluttet;Distrikt';

/** Sixteen cases, two teams. S-01 and S-02 took nine and eight months; the assessments of the others still run. */
export const exportText = [
  header,
  ...Array.from({ length: 16 }, (_, index) => {
    const team = index % 2 === 0 ? 'Nord' : 'Syd';
    const dates =
      index < 2 ? `01-01-2025;03-01-2025;0${index + 1}-${index === 0 ? '10' : '09'}-2025` : '01-08-2025;05-08-2025;';
    return `${caseNumber(index)};;Barn Hemmelig ${index + 1};Rådgiver ${index % 3};${team};Åben;${dates};Havnen`;
  }),
].join('\r\n');

/** Deadlines are judged on 3 November 2025; the clock of the tests stands on 15 January 2026. */
export const plan: SamplingPlanInput = {
  asOf: '2025-11-03',
  seed: '4711',
  parts: [
    { kind: 'random', size: 4, stratifyBy: 'team', where: [{ field: 'bfu_end', filled: false }] },
    { kind: 'targeted', rule: 'bfu-over-4-maaneder', size: 2 },
  ],
};

export interface OpenRound extends TestApplication {
  readonly roundId: string;
  /** The cases of the round in the order of the queue. */
  readonly ids: readonly string[];
  /** A case of the export that was not drawn. */
  readonly outside: string;
}

interface Base extends Pick<OpenRound, 'roundId' | 'ids' | 'outside'> {
  readonly kept: KeptFolder;
  readonly at: string;
}

const bases = new Map<string, Promise<Base>>();

/** A locked workspace with a small imported export and one drawn round. */
async function base(templateId: string): Promise<Base> {
  const folder = mkdtempSync(join(tmpdir(), 'tilsyn-round-'));
  try {
    const { app, addFile, ports } = await openApplication(undefined, undefined, folder);
    const { importId } = await app['importing.run']({ file: addFile('sager.csv', exportText) });
    const { roundId } = await app['sampling.draw']({ importId, plan, templateId });
    const queue = await app['review.queue']({ roundId });
    await app['workspace.lock']({});
    const ids = queue.map(({ caseId }) => caseId);
    const outside = Array.from({ length: 16 }, (_, index) => caseNumber(index)).find((id) => !ids.includes(id))!;
    return { roundId, ids, outside, kept: keepFolder(folder), at: ports.clock.now() };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/**
 * The real application with a small imported export and one drawn round; of barnets lov unless another is named. Reading the
 * export and drawing is done once a process: each test opens a copy.
 */
export async function openRound(templateId = 'barnets-lov'): Promise<OpenRound> {
  const made = bases.get(templateId) ?? base(templateId);
  bases.set(templateId, made);
  const { kept, at, roundId, ids, outside } = await made;
  return { ...(await openKept(kept, at)), roundId, ids, outside };
}

/** The ids of the checklist's items, in the order of the page. */
export async function itemIds(app: Application, roundId: string, caseId: string): Promise<readonly string[]> {
  const { template } = await app['review.open']({ roundId, caseId });
  return template.sections.flatMap(({ items }) => items.map(({ id }) => id));
}

/** Every item answered yes, in one save. */
export async function answerAll(
  { app, roundId }: Pick<OpenRound, 'app' | 'roundId'>,
  caseId: string,
  except: readonly string[] = [],
): Promise<void> {
  const { template } = await app['review.open']({ roundId, caseId });
  const items = (await itemIds(app, roundId, caseId)).filter((id) => !except.includes(id));
  const answers = Object.fromEntries(items.map((id) => [id, { value: 'yes' as const }]));
  await app['review.answerFile']({ roundId, answers: { template: template.id, reviews: [{ caseId, answers }] } });
}
