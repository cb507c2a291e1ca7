import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';

import { notStated } from '../../words/population.ts';
import type { CaseRecord } from '../population/case.ts';
import { textsOf } from '../population/filter-cases.ts';
import type { CaseFilter } from '../population/filter.ts';
import { normaliseText } from '../population/normalise-text.ts';
import type { DrawRecord } from './draw-record.ts';
import type { PlanPart } from './plan.ts';
import { drawMethod } from './ticket.ts';

/**
 * What stands for a caseworker's name in a saved record: the hex SHA-256 of the UTF-8 text `LT1|seed|name`. It keeps
 * names out of files; it is no secret from somebody who has a list of names to try.
 */
export function hiddenName(seed: string, name: string): string {
  return bytesToHex(sha256(utf8ToBytes(`${drawMethod}|${seed}|${normaliseText(name)}`)));
}

/** The record as it leaves the program: caseworkers' names, in strata and in conditions, are hidden. */
export function hideNames(record: DrawRecord): DrawRecord {
  return mapNames(record, (name) => hiddenName(record.seed, name));
}

/** The record with the names that the list knows; what the list does not know stays hidden. */
export function showNames(record: DrawRecord, cases: readonly CaseRecord[]): DrawRecord {
  const names = new Set(cases.flatMap(({ values }) => textsOf(values.caseworker)));
  const known = new Map([...names].map((name) => [hiddenName(record.seed, name), name]));
  return mapNames(record, (name) => known.get(name) ?? name);
}

function mapNames(record: DrawRecord, change: (name: string) => string): DrawRecord {
  const { plan } = record;
  const stratum = (partIndex: number, name: string): string =>
    name !== notStated && byCaseworker(plan.parts[partIndex]) ? change(name) : name;
  const all = (filters: readonly CaseFilter[]): CaseFilter[] => filters.map((filter) => mapFilter(filter, change));
  const { where, ...exclude } = plan.exclude;
  const held = where?.map((each) => ({ ...each, where: all(each.where) }));
  return {
    ...record,
    plan: {
      ...plan,
      parts: plan.parts.map((part) => mapPart(part, all)),
      exclude: held === undefined ? exclude : { ...exclude, where: held },
    },
    strata: record.strata.map((each) => ({ ...each, name: stratum(each.partIndex, each.name) })),
    cases: record.cases.map((each) => ({ ...each, stratum: stratum(each.partIndex, each.stratum) })),
  };
}

function mapPart(part: PlanPart, all: (filters: readonly CaseFilter[]) => CaseFilter[]): PlanPart {
  if (part.kind === 'random' || typeof part.rule !== 'object') return { ...part, where: all(part.where) };
  return { ...part, where: all(part.where), rule: { ...part.rule, where: all(part.rule.where) } };
}

function mapFilter(filter: CaseFilter, change: (name: string) => string): CaseFilter {
  if (filter.field !== 'caseworker') return filter;
  if ('oneOf' in filter) return { ...filter, oneOf: filter.oneOf.map(change) };
  return 'noneOf' in filter ? { ...filter, noneOf: filter.noneOf.map(change) } : filter;
}

function byCaseworker(part: PlanPart | undefined): boolean {
  return part?.kind === 'random' && part.stratifyBy === 'caseworker';
}
