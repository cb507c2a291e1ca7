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

interface Kept<Made> {
  readonly made: Made;
  readonly files: KeptFolder;
  /** Where the clock stood. */
  readonly at: string;
}

/** A workspace that is made once a process and then locked: each test opens a copy. */
async function keep<Made>(make: (opened: TestApplication) => Promise<Made>): Promise<Kept<Made>> {
  const folder = mkdtempSync(join(tmpdir(), 'tilsyn-kept-'));
  try {
    const opened = await openApplication(undefined, undefined, folder);
    const made = await make(opened);
    await opened.app['workspace.lock']({});
    return { made, files: keepFolder(folder), at: opened.ports.clock.now() };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function makeImport({ app, addFile }: TestApplication): Promise<string> {
  const { importId } = await app['importing.run']({ file: addFile('sager.csv', exportText) });
  return importId;
}

let imported: Promise<Kept<string>> | undefined;

/** The real application with a small imported export. */
export async function openImport(): Promise<TestApplication & { readonly importId: string }> {
  const { made, files, at } = await (imported ??= keep(makeImport));
  return { ...(await openKept(files, at)), importId: made };
}

type Round = Pick<OpenRound, 'roundId' | 'ids' | 'outside'>;

async function makeRound(opened: TestApplication, templateId: string): Promise<Round> {
  const { app } = opened;
  const { roundId } = await app['sampling.draw']({ importId: await makeImport(opened), plan, templateId });
  const ids = (await app['review.queue']({ roundId })).map(({ caseId }) => caseId);
  const outside = Array.from({ length: 16 }, (_, index) => caseNumber(index)).find((id) => !ids.includes(id))!;
  return { roundId, ids, outside };
}

const rounds = new Map<string, Promise<Kept<Round>>>();

/** The same with one drawn round; of barnets lov unless another is named. */
export async function openRound(templateId = 'barnets-lov'): Promise<OpenRound> {
  const kept = rounds.get(templateId) ?? keep((opened) => makeRound(opened, templateId));
  rounds.set(templateId, kept);
  const { made, files, at } = await kept;
  return { ...(await openKept(files, at)), ...made };
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
