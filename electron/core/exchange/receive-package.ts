import { AppError } from '#shared/contract/errors.ts';
import type { Input, Output } from '#shared/contract/operations.ts';
import type { CasesPayload, PackagedCase } from '#shared/domain/exchange/package.ts';
import { checkTemplate } from '#shared/domain/review/check-template.ts';
import { isSameReader } from '#shared/domain/review/second-reading.ts';

import { newId } from '../files/new-id.ts';
import type { ReviewRoom } from '../review/reading-case.ts';
import type { TemplateShelf } from '../review/template-shelf.ts';
import type { RoundOrigin } from '../store/exchange-rows.ts';
import type { RoundRow, SampleCaseRow, Tables } from '../store/tables.ts';
import { editionHere } from './edition-here.ts';
import { recordHash, templateHash } from './hashes.ts';
import { openPackage, readPackageHeader } from './package-file.ts';
import { isSameMunicipality } from './same-municipality.ts';
import { standInImport } from './stand-in-import.ts';

/** A round that an earlier package of the exchange made here. */
interface KnownRound {
  readonly round: RoundRow;
  readonly origin: RoundOrigin;
}

/** Takes in cases to read, or more of them; everything is checked first. The same package again changes nothing. */
export async function receivePackage(
  { ports, store, shelf }: ReviewRoom,
  { file, passphrase }: Input<'exchange.receive'>,
): Promise<Output<'exchange.receive'>> {
  const bytes = await ports.files.read(file);
  if (!readPackageHeader(bytes).needsPassphrase) throw notCases();
  const payload = await openPackage(bytes, { passphrase });
  if (payload.kind === 'result') throw notCases();
  const known = store.read((tables) => checkCases(tables, shelf, payload));
  const cases = payload.cases.filter(({ replacedBy }) => replacedBy === null).length;
  if (known !== null && known.origin.packages.some(({ packageId }) => packageId === payload.packageId)) {
    return { roundId: known.round.id, cases, added: 0 };
  }
  const roundId = known?.round.id ?? newId(ports.random);
  const { kind, unit, exchangeId } = payload;
  const after = { exchangeId, kind, unit, cases: payload.cases.length };
  const added = await store.change({ kind: 'package.received', target: roundId, after }, (tables) => {
    tables.templates.put(payload.template);
    const at = ports.clock.now();
    return known === null
      ? addRound(tables, payload, { roundId, importId: standInImport(tables, ports, payload), at })
      : addCases(tables, payload, { ...known, at });
  });
  return { roundId, cases, added };
}

function notCases(): AppError {
  return new AppError('package-not-for-here', 'The package holds answers, which are collected');
}

/**
 * Throws `package-other-municipality`, `package-not-for-here` (it was sent from here), `same-reader`, `package-damaged` (it
 * contradicts itself), `package-template-missing` (another checklist has its edition), `package-other-round`.
 */
function checkCases(tables: Tables, shelf: TemplateShelf, payload: CasesPayload): KnownRound | null {
  const { municipality, reviewer } = tables.profile.get();
  const known = knownRound(tables, payload.exchangeId);
  const isKnown = known !== null && known.origin.keys?.returnKey === payload.keys.returnKey;
  // More cases of an exchange that is here: the municipality may be called something else since.
  if (!isKnown && !isSameMunicipality(payload.municipality, municipality)) {
    throw new AppError('package-other-municipality', 'The package is of another municipality');
  }
  if (tables.exchanges.get(payload.exchangeId) !== undefined) {
    throw new AppError('package-not-for-here', 'The package was sent from this workspace');
  }
  const first = payload.kind === 'second-reading' ? Object.values(payload.firstReaders) : [];
  if (first.some((reader) => isSameReader(reader, reviewer))) {
    throw new AppError('same-reader', 'The first reader cannot be the second');
  }
  checkItself(payload);
  checkEdition(tables, shelf, payload);
  if (known !== null) checkSameRound(known, payload);
  return known;
}

