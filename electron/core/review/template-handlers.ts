import { AppError } from '#shared/contract/errors.ts';
import type { FileRef } from '#shared/contract/operation.ts';
import type { CoreHandlers } from '#shared/contract/operations.ts';
import type { TemplateOutcome } from '#shared/contract/templates.ts';
import type { RawRow } from '#shared/domain/importing/raw-row.ts';
import { readTemplate, type TemplateReading } from '#shared/domain/review/read-template.ts';
import { templateWorkbook } from '#shared/domain/review/template-workbook.ts';
import { checklistTemplate } from '#shared/domain/review/template.ts';
import { templateFileWords } from '#shared/words/review-template-file.ts';

import { type OpenedExport, openExport } from '../importing/open-export.ts';
import type { Ports } from '../ports.ts';
import { writeWorkbook } from '../report/write-workbook.ts';
import type { Store } from '../store/store-port.ts';
import { keepDraft, keepImported } from './keep-template.ts';
import type { TemplateShelf } from './template-shelf.ts';

type TemplateHandlers = Pick<
  CoreHandlers,
  'review.templates' | 'review.template' | 'review.saveTemplate' | 'review.importTemplate' | 'review.exportTemplate'
>;

/** A template of 300 items is below half a megabyte. */
const maxBytes = 5 * 1_048_576;

/** The shelf of templates: what stands on it, new editions, files in and out. */
export function createTemplateHandlers(ports: Ports, store: Store, shelf: TemplateShelf): TemplateHandlers {
  const announced = (outcome: TemplateOutcome): TemplateOutcome => {
    if (outcome.saved !== null) ports.announce({ name: 'stage-changed', stage: 'review' });
    return outcome;
  };
  return {
    'review.templates': () => Promise.resolve(store.read((tables) => shelf.lines(tables))),
    'review.template': ({ id, edition }) => Promise.resolve(store.read((tables) => shelf.whole(tables, id, edition))),
    'review.saveTemplate': async ({ template, changes }) =>
      announced(await keepDraft(store, shelf, template, changes ?? {})),
    'review.importTemplate': async ({ file }, call) => {
      // Refused before the file is read, where the workspace is locked.
      store.read(() => undefined);
      const reading = await readFile(ports, file, call.signal);
      if (reading.template === null) return { saved: null, problems: reading.problems };
      return announced(await keepImported(store, shelf, reading.template));
    },
    'review.exportTemplate': async ({ id, edition, target, format }) => {
      const template = store.read((tables) => shelf.whole(tables, id, edition));
      const bytes =
        format === 'json'
          ? new TextEncoder().encode(`${JSON.stringify(checklistTemplate.parse(template), null, 2)}\n`)
          : await writeWorkbook(templateWorkbook(template, ports.clock.now()));
      await ports.files.write(target, bytes);
      return { name: target.name };
    },
  };
}

async function readFile(ports: Ports, file: FileRef, signal: AbortSignal): Promise<TemplateReading> {
  const bytes = await ports.files.read(file);
  if (bytes.length > maxBytes) {
    throw new AppError('file-too-large', 'too large for a template', { bytes: bytes.length, limit: maxBytes });
  }
  if (isJson(file.name, bytes)) return readTemplate({ json: new TextDecoder().decode(bytes) });
  const opened = await openExport(file.name, bytes);
  const { items, about } = templateFileWords.sheets;
  return readTemplate({
    rows: { items: await rowsOf(opened, items, signal), about: await rowsOf(opened, about, signal) },
  });
}

/** By its name, or because its first sign is a brace. */
function isJson(name: string, bytes: Uint8Array): boolean {
  const start = new TextDecoder().decode(bytes.subarray(0, 64)).replace(/^\uFEFF/u, '');
  return /\.json$/iu.test(name) || start.trimStart().startsWith('{');
}

/** The rows of a sheet; none where the workbook has no such sheet. */
async function rowsOf(opened: OpenedExport, sheet: string, signal: AbortSignal): Promise<readonly RawRow[]> {
  if (!opened.sheets.some(({ name }) => name === sheet)) return [];
  const rows: RawRow[] = [];
  for await (const batch of opened.rows(sheet, { signal, report: () => undefined })) rows.push(...batch);
  return rows;
}
