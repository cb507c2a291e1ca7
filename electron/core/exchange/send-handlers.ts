import { AppError } from '#shared/contract/errors.ts';
import type { CoreHandlers, Input, Output } from '#shared/contract/operations.ts';
import { isSameReader } from '#shared/domain/review/second-reading.ts';

import { newId } from '../files/new-id.ts';
import { refuseInternalExport } from '../files/refuse-internal-export.ts';
import type { Ports } from '../ports.ts';
import { currentCaseOf, roundOf } from '../review/queue.ts';
import type { ReviewRoom } from '../review/reading-case.ts';
import type { TemplateShelf } from '../review/template-shelf.ts';
import type { Exchange, ExchangeKeys, RoundOrigin } from '../store/exchange-rows.ts';
import { checkPassphrase } from '../store/key-slots.ts';
import type { Store } from '../store/store-port.ts';
import type { Tables } from '../store/tables.ts';
import { inspectPackage } from './inspect-package.ts';
import { keepVersions, stampedRound } from './kept-versions.ts';
import { recognitionKeyFrom } from './hashes.ts';
import { firstReaders, makeCasesPayload } from './make-payload.ts';
import { likelyPlaces } from './likely-places.ts';
import { type MadeResult, makeResult } from './make-result.ts';
import { titleHider } from './name-hiding.ts';
import { type PackageSeal, sealPackage, spokenPassphrase } from './package-file.ts';
import { peopleBeyond } from './people-beyond.ts';
import { receivePackage } from './receive-package.ts';
import { packageName, shareOut } from './share-out.ts';
import { suggestPassphrase } from './suggest-passphrase.ts';

type SendHandlers = Pick<
  CoreHandlers,
  | 'exchange.shares'
  | 'exchange.suggestPassphrase'
  | 'exchange.send'
  | 'exchange.previewResult'
  | 'exchange.sendResult'
  | 'exchange.inspect'
  | 'exchange.receive'
>;

/** Cases out to those who read them, and answers home. */
export function createSendHandlers(ports: Ports, store: Store, shelf: TemplateShelf): SendHandlers {
  const room: ReviewRoom = { ports, store, shelf };
  const announced = async <T>(work: Promise<T>): Promise<T> => {
    const result = await work;
    ports.announce({ name: 'stage-changed', stage: 'review' });
    return result;
  };
  return {
    'exchange.shares': ({ roundId, by }) => Promise.resolve(store.read((tables) => shareOut(tables, roundId, by))),
    'exchange.suggestPassphrase': () => Promise.resolve({ passphrase: suggestPassphrase(ports.random) }),
    'exchange.send': (input) => announced(send(room, input)),
    'exchange.previewResult': (input) => previewResult(room, input),
    'exchange.sendResult': (input) => announced(sendResult(room, input)),
    'exchange.inspect': (input) => inspectPackage(room, input),
    'exchange.receive': (input) => announced(receivePackage(room, input)),
  };
}

/** The exchange is kept before its file is written: a package whose return key nobody has could never come home. */
async function send(room: ReviewRoom, input: Input<'exchange.send'>): Promise<Output<'exchange.send'>> {
  const { ports, store, shelf } = room;
  checkPassphrase(spokenPassphrase(input.passphrase));
  const before = store.read((tables) => earlierSending(tables, input));
  const exchangeId = before?.exchangeId ?? newId(ports.random);
  const { roundId, kind, unit, head, target } = input;
  const caseIds = [...new Set([...(before?.caseIds ?? []), ...input.caseIds])];
  const after = { exchangeId, kind, unit, head, cases: caseIds.length };
  const beyond = await peopleBeyond(store, roundId);
  const payload = await store.change({ kind: 'package.sent', target: roundId, after }, (tables) => {
    const keys = before?.keys ?? newKeys(tables, ports);
    const received = before?.received ?? [];
    const exchange = { exchangeId, roundId, kind, unit, head, sentAt: ports.clock.now(), caseIds, keys, received };
    tables.exchanges.put(exchange);
    return makeCasesPayload(tables, shelf, ports, exchange, beyond);
  });
  try {
    await ports.files.write(target, await sealPackage(payload, input, ports));
  } catch (error) {
    await store.change({ kind: 'package.not-sent', target: roundId, after: { exchangeId } }, (tables) =>
      before === undefined ? tables.exchanges.remove(exchangeId) : tables.exchanges.put(before),
    );
    throw error;
  }
  return { exchangeId, name: target.name, cases: caseIds.length };
}

/**
 * What was sent to the same reader of the same unit before. Throws `round-not-found`, `package-not-for-here` (a round that
 * was not drawn here), `case-not-in-round`, `same-reader`.
 */
