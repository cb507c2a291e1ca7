import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { type BenchmarkFile, benchmarkFile } from '#shared/domain/report/benchmark.ts';
import { proposeWords } from '#shared/domain/report/propose-words.ts';
import { figuresOf } from '#shared/domain/report/round-facts.ts';
import type { ReportSource } from '#shared/domain/report/source.ts';

import type { Ports } from '../ports.ts';
import { roundOf, templateOf } from '../review/queue.ts';
import { roundAgreement } from '../review/round-agreement.ts';
import type { TemplateShelf } from '../review/template-shelf.ts';
import type { Tables } from '../store/tables.ts';

/** Reads and checks the national figures of the resources once. */
export function loadBenchmarks(resourceFolder: string): BenchmarkFile {
  const path = join(resourceFolder, 'benchmarks', 'boernesagsbarometer.json');
  return benchmarkFile.parse(JSON.parse(readFileSync(path, 'utf8')));
}

/** Everything the reports of a round draw on, with the proposed words where nobody has written others. */
export function loadSource(
  tables: Tables,
  shelf: TemplateShelf,
  ports: Pick<Ports, 'clock' | 'programVersion'>,
  benchmarks: BenchmarkFile,
  roundId: string,
): ReportSource {
  const { name, example, record, importId } = roundOf(tables, roundId);
  const template = templateOf(tables, shelf, roundId);
  const round = { template, record, cases: tables.sample.list(roundId), reviews: tables.reviews.list(roundId) };
  const imported = tables.imports.get(importId);
  return {
    ...round,
    profile: tables.profile.get(),
    programVersion: ports.programVersion,
    created: ports.clock.now(),
    today: ports.clock.today(),
    round: { name, example },
    imported: imported === undefined ? null : imported.summary,
    actions: tables.actions.list().filter((action) => action.roundId === roundId),
    talks: Object.fromEntries(
      round.cases.map(({ drawn: { caseId } }) => {
        const { conversations } = tables;
        const conversation = conversations.get(roundId, caseId) ?? null;
        return [caseId, { conversation, comments: conversations.comments(roundId, caseId) }];
      }),
    ),
    ...secondReadingOf(tables, shelf, roundId),
    // A workspace belongs to one reviewer; packages of several are merged before they are counted together.
    readers: 1,
    words: tables.words.get(roundId) ?? proposeWords(figuresOf(round), template),
    benchmarks,
  };
}

/** Nothing where no case is read twice. */
function secondReadingOf(tables: Tables, shelf: TemplateShelf, roundId: string): Pick<ReportSource, 'secondReading'> {
  const { picked, bothClosed, total, items } = roundAgreement(tables, shelf, roundId);
  return picked === 0 ? {} : { secondReading: { picked, bothClosed: bothClosed.length, total, items } };
}
