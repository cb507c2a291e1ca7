import { createHash } from 'node:crypto';
import { parentPort, workerData } from 'node:worker_threads';

import { AppError, toErrorData } from '#shared/contract/errors.ts';
import type { StepProgress } from '#shared/contract/operation.ts';
import { frameFingerprint } from '#shared/domain/sampling/fingerprint.ts';

import { importExport, inspectExport } from '../import-export.ts';
import { openExport, type OpenedExport } from '../open-export.ts';
import type { FromWorker, ImportTask, Task, WorkerFile } from './messages.ts';

/** Milliseconds between two reports: often enough for the eye, rare enough to cost nothing. */
const reportEvery = 100;

if (parentPort === null) {
  throw new Error('import-worker.ts runs as a worker of the core');
}
const port = parentPort;
// The core starts this worker with a file and nothing else, and sends it tasks only.
const { name, bytes } = workerData as WorkerFile;
let opening: Promise<OpenedExport> | undefined;

port.on('message', (task: Task) => {
  work(task).catch((error: unknown) => post({ type: 'failed', error: toErrorData(asReadError(error)) }));
});

/** A text longer than any text can be: a case of a million rows, for instance. */
function asReadError(error: unknown): unknown {
  return error instanceof RangeError ? new AppError('file-too-large', 'The file does not fit in memory') : error;
}

async function work(task: Task): Promise<void> {
  const opened = await (opening ??= openExport(name, bytes));
  if (task.type === 'import') {
    await importCases(opened, task);
    return;
  }
  const { sheet, headerRow } = task;
  post({ type: 'inspected', inspection: await inspectExport(opened, { fileName: name, sheet, headerRow }) });
}

/** The core ends the worker to cancel it, so there is no signal to heed. */
async function importCases(opened: OpenedExport, { mapping }: ImportTask): Promise<void> {
  const call = { signal: new AbortController().signal, report: reporter() };
  const { ids, pieces, ...rest } = await importExport(opened, { mapping }, call);
  post({ type: 'progress', progress: { done: 0, total: ids.length, label: 'storing' } });
  let done = 0;
  for (const { lines, count } of pieces) {
    post({ type: 'lines', lines }, [lines.buffer]);
    call.report({ done: (done += count), total: ids.length, label: 'storing' });
  }
  const imported = {
    ...rest,
    caseCount: ids.length,
    sha256: createHash('sha256').update(bytes).digest('hex'),
    frameFingerprint: frameFingerprint(ids.map((id) => ({ stratum: '', id }))),
  };
  post({ type: 'imported', imported });
}

function reporter(): (progress: StepProgress) => void {
  let last = -Infinity;
  return (progress) => {
    const now = performance.now();
    if (now - last < reportEvery && progress.done < progress.total) return;
    last = now;
    post({ type: 'progress', progress });
  };
}

function post(message: FromWorker, transfer: readonly ArrayBuffer[] = []): void {
  port.postMessage(message, [...transfer]);
}
