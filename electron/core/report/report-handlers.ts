import { AppError } from '#shared/contract/errors.ts';
import type { Call, CoreHandlers, Input, Progress } from '#shared/contract/operations.ts';
import type { CommitteeWords } from '#shared/contract/report.ts';
import type { Report } from '#shared/domain/report/build-report.ts';
import { teamsOf } from '#shared/domain/report/leader/of-team.ts';
import type { PersonDataHit } from '#shared/domain/report/person-data.ts';
import { proposeWords } from '#shared/domain/report/propose-words.ts';
import { figuresOf } from '#shared/domain/report/round-facts.ts';
import type { ReportSource } from '#shared/domain/report/source.ts';
import type { Workbook } from '#shared/domain/report/workbook.ts';

import { refuseInternalExport } from '../files/refuse-internal-export.ts';
import type { Ports } from '../ports.ts';
import { roundOf } from '../review/queue.ts';
import type { TemplateShelf } from '../review/template-shelf.ts';
import type { Store } from '../store/store-port.ts';
import { buildPaper, isForCommittee, type PaperRequest } from './build-paper.ts';
import type { KnownRounds } from './answer-table.ts';
import { loadCompiledSource } from './compiled-source.ts';
import { loadBenchmarks, loadSource, type SourceRequest } from './load-source.ts';
import { paperWriters } from './paper-writers.ts';
import { personDataIn, refusePersonData } from './refuse-person-data.ts';
import { countsHere } from './set-of-rounds.ts';
import { unmentionable } from './unmentionable.ts';

type ReportHandlers = Pick<CoreHandlers, Extract<keyof CoreHandlers, `report.${string}`>>;

/** Of a hundred: the report is built at this, and written to its file from that. */
const built = 10;
const written = 90;

/** Reporting: what the paper will say, the committee's words, the settings, and the file. */
export function createReportHandlers(
  ports: Ports,
  store: Store,
  shelf: TemplateShelf,
  known: KnownRounds,
): ReportHandlers {
  const benchmarks = loadBenchmarks(ports.resourceFolder);
  const surroundings = { programVersion: ports.programVersion, benchmarks, memory: new Map() };
  const sourceOf = (request: SourceRequest): ReportSource =>
    store.read((tables) => {
      const roundIds = setOf(request);
      const { roundId, team = null } = request;
      return roundIds.length === 1
        ? loadSource(tables, shelf, surroundings, { roundId, team })
        : loadCompiledSource(tables, shelf, surroundings, known, { roundIds, team });
    });
  return {
    'report.preview': async ({ rows, ...request }) => {
      if (!isForCommittee(request.kind)) refuseInternalExport(ports.policy);
      refuseOfPart(store, request);
      const source = sourceOf(setRequest(request));
      const report = buildPaper(request, source);
      const hits = await hitsIn(store, request, source, report);
      const rowCounts = report.workbook.sheets.map((sheet) => sheet.rows.length);
      return { ...report, workbook: beginningOf(report.workbook, rows), hits, rowCounts };
    },
    'report.teams': (request) =>
      Promise.resolve(
        store.read((tables) => {
          const rounds = setOf(request).map((roundId) => roundOf(tables, roundId));
          return teamsOf(rounds.flatMap(({ id }) => tables.sample.list(id)));
        }),
      ),
    'report.settings': () => Promise.resolve(store.read((tables) => tables.reportSettings.get())),
    'report.setSettings': async (settings) => {
      const before = store.read((tables) => tables.reportSettings.get());
      const entry = { kind: 'report.settings', target: 'report-settings', before, after: settings };
      await store.change(entry, (tables) => tables.reportSettings.set(settings));
      ports.announce({ name: 'stage-changed', stage: 'report' });
      return settings;
    },
    'report.words': (request) => {
      const source = sourceOf(request);
      return Promise.resolve({ words: source.words, proposal: proposalFor(source) });
    },
    'report.setWords': async (request) => {
      await setWords(store, request);
      ports.announce({ name: 'stage-changed', stage: 'report' });
      return { words: request.words ?? proposalFor(sourceOf(request)) };
    },
    'report.write': (request, call) => write(ports, store, sourceOf, request, call),
  };
}

