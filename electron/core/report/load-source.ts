import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { type BenchmarkFile, benchmarkFile } from '#shared/domain/report/benchmark.ts';
import { differentReaders } from '#shared/domain/report/compile/set-of-rounds.ts';
import { proposeWords } from '#shared/domain/report/propose-words.ts';
import { figuresOf } from '#shared/domain/report/round-facts.ts';
import type { ReportSource } from '#shared/domain/report/source.ts';
import type { Action } from '#shared/domain/review/action.ts';

import { danishDayAt } from '../files/system-clock.ts';
import { roundOf, templateOf } from '../review/queue.ts';
import { roundAgreement } from '../review/round-agreement.ts';
import type { TemplateShelf } from '../review/template-shelf.ts';
import type { RoundRow, Tables } from '../store/tables.ts';
import { earlierRounds, type FigureMemory } from './earlier-rounds.ts';
import { importedDataOf } from './unit-quality.ts';

/** What is the same for every report that one running program makes. */
export interface SourceSurroundings {
  readonly programVersion: string;
  readonly benchmarks: BenchmarkFile;
  readonly memory: FigureMemory;
}

/** Reads and checks the national figures of the resources once. */
export function loadBenchmarks(resourceFolder: string): BenchmarkFile {
  const path = join(resourceFolder, 'benchmarks', 'boernesagsbarometer.json');
  return benchmarkFile.parse(JSON.parse(readFileSync(path, 'utf8')));
}

/** What a report is about, and what is known to make it. */
export interface SourceRequest {
  readonly roundId: string;
  /** Further rounds that the report is about together with it. */
  readonly with?: readonly string[] | undefined;
  readonly team?: string | undefined;
}

/** Everything the reports of a round draw on, with the proposed words where nobody has written others. */
export function loadSource(
  tables: Tables,
  shelf: TemplateShelf,
  surroundings: SourceSurroundings,
  { roundId, team = null }: { readonly roundId: string; readonly team?: string | null | undefined },
): ReportSource {
  const round = loadRound(tables, shelf, surroundings, roundId);
  const { template, threshold } = round;
  return {
    ...round,
    words: tables.words.get(roundId) ?? proposeWords(figuresOf(round), template, threshold),
    earlier: earlierRounds(tables, shelf, surroundings.memory, roundOf(tables, roundId), team),
    team,
  };
}

/** The same of the round alone: no words for the committee, no earlier rounds. */
export function loadRound(
  tables: Tables,
  shelf: TemplateShelf,
  { programVersion, benchmarks }: Omit<SourceSurroundings, 'memory'>,
  roundId: string,
): ReportSource {
  const row = roundOf(tables, roundId);
  const { name, example, record } = row;
  const cases = tables.sample.list(roundId);
  const reviews = tables.reviews.list(roundId);
  const actions = tables.actions.list().filter((action) => action.roundId === roundId);
  const created = lastChangeOf(tables, row, actions);
  const logged = tables.changes.loggedAt(created);
  return {
    template: templateOf(tables, shelf, roundId),
    record,
    cases,
    reviews,
    profile: tables.profile.get(),
    programVersion,
    created,
    today: danishDayAt(Date.parse(created)),
    ...(logged === null ? {} : { logged }),
    round: { name, example },
    imported: importedOf(tables, row),
    actions,
    talks: talksOf(tables, roundId, cases),
    ...secondReadingOf(tables, shelf, roundId),
    readers: Math.max(1, differentReaders(reviews.map(({ reader }) => reader))),
    words: { conclusion: '', works: [], improve: [], recommendation: '' },
    benchmarks,
    earlier: [],
    threshold: tables.reportSettings.get().threshold,
    team: null,
  };
}

/** The report's own instant: of the last change to the round, to its actions or to what every report says. */
function lastChangeOf(tables: Tables, { id, createdAt }: RoundRow, actions: readonly Action[]): string {
  const others = ['profile', 'report-settings', ...actions.map((action) => action.id)];
  const last = tables.changes.lastOf(id, others);
  return last === null || last < createdAt ? createdAt : last;
}

function importedOf(tables: Tables, { id, importId }: RoundRow): ReportSource['imported'] {
  const data = importedDataOf(tables, id, importId);
  return data === null ? null : { fileName: tables.imports.get(importId)?.summary.fileName ?? '', ...data };
}

function talksOf(tables: Tables, roundId: string, cases: ReportSource['cases']): NonNullable<ReportSource['talks']> {
  return Object.fromEntries(
    cases.map(({ drawn: { caseId } }) => {
      const { conversations } = tables;
      const conversation = conversations.get(roundId, caseId) ?? null;
      return [caseId, { conversation, comments: conversations.comments(roundId, caseId) }];
    }),
  );
}

/** Nothing where no case is read twice. */
function secondReadingOf(tables: Tables, shelf: TemplateShelf, roundId: string): Pick<ReportSource, 'secondReading'> {
  const { picked, bothClosed, total, items } = roundAgreement(tables, shelf, roundId);
  return picked === 0 ? {} : { secondReading: { picked, bothClosed: bothClosed.length, total, items } };
}
