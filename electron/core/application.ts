import type { CoreHandlers } from '#shared/contract/operations.ts';

import { createAuditHandlers } from './audit/audit-handlers.ts';
import { noteExports } from './audit/note-exports.ts';
import { createDeletionHandlers } from './deletion/deletion-handlers.ts';
import { createBackupHandlers } from './backups/backup-handlers.ts';
import { createCollectHandlers } from './exchange/collect-handlers.ts';
import { createSendHandlers } from './exchange/send-handlers.ts';
import { createImportingHandlers, readCases } from './importing/importing-handlers.ts';
import { createKeyHandlers } from './keys/key-handlers.ts';
import { createPopulationCache } from './population/load-population.ts';
import { createPopulationHandlers } from './population/population-handlers.ts';
import type { Ports } from './ports.ts';
import { createKnownRounds } from './report/answer-table.ts';
import { createCourseHandlers } from './report/course-handlers.ts';
import { createGoodPracticeHandlers } from './report/good-practice-handlers.ts';
import { createCompileHandlers } from './report/compile-handlers.ts';
import { createReportHandlers } from './report/report-handlers.ts';
import { warmAfterOpening, warmRounds } from './report/warm-rounds.ts';
import { createYearHandlers } from './report/year-handlers.ts';
import { createReviewHandlers } from './review/review-handlers.ts';
import { createTemplateShelf } from './review/template-shelf.ts';
import { createSamplingHandlers } from './sampling/sampling-handlers.ts';
import { createStore } from './store/open-store.ts';
import { createHostNotes } from './workspace/host-notes.ts';
import { createWorkspaceHandlers, statusOf } from './workspace/workspace-handlers.ts';

/** The checklist that a new round is reviewed in where no other is named. */
const usualTemplate = 'barnets-lov';

/** The whole application in plain Node. Every host (window, loopback, command line, test) serves exactly this. */
export async function createApplication(ports: Ports): Promise<CoreHandlers> {
  const store = await createStore(ports);
  const cache = createPopulationCache(store);
  const shelf = createTemplateShelf(ports.resourceFolder);
  const known = createKnownRounds(shelf);
  const forgetCases = (): void => cache.forget();
  const handlers: CoreHandlers = {
    ...createWorkspaceHandlers(ports, store, shelf, forgetCases),
    ...createBackupHandlers(ports, store, { status: () => statusOf(store), forgetCases }),
    ...createKeyHandlers(ports, store, () => {
      ports.announce({ name: 'workspace-changed' });
      return statusOf(store);
    }),
    ...createImportingHandlers(ports, store),
    ...createPopulationHandlers(ports, store, cache),
    ...createSamplingHandlers(ports, store, {
      currentTemplate: (templateId = usualTemplate) => {
        const template = store.read((tables) => shelf.newest(tables, templateId));
        return { ...template, keep: (tables) => tables.templates.put(template) };
      },
      importCases: (file, mapping) => readCases(ports, file, mapping),
      cache,
    }),
    ...createReviewHandlers(ports, store, shelf),
    ...createReportHandlers(ports, store, shelf, known),
    ...createCompileHandlers(ports, store, known),
    ...createGoodPracticeHandlers(ports, store, shelf),
    ...createCourseHandlers(ports, store, known),
    ...createYearHandlers(ports, store, known),
    ...createSendHandlers(ports, store, shelf),
    ...createCollectHandlers(ports, store, shelf),
    ...createDeletionHandlers(ports, store, () => cache.forget()),
    ...createAuditHandlers(ports, store),
    ...createHostNotes(store),
  };
  return noteExports(
    warmAfterOpening(handlers, () => warmRounds(store, known)),
    store,
  );
}
