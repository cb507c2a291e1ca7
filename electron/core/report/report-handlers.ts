import { AppError } from '#shared/contract/errors.ts';
import type { CoreHandlers } from '#shared/contract/operations.ts';
import type { CommitteeWords, PaperKind } from '#shared/contract/report.ts';
import { buildCaseReport, buildReport, type Report } from '#shared/domain/report/build-report.ts';
import { proposeWords } from '#shared/domain/report/propose-words.ts';
import { figuresOf } from '#shared/domain/report/round-facts.ts';
import type { ReportSource } from '#shared/domain/report/source.ts';

import type { Ports } from '../ports.ts';
import { roundOf } from '../review/queue.ts';
import type { TemplateShelf } from '../review/template-shelf.ts';
import type { Store } from '../store/tables.ts';
import { loadBenchmarks, loadSource } from './load-source.ts';
import { refusePersonData } from './refuse-person-data.ts';
import { writeWorkbook } from './write-workbook.ts';

type ReportHandlers = Pick<CoreHandlers, Extract<keyof CoreHandlers, `report.${string}`>>;

const steps = 3;

/** Reporting: what the paper will say, the committee's words, and the Excel file. */
export function createReportHandlers(ports: Ports, store: Store, shelf: TemplateShelf): ReportHandlers {
  const benchmarks = loadBenchmarks(ports.resourceFolder);
  const sourceOf = (roundId: string): ReportSource =>
    store.read((tables) => loadSource(tables, shelf, ports, benchmarks, roundId));
  return {
    'report.preview': ({ roundId, kind, caseId }) => Promise.resolve(paperOf(kind, sourceOf(roundId), caseId)),
    'report.words': ({ roundId }) => {
      const source = sourceOf(roundId);
      return Promise.resolve({ words: source.words, proposal: proposalFor(source) });
    },
    'report.setWords': async ({ roundId, words }) => {
      const before = store.read((tables) => {
        roundOf(tables, roundId);
        return tables.words.get(roundId) ?? null;
      });
      await store.change({ kind: 'report.words', target: roundId, before, after: words }, (tables) =>
        tables.words.set(roundId, words),
      );
      ports.announce({ name: 'stage-changed', stage: 'report' });
      return { words: words ?? proposalFor(sourceOf(roundId)) };
    },
    'report.write': async ({ roundId, kind, caseId, target }, call) => {
      call.report({ done: 0, total: steps, label: 'report.build' });
      const source = sourceOf(roundId);
      const { workbook, figures } = paperOf(kind, source, caseId);
      if (kind === 'political') refusePersonData(workbook, source, await caseworkersOf(store, roundId));
      call.report({ done: 1, total: steps, label: 'report.excel' });
      const bytes = await writeWorkbook(workbook);
      if (call.signal.aborted) throw new AppError('cancelled', 'cancelled before the file was written');
      call.report({ done: 2, total: steps, label: 'report.save' });
      await ports.files.write(target, bytes);
      await store.change({ kind: 'report.written', target: `${roundId}/${caseId ?? kind}` }, () => undefined);
      call.report({ done: steps, total: steps, label: 'report.save' });
      return { name: target.name, sheets: workbook.sheets.map(({ name }) => name), figures };
    },
  };
}

/** A report of the round, or the page of one case. Rejects with `case-not-in-round`. */
function paperOf(kind: PaperKind, source: ReportSource, caseId: string | undefined): Report {
  const report = kind === 'case' ? buildCaseReport(source, caseId ?? '') : buildReport(kind, source);
  if (report === undefined) throw new AppError('case-not-in-round', 'the case is not in the round');
  return report;
}

function proposalFor(source: ReportSource): CommitteeWords {
  return proposeWords(figuresOf(source), source.template);
}

/** Every caseworker of the import, also those without a case in the sample; none where the import is deleted. */
async function caseworkersOf(store: Store, roundId: string): Promise<readonly string[]> {
  const { importId } = store.read((tables) => roundOf(tables, roundId));
  try {
    const { cases } = await store.readPopulation(importId);
    return [...new Set(cases.flatMap(({ values }) => values.caseworker ?? []))];
  } catch (error) {
    if (error instanceof AppError && error.code === 'population-deleted') return [];
    throw error;
  }
}
