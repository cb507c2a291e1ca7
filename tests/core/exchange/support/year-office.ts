import { cpSync } from 'node:fs';

import { createApplication } from '#core/application.ts';
import { resourceFolder } from '#core/files/program.ts';
import type { CoreHandlers } from '#shared/contract/operations.ts';

import { exportText } from '../../review/review-fixture.ts';
import { passphrase, testPorts, type TestPorts } from '../../store/store-fixture.ts';
import { AnswerHistory, blank } from './answer-history.ts';

export const noCall = { signal: new AbortController().signal, report: () => undefined };

/** One person's program on a folder, without a wire: thousands of steps are taken. */
export interface YearOffice {
  readonly reviewer: string;
  readonly folder: string;
  readonly ports: TestPorts;
  readonly files: Map<string, Uint8Array>;
  app: CoreHandlers;
  readonly history: AnswerHistory;
}

export async function yearOffice(reviewer: string, folder: string, from?: string): Promise<YearOffice> {
  const files = new Map<string, Uint8Array>([['sager.csv', new TextEncoder().encode(exportText)]]);
  if (from !== undefined) cpSync(from, folder, { recursive: true });
  const ports: TestPorts = {
    ...testPorts(folder),
    resourceFolder,
    files: {
      read: ({ ref }) => Promise.resolve(files.get(ref) ?? new Uint8Array()),
      write: ({ ref }, bytes) => Promise.resolve(void files.set(ref, bytes)),
    },
  };
  const app = await createApplication(ports);
  const profile = { municipality: 'Prøvekøbing', department: 'Børn', reviewer };
  if (from === undefined) await app['workspace.create']({ passphrase, ...profile }, noCall);
  else await app['workspace.unlock']({ passphrase }, noCall);
  return { reviewer, folder, ports, files, app, history: new AnswerHistory() };
}

/** The program is gone at once, and started again. */
export async function restart(office: YearOffice): Promise<void> {
  office.app = await createApplication(office.ports);
  await office.app['workspace.unlock']({ passphrase }, noCall);
}

/** What the tables show of a case, by the name that all workspaces give its cells. */
export async function shownIn(
  { app }: YearOffice,
  { roundId, caseId, name }: { readonly roundId: string; readonly caseId: string; readonly name: string },
): Promise<ReadonlyMap<string, string>> {
  const { answers, reader, state, template } = await app['review.open']({ roundId, caseId, reading: 1 }, noCall);
  const byItem = new Map(answers.map(({ itemId, ...content }) => [itemId, JSON.stringify(content)]));
  const items = template.sections.flatMap((section) => section.items.map(({ id }) => id));
  return new Map([
    ...items.map((id): [string, string] => [`${name}/${id}`, byItem.get(id) ?? blank]),
    [`${name}/review`, state === 'not-started' ? blank : `${reader}/${state}`],
  ]);
}
