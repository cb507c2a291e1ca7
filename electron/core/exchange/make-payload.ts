import { type CasesPayload, formatVersion, type PackagedCase, packageFormat } from '#shared/domain/exchange/package.ts';
import { recordForReader } from '#shared/domain/exchange/record-for-reader.ts';
import { samplingNumber } from '#shared/domain/exchange/sampling-number.ts';

import { newId } from '../files/new-id.ts';
import type { Ports } from '../ports.ts';
import { roundOf, sampleCaseOf } from '../review/queue.ts';
import type { TemplateShelf } from '../review/template-shelf.ts';
import type { Exchange, ExchangeKeys } from '../store/exchange-rows.ts';
import type { RoundRow, Tables } from '../store/tables.ts';
import { recordHash, templateHash } from './hashes.ts';
import { nameHiding } from './name-hiding.ts';
import type { PeopleBeyond } from './people-beyond.ts';

export type PayloadPorts = Pick<Ports, 'clock' | 'programVersion' | 'random'>;

/** What every package says: who sends what for whom, and which draw and checklist it is about. */
export function payloadHead(
  tables: Tables,
  shelf: TemplateShelf,
  { clock, programVersion, random }: PayloadPorts,
  round: RoundRow,
) {
  const { id: roundId, name, createdAt, example, templateId, templateEdition, record } = round;
  const template = shelf.whole(tables, templateId, templateEdition);
  const told = { roundId, name, createdAt, example, templateId, templateEdition };
  return {
    format: packageFormat,
    version: formatVersion,
    packageId: newId(random),
    programVersion,
    madeAt: clock.now(),
    municipality: tables.profile.get().municipality,
    round: { ...told, templateHash: templateHash(template) },
    recordHash: recordHash(record),
  } as const;
}

/**
 * Cases for one reader, without any answer: of the exchange's cases what is known of them now, also of those that were
 * replaced since. The record names no other case of the round and no other caseworker; `beyond`: whom else a reason in it
 * may name.
 */
export function makeCasesPayload(
  tables: Tables,
  shelf: TemplateShelf,
  ports: PayloadPorts,
  exchange: Exchange & { readonly keys: ExchangeKeys },
  beyond: PeopleBeyond,
): CasesPayload {
  const { exchangeId, kind, unit, head, caseIds, keys } = exchange;
  const round = roundOf(tables, exchange.roundId);
  const sent = new Set(caseIds);
  const numberOf = sampleNumbers(tables, round);
  const template = shelf.whole(tables, round.templateId, round.templateEdition);
  const { text } = nameHiding(template, tables.sample.list(round.id), beyond);
  const cases = caseIds.map((caseId): PackagedCase => {
    const { drawn, replacedBy, case: record } = sampleCaseOf(tables, round.id, caseId);
    const by = replacedBy === null || sent.has(replacedBy) ? replacedBy : numberOf(replacedBy);
    return { key: caseId, number: numberOf(caseId), drawn, replacedBy: by, case: record };
  });
  const common = {
    ...payloadHead(tables, shelf, ports, round),
    exchangeId,
    unit,
    head,
    record: recordForReader(round.record, { kept: sent, hideNames: text }),
    cases,
    template,
    keys,
  };
  if (kind !== 'second-reading') return { kind: 'cases', ...common };
  return { kind, ...common, firstReaders: firstReaders(tables, round.id, caseIds) };
}

/** What a case of the round is called where its case number must not stand. */
export function sampleNumbers(tables: Tables, { id, record }: RoundRow): (caseId: string) => string {
  const places = tables.sample.places(id);
  const numbers = new Map(places.map(({ drawn }) => [drawn.caseId, samplingNumber(drawn, record.strata)]));
  return (caseId) => numbers.get(caseId) ?? '';
}

/** Who reads, or is to read, each case first: its reader, else whom it was sent to, else the owner of the workspace. */
export function firstReaders(
  tables: Tables,
  roundId: string,
  caseIds: readonly string[],
): Readonly<Record<string, string>> {
  const sent = tables.exchanges.list(roundId).filter(({ kind }) => kind === 'cases');
  const headOf = new Map(sent.flatMap(({ head, caseIds: ids }) => ids.map((caseId) => [caseId, head] as const)));
  const { reviewer } = tables.profile.get();
  return Object.fromEntries(
    caseIds.map((caseId) => {
      const review = tables.reviews.get(roundId, caseId);
      const isBegun = review !== undefined && review.state !== 'not-started';
      return [caseId, isBegun ? review.reader : (headOf.get(caseId) ?? review?.reader ?? reviewer)];
    }),
  );
}