function earlierSending(tables: Tables, input: Input<'exchange.send'>): Exchange | undefined {
  const { roundId, kind, unit, head, caseIds } = input;
  roundOf(tables, roundId);
  if (tables.origins.get(roundId) !== undefined) {
    throw new AppError('package-not-for-here', 'The round was not drawn here', { reason: 'not-drawn-here' });
  }
  const before = tables.exchanges
    .list(roundId)
    .find((each) => each.kind === kind && each.unit === unit && isSameReader(each.head, head));
  const sent = new Set(before?.caseIds);
  caseIds.filter((caseId) => !sent.has(caseId)).forEach((caseId) => currentCaseOf(tables, roundId, caseId));
  if (kind === 'second-reading') {
    const readers = Object.values(firstReaders(tables, roundId, caseIds));
    if (readers.some((reader) => isSameReader(reader, head))) {
      throw new AppError('same-reader', 'the first reader cannot be the second');
    }
  }
  return before;
}

function newKeys(tables: Tables, { random }: Ports): ExchangeKeys {
  const returnKey = Buffer.from(random.bytes(32)).toString('base64');
  return { returnKey, recognitionKey: recognitionKeyFrom(tables.marks.ensureKey()) };
}

/** Nothing is written; the versions are those that a package would be made of now. */
async function previewResult(
  { ports, store, shelf }: ReviewRoom,
  { roundId, withNames }: Input<'exchange.previewResult'>,
): Promise<Output<'exchange.previewResult'>> {
  const beyond = await peopleBeyond(store, roundId);
  return store.read((tables) => {
    const { name } = roundOf(tables, roundId);
    const origin = originOf(tables, roundId);
    const marksKey = tables.marks.key() ?? new Uint8Array(32);
    const request = { roundId, unit: '', without: withNames ? null : beyond };
    const { payload, sent, ...counts } = makeResult(tables, { ports, shelf }, request, {
      versions: stampedRound(tables, roundId, casesOf(tables, roundId)).versions,
      marksKey,
    });
    const fileName = packageName(origin?.unit ?? '', name, titleHider(tables.sample.list(roundId), beyond));
    const likely = withNames ? [] : likelyPlaces(tables, shelf, { roundId, versions: sent, head: payload.head });
    return { ...counts, needsPassphrase: origin === undefined, fileName, likelyNames: likely };
  });
}

async function sendResult(
  { ports, store, shelf }: ReviewRoom,
  { roundId, unit, withNames, passphrase, target }: Input<'exchange.sendResult'>,
): Promise<Output<'exchange.sendResult'>> {
  if (withNames) refuseInternalExport(ports.policy);
  const how = store.read((tables) => sealOf(tables, roundId, passphrase));
  const without = withNames ? null : await peopleBeyond(store, roundId);
  const after = { kind: 'result', unit, withNames };
  const made: MadeResult = await store.change({ kind: 'package.sent', target: roundId, after }, (tables) => {
    const { versions } = stampedRound(tables, roundId, casesOf(tables, roundId));
    keepVersions(tables, roundId, versions);
    const marksKey = tables.marks.ensureKey();
    return makeResult(tables, { ports, shelf }, { roundId, unit, without }, { versions, marksKey });
  });
  await ports.files.write(target, await sealPackage(made.payload, how, ports));
  const { cases, closed, hiddenPlaces } = made;
  return { name: target.name, cases, closed, hiddenPlaces };
}

/** The key that came along with the cases, else a passphrase. */
function sealOf(tables: Tables, roundId: string, passphrase: string | null): PackageSeal {
  const { keys = null, exchangeId = '' } = originOf(tables, roundId) ?? {};
  if (keys !== null) return { returnKey: keys.returnKey, exchangeId };
  const spoken = spokenPassphrase(passphrase ?? '');
  if (spoken === '') throw new AppError('package-passphrase-needed', 'The package of an own round has a passphrase');
  checkPassphrase(spoken);
  return { passphrase: spoken };
}

/** Where the round came from. Throws `round-not-found`, and `package-not-for-here` for one that came here as answers. */
function originOf(tables: Tables, roundId: string): RoundOrigin | undefined {
  roundOf(tables, roundId);
  const origin = tables.origins.get(roundId);
  if (origin?.role === 'collected') {
    throw new AppError('package-not-for-here', 'The answers came from elsewhere', { reason: 'not-drawn-here' });
  }
  return origin;
}

function casesOf(tables: Tables, roundId: string): readonly string[] {
  return tables.sample.places(roundId).map(({ drawn }) => drawn.caseId);
}
