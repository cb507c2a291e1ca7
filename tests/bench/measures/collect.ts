import { hkdfSync } from 'node:crypto';
import { gunzipSync } from 'node:zlib';

import { openPackage } from '../../../electron/core/exchange/package-file.ts';
import { open, readHeader } from '../../../electron/core/store/envelope.ts';
import { samplingPlan } from '../../../shared/domain/sampling/plan.ts';
import { type BenchApplication, benchApplication, noCall } from '../application.ts';
import { exampleCsv } from '../files.ts';
import { reviewDrawnCases } from '../fill-workspace.ts';
import { row, timed } from '../timing.ts';

const packages = 20;
const reviewsEach = 50;
const goal = 3_000;
const spoken = 'ravn kaffe sejl lygte mose';

interface Package {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly returnKey: string;
}

/**
 * Collecting the answers of twenty heads one after another, each safely on disk before the next. The floor opens and
 * parses the same packages and does nothing else.
 */
export async function measureCollect(): Promise<void> {
  const [consultant, head] = [await benchApplication(), await benchApplication()];
  try {
    const made = await answeredPackages(consultant, head);
    row('\ncollecting packages of answers', 'ms', 'goal', 'processor ms', 'floor ms', 'x floor', 'answers');
    const floor = await timed(() => Promise.resolve(made.forEach(floorOf)));
    for (const what of ['new ones', 'the same again']) {
      let answers = 0;
      const before = process.cpuUsage();
      const ms = await timed(async () => {
        for (const each of made) answers += await collect(consultant, each);
      });
      const { user, system } = process.cpuUsage(before);
      const told = `  ${packages} packages of ${reviewsEach} reviews, ${what}`;
      row(told, ms, goal, (user + system) / 1_000, floor, ms / floor, answers.toFixed(0));
    }
  } finally {
    await consultant.close();
    await head.close();
  }
}

async function collect({ application, files }: BenchApplication, { name, bytes }: Package): Promise<number> {
  files.set(name, bytes);
  const done = await application['exchange.collect']({ file: { ref: name, name }, passphrase: null }, noCall);
  return done.answers;
}

function floorOf({ bytes, returnKey }: Package): void {
  const { fileId } = readHeader(bytes, bytes.length);
  const key = Buffer.from(hkdfSync('sha256', Buffer.from(returnKey, 'base64'), fileId, 'LTDB-package', 32));
  JSON.parse(gunzipSync(open(bytes, key).plaintext).toString('utf8'));
}

/** One head stands for twenty: each package is a round of its own. */
async function answeredPackages(consultant: BenchApplication, head: BenchApplication): Promise<readonly Package[]> {
  const { roundId, caseIds } = await drawnRound(consultant);
  const received: { readonly roundId: string; readonly returnKey: string }[] = [];
  for (let index = 0; index < packages; index += 1) {
    const ofHead = caseIds.slice(index * reviewsEach, (index + 1) * reviewsEach);
    const sent = await send(consultant, { roundId, caseIds: ofHead, head: `Leder ${index + 1}` });
    const payload = await openPackage(sent, { passphrase: spoken });
    if (payload.kind === 'result') throw new Error('The cases of a head are no answers');
    received.push({ roundId: await receive(head, sent), returnKey: payload.keys.returnKey });
  }
  await answerAll(head, received[0]?.roundId ?? '');
  const made: Package[] = [];
  for (const [index, { roundId: there, returnKey }] of received.entries()) {
    made.push({ name: `svar-${index + 1}.ltp`, bytes: await answersOf(head, there), returnKey });
  }
  return made;
}

async function drawnRound({ application, files }: BenchApplication) {
  files.set('udtræk.csv', exampleCsv(20_000));
  const file = { ref: 'udtræk.csv', name: 'udtræk.csv' };
  const { importId } = await application['importing.run']({ file, mapping: null }, noCall);
  const plan = samplingPlan.parse({ parts: [{ kind: 'random', size: packages * reviewsEach, stratifyBy: 'team' }] });
  const { roundId } = await application['sampling.draw']({ importId, plan }, noCall);
  const queue = await application['review.queue']({ roundId }, noCall);
  return { roundId, caseIds: queue.map(({ caseId }) => caseId) };
}

async function send(
  { application, files }: BenchApplication,
  share: { readonly roundId: string; readonly caseIds: string[]; readonly head: string },
): Promise<Uint8Array> {
  const target = { ref: 'sager.ltp', name: 'sager.ltp' };
  const sending = { ...share, kind: 'cases' as const, unit: share.head, passphrase: spoken, target };
  await application['exchange.send'](sending, noCall);
  return files.get(target.ref) ?? new Uint8Array();
}

async function receive({ application, files }: BenchApplication, sent: Uint8Array): Promise<string> {
  const file = { ref: 'sager.ltp', name: 'sager.ltp' };
  files.set(file.ref, sent);
  return (await application['exchange.receive']({ file, passphrase: spoken }, noCall)).roundId;
}

/** Every case of every round, every item of the checklist. */
async function answerAll({ application, ports, passphrase }: BenchApplication, roundId: string): Promise<void> {
  const [line] = await application['review.queue']({ roundId }, noCall);
  const key = { roundId, caseId: line?.caseId ?? '', reading: 1 as const };
  const { template } = await application['review.open'](key, noCall);
  const itemIds = template.sections.flatMap(({ items }) => items.map(({ id }) => id));
  await application['workspace.lock']({}, noCall);
  await reviewDrawnCases(ports, passphrase, { reviews: packages * reviewsEach, itemIds });
  await application['workspace.unlock']({ passphrase }, noCall);
}

async function answersOf({ application, files }: BenchApplication, roundId: string): Promise<Uint8Array> {
  const target = { ref: 'svar.ltp', name: 'svar.ltp' };
  const result = { roundId, unit: '', withNames: false, passphrase: null, target };
  await application['exchange.sendResult'](result, noCall);
  return files.get(target.ref) ?? new Uint8Array();
}
