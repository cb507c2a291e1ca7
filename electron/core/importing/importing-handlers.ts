import { AppError } from '#shared/contract/errors.ts';
import type { ImportSummary } from '#shared/contract/importing.ts';
import type { FileRef, StepProgress } from '#shared/contract/operation.ts';
import type { Call, CoreHandlers } from '#shared/contract/operations.ts';
import { maskCprInName } from '#shared/domain/importing/mask-cpr.ts';
import type { MappingFile } from '#shared/domain/importing/mapping.ts';
import { problemsWorkbook } from '#shared/domain/importing/problems-workbook.ts';

import { newId } from '../files/new-id.ts';
import { createExampleExport, exampleFileName } from '../example/example-export.ts';
import { refuseInternalExport } from '../files/refuse-internal-export.ts';
import type { Ports } from '../ports.ts';
import { writeWorkbook } from '../report/write-workbook.ts';
import { readCases as casesOf } from '../store/population-file.ts';
import type { Store } from '../store/store-port.ts';
import type { ImportRow } from '../store/tables.ts';
import { wholeImport } from './import-progress.ts';
import { withIsolatedExport } from './isolated/isolated-export.ts';
import { createMappingHandlers } from './mapping-handlers.ts';
import { knownMapping, nameOf, rememberAs, rememberedFor, withRemembered } from './remembered-mappings.ts';

type ImportingHandlers = Pick<CoreHandlers, Extract<keyof CoreHandlers, `importing.${string}`>>;

/** Importing: look at a file, import it into its own encrypted population, list what was imported. */
export function createImportingHandlers(ports: Ports, store: Store): ImportingHandlers {
  return {
    ...createMappingHandlers(ports, store),
    'importing.inspect': async ({ file, sheet, headerRow }) => {
      const source = { name: file.name, bytes: await ports.files.read(file) };
      const inspection = await withIsolatedExport(source, (opened) =>
        opened.inspect({ sheet: sheet ?? null, headerRow: headerRow ?? null }),
      );
      return withRemembered(inspection, knownMapping(store, inspection.headersKey));
    },
    'importing.run': async ({ file, mapping, remember }, call) => {
      store.read(() => undefined);
      const source = { name: file.name, bytes: await ports.files.read(file), example: false };
      return runImport(ports, store, source, { mapping: mapping ?? null, name: remember?.name ?? null }, call);
    },
    'importing.example': async (_input, call) => {
      store.read(() => undefined);
      const bytes = createExampleExport(ports.clock.today());
      return runImport(ports, store, { name: exampleFileName, bytes, example: true }, guessOnly, call);
    },
    'importing.list': () => Promise.resolve(store.read((tables) => tables.imports.list())),
    'importing.problems': ({ importId }) => Promise.resolve(importOf(store, importId).problems),
    'importing.saveProblems': async ({ importId, target }) => {
      refuseInternalExport(ports.policy);
      const { summary, problems } = importOf(store, importId);
      const workbook = problemsWorkbook({ ...summary, problems, created: ports.clock.now() });
      await ports.files.write(target, await writeWorkbook(workbook));
      return { name: target.name };
    },
  };
}

function importOf(store: Store, importId: string): ImportRow {
  const row = store.read((tables) => tables.imports.get(importId));
  if (row === undefined) throw new AppError('import-not-found', `no import ${importId}`);
  return row;
}

interface Source {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly example: boolean;
}

/** How a file is to be read; a name asks to remember it. */
interface Reading {
  readonly mapping: MappingFile | null;
  readonly name: string | null;
}

const guessOnly: Reading = { mapping: null, name: null };

/** `importSource` with the progress of the whole. */
async function runImport(
  ports: Ports,
  store: Store,
  source: Source,
  reading: Reading,
  call: Call<StepProgress>,
): Promise<ImportSummary> {
  const progress = wholeImport(call);
  try {
    return await importSource(ports, store, source, reading, progress.call);
  } finally {
    progress.stop();
  }
}

/** Nothing is stored before the whole file is read and found good; a cancel or a bad file leaves no trace. */
async function importSource(
  ports: Ports,
  store: Store,
  source: Source,
  { mapping, name }: Reading,
  call: Call<StepProgress>,
): Promise<ImportSummary> {
  const started = performance.now();
  const result = await withIsolatedExport(source, async (opened) => {
    const chosen = mapping ?? (source.example ? null : await rememberedFor(store, opened));
    return opened.import({ mapping: chosen }, call);
  });
  call.signal.throwIfAborted();
  const remembered = name === null ? null : rememberAs(name, result, ports.clock.now());
  const importId = newId(ports.random);
  const summary: ImportSummary = {
    importId,
    fileName: maskCprInName(source.name),
    importedAt: ports.clock.now(),
    sha256: result.sha256,
    frameFingerprint: result.frameFingerprint,
    rows: result.rows,
    cases: result.caseCount,
    columns: result.columns,
    unit: result.mapping.unit ?? 'case',
    mappingName: name ?? (source.example ? null : nameOf(store, result)),
    lines: result.ranges,
    problemKinds: result.problemKinds,
    problemCount: result.problemKinds.reduce((sum, { count }) => sum + count, 0),
    example: source.example,
    ms: Math.round(performance.now() - started),
  };
  const saving = (done: number, total: number): void => call.report({ done, total, label: 'saving' });
  await store.writePopulation({ importId, lines: result.lines, call: { signal: call.signal, report: saving } });
  try {
    call.signal.throwIfAborted();
    const row = { summary, mapping: result.mapping, problems: result.problems };
    await store.change({ kind: 'import.added', target: importId }, (tables) => {
      tables.imports.add(row);
      if (remembered !== null) tables.mappings.put(remembered);
    });
  } catch (error) {
    await store.removePopulation(importId);
    throw error;
  }
  ports.announce({ name: 'stage-changed', stage: 'importing' });
  return summary;
}

/** The cases of a file as `mapping` reads them, without storing anything; how a draw is verified. */
export async function readCases(ports: Ports, file: FileRef, mapping: MappingFile) {
  const source = { name: file.name, bytes: await ports.files.read(file) };
  const call = { signal: new AbortController().signal, report: () => undefined };
  const { lines, sha256 } = await withIsolatedExport(source, (opened) => opened.import({ mapping }, call));
  return {
    cases: lines.flatMap((piece) => casesOf(Buffer.from(piece.buffer, piece.byteOffset, piece.byteLength))),
    sha256,
  };
}
