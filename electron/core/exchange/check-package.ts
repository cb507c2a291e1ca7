import { AppError } from '#shared/contract/errors.ts';
import type { PackagePayload, ResultPayload } from '#shared/domain/exchange/package.ts';
import { type KeyOf, rekey } from '#shared/domain/exchange/rekey.ts';
import type { RoundVersions } from '#shared/domain/exchange/round-versions.ts';
import type { ChecklistTemplate } from '#shared/domain/review/template.ts';

import { roundOf } from '../review/queue.ts';
import type { TemplateShelf } from '../review/template-shelf.ts';
import type { Exchange, RoundOrigin } from '../store/exchange-rows.ts';
import type { Tables } from '../store/tables.ts';
import { checkCells } from './check-cells.ts';
import { type CollectedCases, collectedCases } from './collected-cases.ts';
import { editionHere } from './edition-here.ts';
import { caseKeysOf, recordHash, templateHash } from './hashes.ts';
import { isSameMunicipality } from './same-municipality.ts';

/** A package of answers that may be merged. Cases have the numbers that they have in this workspace. */
export interface AcceptedResult {
  readonly payload: ResultPayload;
  readonly roundId: string;
  readonly template: ChecklistTemplate;
  readonly caseIds: readonly string[];
  readonly versions: RoundVersions;
  /** What was sent for it; null for a round that was drawn elsewhere and came here alone. */
  readonly exchange: Exchange | null;
  /** The cases of a round that was drawn elsewhere. */
  readonly collected: CollectedCases | null;
}

/**
 * Everything that may be wrong with a package of answers is found here, before anything is merged. Throws the codes that
 * begin with `package-`, and `same-reader`.
 */
export function acceptResult(
  tables: Tables,
  shelf: TemplateShelf,
  payload: PackagePayload,
  exchangeId: string | null,
): AcceptedResult {
  if (payload.kind !== 'result') {
    throw new AppError('package-not-for-here', 'Cases to read are received, not collected');
  }
  // What opens with a key that was sent from here is from here, also where the municipality is called something else since.
  if (exchangeId === null && !isSameMunicipality(payload.municipality, tables.profile.get().municipality)) {
    throw new AppError('package-other-municipality', 'The package is of another municipality');
  }
  if (payload.exchangeId !== exchangeId) {
    throw new AppError('package-damaged', 'The package belongs to another exchange than its seal');
  }
  return exchangeId === null ? drawnElsewhere(tables, shelf, payload) : answerTo(tables, shelf, payload, exchangeId);
}

/** Answers to cases that were sent from here. */
function answerTo(tables: Tables, shelf: TemplateShelf, payload: ResultPayload, exchangeId: string): AcceptedResult {
  const exchange = tables.exchanges.get(exchangeId);
  if (exchange === undefined || exchange.keys === null) {
    throw new AppError('package-unknown-sender', 'It answers a package that was not sent from here');
  }
  const round = roundOf(tables, exchange.roundId);
  const { templateId, templateEdition } = payload.round;
  const isOfRound = round.templateId === templateId && round.templateEdition === templateEdition;
  if (![payload.recordHash, recordHash(payload.record)].every((hash) => hash === recordHash(round.record))) {
    throw new AppError('package-other-round', 'The draw of the package is another one');
  }
  const template = templateHere(tables, shelf, payload);
  if (!isOfRound) throw templateMissing(payload, template);
  const keyOf = sentKeys(exchange, exchange.keys.recognitionKey);
  const caseIds = payload.cases.map(({ key }) => keyOf(key) ?? outside(key));
  const versions = versionsIn(payload, keyOf);
  checkCells(tables, { roundId: round.id, template, kind: exchange.kind, versions, caseIds });
  return { payload, roundId: round.id, template, caseIds, versions, exchange, collected: null };
}

/** A case of the exchange by its number, and by what stands for it without names; null for any other. */
function sentKeys({ caseIds }: Exchange, recognitionKey: string): KeyOf {
  const known = new Map<string, string>();
  const keyOf = caseKeysOf(recognitionKey);
  for (const caseId of caseIds) known.set(keyOf(caseId), caseId);
  for (const caseId of caseIds) known.set(caseId, caseId);
  return (key) => known.get(key) ?? null;
}

/** A round that its reader drew alone. */
function drawnElsewhere(tables: Tables, shelf: TemplateShelf, payload: ResultPayload): AcceptedResult {
  const { roundId } = payload.round;
  const isHere = tables.rounds.get(roundId) !== undefined;
  const origin = tables.origins.get(roundId);
  if (isHere && origin?.role !== 'collected') {
    throw new AppError('package-not-for-here', 'The round was drawn, or is read, in this workspace');
  }
  checkSameDraw(origin, payload);
  const template = templateHere(tables, shelf, payload);
  const collected = collectedCases(tables, payload, origin?.caseKeys ?? {});
  const caseIds = collected.rows.map(({ drawn }) => drawn.caseId);
  const versions = versionsIn(payload, collected.keyOf);
  checkCells(tables, { roundId, template, kind: 'own', versions, caseIds });
  return { payload, roundId, template, caseIds, versions, exchange: null, collected };
}

function checkSameDraw(origin: RoundOrigin | undefined, { recordHash: hash }: ResultPayload): void {
  if (origin !== undefined && origin.recordHash !== hash) {
    throw new AppError('package-other-round', 'The draw of the package is another one');
  }
}

/** The checklist edition of the package as it is here, if it is the same. */
function templateHere(tables: Tables, shelf: TemplateShelf, payload: ResultPayload): ChecklistTemplate {
  const found = editionHere(tables, shelf, payload.round);
  if (found === null || templateHash(found) !== payload.round.templateHash) throw templateMissing(payload, found);
  return found;
}

function templateMissing({ round }: ResultPayload, here: ChecklistTemplate | null): AppError {
  const { templateId: id, templateEdition: edition } = round;
  const what = 'The package is answered in a checklist edition that is not here';
  return new AppError('package-template-missing', what, { id, edition, title: here?.title ?? id });
}

/** The versions under the case numbers of this workspace; only of the package's own cases. */
function versionsIn({ cases, versions }: ResultPayload, keyOf: KeyOf): RoundVersions {
  const listed = new Set(cases.map(({ key }) => key));
  const { versions: renamed, unknown } = rekey(new Map(versions), (key) => (listed.has(key) ? keyOf(key) : null));
  return unknown.length > 0 ? outside(unknown.join(' ')) : renamed;
}

function outside(key: string): never {
  throw new AppError('package-outside-round', `The package answers a case that was not sent: ${key.slice(0, 8)}...`);
}