/** What is made by the program always fits together. */
function checkItself({ template, round, record, cases, ...payload }: CasesPayload): void {
  const isWhole =
    recordHash(record) === payload.recordHash &&
    templateHash(template) === round.templateHash &&
    template.id === round.templateId &&
    template.edition === round.templateEdition &&
    cases.every(({ key, drawn, case: { id } }) => key === drawn.caseId && key === id) &&
    checkTemplate(template, () => null).length === 0;
  if (!isWhole) throw new AppError('package-damaged', 'The package contradicts itself');
}

/** An edition that is here already must be the same one. */
function checkEdition(tables: Tables, shelf: TemplateShelf, { template, round }: CasesPayload): void {
  const { id, edition, title } = template;
  const here = editionHere(tables, shelf, round);
  if (here === null || templateHash(here) === round.templateHash) return;
  throw new AppError('package-template-missing', 'Another checklist has this edition here', { id, edition, title });
}

function knownRound(tables: Tables, exchangeId: string): KnownRound | null {
  for (const [roundId, origin] of tables.origins.list()) {
    const round = origin.exchangeId === exchangeId ? tables.rounds.get(roundId) : undefined;
    if (round !== undefined) return { round, origin };
  }
  return null;
}

function checkSameRound({ round, origin }: KnownRound, payload: CasesPayload): void {
  const isSame =
    origin.role === roleOf(payload) &&
    origin.sourceRoundId === payload.round.roundId &&
    origin.recordHash === payload.recordHash &&
    origin.keys?.returnKey === payload.keys.returnKey &&
    round.templateId === payload.round.templateId &&
    round.templateEdition === payload.round.templateEdition;
  if (!isSame) throw new AppError('package-other-round', 'The package is of another round than the exchange');
}

function roleOf({ kind }: CasesPayload): 'received' | 'second-reading' {
  return kind === 'cases' ? 'received' : kind;
}

/** How many cases the round has. */
function addRound(
  tables: Tables,
  payload: CasesPayload,
  { roundId, importId, at }: { readonly roundId: string; readonly importId: string; readonly at: string },
): number {
  const { round, record, cases } = payload;
  const { name, createdAt, example, templateId, templateEdition } = round;
  tables.rounds.add(
    { id: roundId, name, importId, createdAt, example, templateId, templateEdition, record },
    cases.map((each) => rowOf(roundId, each)),
  );
  tables.origins.set(roundId, originFrom(payload, at));
  return cases.length;
}

function rowOf(roundId: string, { drawn, replacedBy, case: record }: PackagedCase): SampleCaseRow {
  return { roundId, drawn, replacedBy, case: record };
}

function originFrom(payload: CasesPayload, at: string): RoundOrigin {
  const { exchangeId, packageId, madeAt, unit, head, round, keys, recordHash: hash } = payload;
  return {
    role: roleOf(payload),
    unit,
    exchangeId,
    sourceRoundId: round.roundId,
    head,
    recordHash: hash,
    packages: [{ packageId, madeAt, at, closed: 0 }],
    keys,
    firstReaders: payload.kind === 'second-reading' ? payload.firstReaders : {},
    caseKeys: {},
    imported: null,
  };
}

/**
 * How many cases are new. Every review stays. Of an older package than the newest one only cases that are not here are
 * taken: what it says of the others was said again since.
 */
function addCases(
  tables: Tables,
  payload: CasesPayload,
  { round, origin, at }: KnownRound & { readonly at: string },
): number {
  const isNewest = origin.packages.every(({ madeAt }) => madeAt <= payload.madeAt);
  const here = new Set(tables.sample.places(round.id).map(({ drawn }) => drawn.caseId));
  for (const each of payload.cases) {
    if (!isNewest && here.has(each.key)) continue;
    tables.sample.put(rowOf(round.id, each));
    tables.sample.setReplacedBy(round.id, each.key, each.replacedBy);
  }
  if (isNewest) tables.rounds.setRecord(round.id, payload.record);
  const { packageId, madeAt, unit, head } = payload;
  const newest = isNewest ? { unit, head } : {};
  const firstReaders = payload.kind === 'second-reading' ? payload.firstReaders : {};
  tables.origins.set(round.id, {
    ...origin,
    ...newest,
    firstReaders: { ...origin.firstReaders, ...firstReaders },
    packages: [...origin.packages, { packageId, madeAt, at, closed: 0 }],
  });
  return payload.cases.filter(({ key }) => !here.has(key)).length;
}