async function setWords(store: Store, { words, ...request }: Input<'report.setWords'>): Promise<void> {
  const { roundId } = request;
  const rounds = setOf(request);
  const isOne = rounds.length === 1;
  const before = store.read((tables) => {
    for (const each of rounds) roundOf(tables, each);
    return (isOne ? tables.words.get(roundId) : tables.words.getOfSet(rounds)) ?? null;
  });
  // The log of one round must hold nothing that is about another: it is deleted with that round alone.
  const values = isOne ? { before, after: words } : {};
  await store.change({ kind: 'report.words', target: roundId, ...values }, (tables) =>
    isOne ? tables.words.set(roundId, words) : tables.words.setOfSet(rounds, words),
  );
}

async function write(
  ports: Ports,
  store: Store,
  sourceOf: (request: SourceRequest) => ReportSource,
  request: Input<'report.write'>,
  call: Call<Progress<'report.write'>>,
) {
  const { roundId, kind, caseId, format = 'xlsx', target } = request;
  if (!isForCommittee(kind)) refuseInternalExport(ports.policy);
  call.report({ done: 0, total: 100, label: 'report.build' });
  refuseOfPart(store, request);
  const source = sourceOf(setRequest(request));
  const report = buildPaper(request, source);
  refusePersonData(await hitsIn(store, request, source, report));
  const bytes = await paperWriters[format](report.workbook, {
    signal: call.signal,
    report: (share) =>
      call.report({ done: Math.round(built + share * (written - built)), total: 100, label: 'report.file' }),
  });
  if (call.signal.aborted) throw new AppError('cancelled', 'cancelled before the file was written');
  call.report({ done: written, total: 100, label: 'report.save' });
  await ports.files.write(target, bytes);
  const rounds = setOf(setRequest(request));
  const after = rounds.length === 1 ? {} : { after: { rounds } };
  await store.change({ kind: 'report.written', target: `${roundId}/${caseId ?? kind}`, ...after }, () => undefined);
  call.report({ done: 100, total: 100, label: 'report.save' });
  return { name: target.name, sheets: report.workbook.sheets.map(({ name }) => name), figures: report.figures };
}

/** The rounds of a request, each once. */
function setOf({ roundId, with: others = [] }: SourceRequest): readonly string[] {
  return [...new Set([roundId, ...others])];
}

/** The page of one case is of its round alone. */
function setRequest(request: PaperRequest): SourceRequest {
  return request.kind === 'case' ? { roundId: request.roundId } : request;
}

const ofPart: ReadonlySet<string> = new Set(['leader', 'casework', 'case']);

/** Cases that were received are a part of a sample: only its own readers have a use for their figures alone. */
function refuseOfPart(store: Store, { kind, roundId }: PaperRequest): void {
  if (ofPart.has(kind) || store.read((tables) => countsHere(tables, roundId))) return;
  throw new AppError('report-not-of-part', 'the round was received: it is a part of a sample drawn elsewhere');
}

/** What stops a committee's report; the others may name cases. */
async function hitsIn(
  store: Store,
  request: PaperRequest,
  source: ReportSource,
  { workbook }: Report,
): Promise<readonly PersonDataHit[]> {
  const { kind } = request;
  return isForCommittee(kind) ? personDataIn(kind, workbook, source, await unmentionable(store, setOf(request))) : [];
}

/** The workbook with so many rows of each sheet at most: a data sheet of a large round would stop the window. */
function beginningOf(workbook: Workbook, rows: number | undefined): Workbook {
  if (rows === undefined) return workbook;
  return { ...workbook, sheets: workbook.sheets.map((sheet) => ({ ...sheet, rows: sheet.rows.slice(0, rows) })) };
}

function proposalFor(source: ReportSource): CommitteeWords {
  return proposeWords(figuresOf(source), source.template, source.threshold);
}
