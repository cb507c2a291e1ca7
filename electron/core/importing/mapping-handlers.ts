import { AppError } from '#shared/contract/errors.ts';
import type { CoreHandlers } from '#shared/contract/operations.ts';
import { readMappingDocument, writeMappingDocument } from '#shared/domain/importing/mapping-document.ts';

import type { Ports } from '../ports.ts';
import type { Store } from '../store/store-port.ts';

type MappingHandlers = Pick<
  CoreHandlers,
  'importing.mappings' | 'importing.forgetMapping' | 'importing.saveMapping' | 'importing.readMapping'
>;

/** A mapping file holds a few lines per column. */
const largestFile = 2_000_000;

/** The remembered mappings, and mappings as files. */
export function createMappingHandlers(ports: Ports, store: Store): MappingHandlers {
  return {
    'importing.mappings': () => Promise.resolve(store.read((tables) => tables.mappings.list())),
    'importing.forgetMapping': async ({ headersKey }) => {
      if (store.read((tables) => tables.mappings.get(headersKey)) === undefined) return { forgotten: false };
      const entry = { kind: 'mapping.forgotten', target: headersKey };
      await store.change(entry, (tables) => tables.mappings.remove(headersKey));
      return { forgotten: true };
    },
    'importing.saveMapping': async ({ mapping, name, target }) => {
      await ports.files.write(target, new TextEncoder().encode(writeMappingDocument(name, mapping)));
      return { name: target.name };
    },
    'importing.readMapping': async ({ file }) => {
      const bytes = await ports.files.read(file);
      const named = bytes.length > largestFile ? null : readMappingDocument(new TextDecoder().decode(bytes));
      if (named === null) throw new AppError('mapping-file-invalid', 'The file holds no mapping of columns');
      return named;
    },
  };
}
