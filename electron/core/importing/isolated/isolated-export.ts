import { Worker } from 'node:worker_threads';

import { AppError, fromErrorData } from '#shared/contract/errors.ts';
import type { Inspection } from '#shared/contract/importing.ts';
import type { StepProgress } from '#shared/contract/operation.ts';
import type { Call } from '#shared/contract/operations.ts';

import type { FromWorker, ImportTask, InspectTask, SerialisedImport, Task, WorkerFile } from './messages.ts';

/** What a worker may use of memory and time. Only tests ask for less. */
export interface WorkerLimits {
  /** Beside the file itself and the lines that are handed over. */
  readonly heapMb: (file: WorkerFile) => number;
  /** Seconds without any sign of progress. */
  readonly silentSeconds: number;
  /** Seconds that one task may take in all. */
  readonly longestSeconds: number;
}

const megabyte = 1_048_576;

/** Text files above this are taken to be what they say: no system writes one by mistake. */
const largeText = 64;

/**
 * By the size of the file, so that a small file cannot ask for much: a workbook is packed about eight to one, and the
 * cases of a text file with many short cells take about four times its size.
 */
function heapFor({ bytes }: WorkerFile): number {
  const size = bytes.length / megabyte;
  const isZip = bytes[0] === 0x50 && bytes[1] === 0x4b;
  return Math.min(960, Math.round(160 + size * (isZip ? 8 : size > largeText ? 5 : 2.5)));
}

const usualLimits: WorkerLimits = { heapMb: heapFor, silentSeconds: 30, longestSeconds: 600 };
const youngGenerationMb = 32;
const tick = 1000;

/** From the sources the worker is TypeScript; in a bundle it lies beside the core. */
const workerFile = new URL(import.meta.url.endsWith('.ts') ? 'import-worker.ts' : 'import-worker.js', import.meta.url);

/** An import and the lines of its population file. */
export interface IsolatedImport extends SerialisedImport {
  readonly lines: readonly Uint8Array[];
}

/**
 * A file in a thread of its own, where what a hostile file does ends with the thread. Both calls reject with what
 * `openExport`, `inspectExport` and `importExport` reject with, with `file-too-large` when the thread runs out of memory,
 * with `reading-stalled` when it says nothing for 30 seconds, and with the signal's reason when aborted: the thread is
 * then gone, whatever it was doing. One task at a time.
 */
export interface IsolatedExport {
  inspect(place: Omit<InspectTask, 'type'>): Promise<Inspection>;
  import(options: Omit<ImportTask, 'type'>, call: Call<StepProgress>): Promise<IsolatedImport>;
}

/** Opens a file in its own thread for as long as `work` takes. */
export async function withIsolatedExport<Result>(
  file: WorkerFile,
  work: (opened: IsolatedExport) => Promise<Result>,
  limits = usualLimits,
): Promise<Result> {
  const worker = startWorker(file, limits);
  try {
    return await work({
      inspect: (place) => inspect(worker, { type: 'inspect', ...place }, limits),
      import: (options, call) => importCases(worker, { type: 'import', ...options }, limits, call),
    });
  } finally {
    await worker.terminate();
  }
}

function startWorker(file: WorkerFile, { heapMb }: WorkerLimits): Worker {
  const workerData: WorkerFile = { name: file.name, bytes: file.bytes };
  const resourceLimits = { maxOldGenerationSizeMb: heapMb(file), maxYoungGenerationSizeMb: youngGenerationMb };
  // Neither the options nor the environment of the program reach it: it reads one file and nothing else.
  const worker = new Worker(workerFile, { workerData, resourceLimits, execArgv: [], env: {} });
  // Heard by the task under way; between two tasks nobody has to know.
  worker.on('error', () => undefined);
  return worker;
}

async function inspect(worker: Worker, task: InspectTask, limits: WorkerLimits): Promise<Inspection> {
  const { signal } = new AbortController();
  const message = await run(worker, task, limits, { signal, report: () => undefined }, () => undefined);
  if (message.type === 'inspected') return message.inspection;
  throw unexpected(message);
}

async function importCases(
  worker: Worker,
  task: ImportTask,
  limits: WorkerLimits,
  call: Call<StepProgress>,
): Promise<IsolatedImport> {
  const lines: Uint8Array[] = [];
  const message = await run(worker, task, limits, call, (piece) => lines.push(piece));
  if (message.type === 'imported') return { ...message.imported, lines };
  throw unexpected(message);
}

const unexpected = ({ type }: FromWorker): Error => new Error(`the import worker answered ${type}`);

type Answer = Extract<FromWorker, { type: 'inspected' | 'imported' }>;

/** Sends a task and waits for its answer, the end of the worker, the end of patience or the signal. */
function run(
  worker: Worker,
  task: Task,
  limits: WorkerLimits,
  call: Call<StepProgress>,
  onLines: (lines: Uint8Array) => void,
): Promise<Answer> {
  call.signal.throwIfAborted();
  const { promise, resolve, reject } = Promise.withResolvers<Answer>();
  const seconds = { silent: 0, all: 0 };
  // Counted in ticks, so that a computer that wakes from sleep has not used them up.
  const clock = setInterval(() => {
    seconds.silent += 1;
    seconds.all += 1;
    if (seconds.silent > limits.silentSeconds || seconds.all > limits.longestSeconds) {
      reject(new AppError('reading-stalled', 'The file could not be read in time', seconds));
    }
  }, tick);
  const onMessage = (message: FromWorker): void => {
    seconds.silent = 0;
    if (message.type === 'progress') call.report(message.progress);
    else if (message.type === 'lines') onLines(message.lines);
    else if (message.type === 'failed') reject(fromErrorData(message.error));
    else resolve(message);
  };
  const onError = (error: unknown): void => reject(asReadError(error));
  const onExit = (): void => reject(new Error('the import worker ended'));
  const onAbort = (): void => reject(call.signal.reason);
  worker.on('message', onMessage).once('error', onError).once('exit', onExit);
  call.signal.addEventListener('abort', onAbort, { once: true });
  worker.postMessage(task);
  return promise.finally(() => {
    clearInterval(clock);
    worker.off('message', onMessage).off('error', onError).off('exit', onExit);
    call.signal.removeEventListener('abort', onAbort);
  });
}

function asReadError(error: unknown): unknown {
  const code = error instanceof Error && 'code' in error ? error.code : '';
  if (code !== 'ERR_WORKER_OUT_OF_MEMORY') return error;
  return new AppError('file-too-large', 'Reading the file takes more memory than it may');
}
