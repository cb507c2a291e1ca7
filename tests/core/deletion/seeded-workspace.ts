import type { SamplingPlanInput } from '#shared/domain/sampling/plan.ts';

import { openApplication, type TestApplication } from '../application/open-application.ts';
import { itemIds } from '../review/review-fixture.ts';
import { passphrase } from '../store/store-fixture.ts';

const firstNames = [
  'Sigrid',
  'Asger',
  'Bølge',
  'Åslaug',
  'Tjalfe',
  'Ærlig',
  'Yrsa',
  'Gorm',
  'Rønnaug',
  'Ebbe',
  'Ødis',
  'Villads',
];
const cases = firstNames.length;

/** Words that name somebody or a case; each belongs to one import and stands in no other text. */
export interface Seeds {
  readonly caseIds: readonly string[];
  readonly names: readonly string[];
  readonly cprs: readonly string[];
}

/** What a round holds besides its cases: a word for each kind of note that a person writes. */
export type Notes = Readonly<
  Record<'answer' | 'evidence' | 'praise' | 'agreement' | 'comment' | 'action' | 'reason' | 'words', string>
>;

export interface SeededRound {
  readonly roundId: string;
  readonly name: string;
  readonly importId: string;
  readonly ids: readonly string[];
  readonly seeds: Seeds;
  readonly notes: Notes;
}

export function seedsOf(letter: string): Seeds {
  const numbers = firstNames.map((_, index) => String(index + 10));
  return {
    caseIds: numbers.map((number) => `${letter}${number}-7741`),
    names: firstNames.map((name) => `${name} ${letter}strup-Hemmelig`),
    cprs: numbers.map((number) => `0${(letter.charCodeAt(0) % 9) + 1}0115-42${number}`),
  };
}

function notesOf(letter: string): Notes {
  const note = (kind: string): string =>
    `Hemmelig ${kind} om Ingeborg ${letter}sund, 0${letter.charCodeAt(0) % 9}0216-99${letter.charCodeAt(0)}`;
  return {
    answer: note('note'),
    evidence: note('kilde'),
    praise: note('ros'),
    agreement: note('aftale'),
    comment: note('bemærkning'),
    action: note('handling'),
    reason: note('begrundelse'),
    words: `Anbefaling for ${letter}sund`,
  };
}

function exportOf({ caseIds, names, cprs }: Seeds): string {
  const header = 'Sagsnr.;CPR-nr.;Barnets navn;Sagsbehandler;Team;Status;Opmærksomhedsdato;BFU startet;BFU afsluttet';
  const rows = Array.from({ length: cases }, (_, index) =>
    [
      caseIds[index],
      cprs[index],
      names[index],
      `Rådgiver ${index % 3}`,
      index % 2 ? 'Nord' : 'Syd',
      'Åben',
      '01-08-2025',
      '05-08-2025',
      '',
    ].join(';'),
  );
  return [header, ...rows].join('\r\n');
}

const plan: SamplingPlanInput = { asOf: '2025-11-03', seed: '4711', parts: [{ kind: 'random', size: 4 }] };

/** One import, one round on it, and everything that a person may write in a round. */
export async function seedRound(opened: TestApplication, letter: string): Promise<SeededRound> {
  const { app, addFile } = opened;
  const [seeds, notes] = [seedsOf(letter), notesOf(letter)];
  const { importId } = await app['importing.run']({ file: addFile(`${letter}.csv`, exportOf(seeds)) });
  const { roundId, name } = await app['sampling.draw']({ importId, plan, name: `Runde ${letter}` });
  const queue = await app['review.queue']({ roundId });
  const round = { roundId, name, importId, ids: queue.map(({ caseId }) => caseId), seeds, notes };
  await writeEverything(opened, round);
  return round;
}

async function writeEverything({ app }: TestApplication, { roundId, ids, notes }: SeededRound): Promise<void> {
  const [first = '', second = '', third = ''] = ids;
  const [itemId = ''] = await itemIds(app, roundId, first);
  const key = { roundId, caseId: first };
  await app['review.viewed'](key);
  await app['review.answer']({ ...key, itemId, value: 'partly', note: notes.answer, evidence: notes.evidence });
  await app['review.answer']({ ...key, itemId, value: 'no', note: notes.answer });
  const conversation = { held: '2025-12-01', praise: notes.praise, agreement: notes.agreement, due: null };
  await app['review.saveConversation']({ ...key, conversation });
  await app['review.saveComment']({ ...key, itemId, comment: { stance: 'disagree', text: notes.comment } });
  await app['review.saveAction']({
    id: null,
    action: { ...key, itemId, kind: 'case', text: notes.action, owner: 'Ejer', due: '2026-02-01', category: null },
  });
  await closeAll(app, roundId, second);
  await app['review.reopen']({ roundId, caseId: second, reason: notes.reason });
  await app['sampling.replace']({ roundId, caseId: third, reason: 'transferred' });
  await app['report.setWords']({
    roundId,
    words: { conclusion: notes.words, works: [], improve: [], recommendation: '' },
  });
}

async function closeAll(app: TestApplication['app'], roundId: string, caseId: string): Promise<void> {
  const { template } = await app['review.open']({ roundId, caseId });
  const ids = template.sections.flatMap(({ items }) => items.map(({ id }) => id));
  const answers = Object.fromEntries(ids.map((id) => [id, { value: 'yes' as const }]));
  await app['review.answerFile']({ roundId, answers: { template: template.id, reviews: [{ caseId, answers }] } });
  await app['review.close']({ roundId, caseId, despiteWarnings: true });
}

export interface SeededWorkspace extends TestApplication {
  /** Drawn second, deleted by the tests. */
  readonly gone: SeededRound;
  readonly kept: SeededRound;
}

/** Two imports, two rounds, three days, each with its backup, and a journal that is not yet in the file. */
export async function seededWorkspace(): Promise<SeededWorkspace> {
  const opened = await openApplication();
  const { app, ports } = opened;
  const kept = await seedRound(opened, 'K');
  await nextDay(opened, '2026-01-16');
  const gone = await seedRound(opened, 'G');
  await nextDay(opened, '2026-01-17');
  await app['review.viewed']({ roundId: gone.roundId, caseId: gone.ids[1]! });
  await nextDay(opened, '2026-01-18');
  for (const { roundId, ids, notes } of [kept, gone]) {
    const caseId = ids[3]!;
    const [itemId = ''] = await itemIds(app, roundId, caseId);
    await app['review.answer']({ roundId, caseId, itemId, value: 'yes', note: notes.answer });
  }
  void ports;
  return { ...opened, kept, gone };
}

async function nextDay({ app, ports }: TestApplication, day: string): Promise<void> {
  await app['workspace.lock']({});
  ports.setDay(day);
  await app['workspace.unlock']({ passphrase });
}
