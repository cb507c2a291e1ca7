import { createHash } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { createPopulationCache, type PopulationCache } from '#core/population/load-population.ts';
import type { Ports } from '#core/ports.ts';
import { createSamplingHandlers } from '#core/sampling/sampling-handlers.ts';
import { createStore, type WorkspaceStore } from '#core/store/open-store.ts';
import type { FileRef } from '#shared/contract/operation.ts';
import type { Call } from '#shared/contract/operations.ts';
import type { CaseRecord } from '#shared/domain/population/case.ts';
import { frameFingerprint } from '#shared/domain/sampling/fingerprint.ts';

import { anImport, passphrase, profile, temporaryFolder, type TestPorts, testPorts } from '../store/store-fixture.ts';

export const call: Call<never> = { signal: new AbortController().signal, report: () => undefined };

export const template = { id: 'barnets-lov', edition: 3 };

/** The export of the tests: the cases as JSON. Reading a real export is the importing room's own matter. */
export function exportBytes(cases: readonly CaseRecord[]): Uint8Array {
  return new TextEncoder().encode(JSON.stringify(cases));
}

export function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

export interface Workspace {
  readonly ports: TestPorts;
  readonly store: WorkspaceStore;
  readonly cache: PopulationCache;
  readonly sampling: ReturnType<typeof createSamplingHandlers>;
  /** A file of the workspace's folder, as the host would hand it out. */
  fileNamed(name: string): FileRef;
  pathOf(name: string): string;
}

/** A real store in a temporary folder, open, with one import of `cases`. */
export async function openWorkspace(cases: readonly CaseRecord[], importId = 'import-1'): Promise<Workspace> {
  const folder = temporaryFolder();
  const pathOf = (name: string): string => join(folder, name);
  const files: Ports['files'] = {
    read: async ({ ref }) => new Uint8Array(await readFile(pathOf(ref))),
    write: ({ ref }, bytes) => writeFile(pathOf(ref), bytes),
  };
  const ports: TestPorts = { ...testPorts(folder), files };
  const store = await createStore(ports);
  await store.create(passphrase, profile);
  await addPopulation(store, cases, importId);
  const cache = createPopulationCache(store);
  const sampling = createSamplingHandlers(ports, store, {
    cache,
    currentTemplate: () => template,
    importCases: async (file) => {
      const bytes = await ports.files.read(file);
      return { cases: JSON.parse(new TextDecoder().decode(bytes)) as CaseRecord[], sha256: sha256(bytes) };
    },
  });
  return { ports, store, cache, sampling, fileNamed: (name) => ({ ref: name, name }), pathOf };
}

export async function addPopulation(
  store: WorkspaceStore,
  cases: readonly CaseRecord[],
  importId: string,
): Promise<void> {
  const base = anImport(importId);
  const summary = {
    ...base.summary,
    sha256: sha256(exportBytes(cases)),
    cases: cases.length,
    frameFingerprint: frameFingerprint(cases.map(({ id }) => ({ stratum: '', id }))),
  };
  await store.writePopulation({ importId, cases });
  await store.change({ kind: 'import.added', target: importId }, (tables) => tables.imports.add({ ...base, summary }));
}
