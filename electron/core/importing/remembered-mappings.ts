import type { Inspection, RememberedMapping } from '#shared/contract/importing.ts';
import { applyMapping } from '#shared/domain/importing/apply-mapping.ts';
import { foldHeader } from '#shared/domain/importing/fold-header.ts';
import { columnsOnly } from '#shared/domain/importing/mapping-document.ts';
import type { ColumnMapping, MappingFile } from '#shared/domain/importing/mapping.ts';

import type { Store } from '../store/store-port.ts';
import type { IsolatedExport } from './isolated/isolated-export.ts';

/** The mapping that is remembered for a set of column names; none while the workspace is not open. */
export function knownMapping(store: Store, headersKey: string): RememberedMapping | undefined {
  return store.status().state === 'open' ? store.read((tables) => tables.mappings.get(headersKey)) : undefined;
}

/** A look at a file with the remembered mapping applied to its columns. */
export function withRemembered(inspection: Inspection, known: RememberedMapping | undefined): Inspection {
  if (known === undefined) return inspection;
  const { columns, mapped } = applyMapping(inspection.columns, known.mapping);
  const unit = known.mapping.unit ?? inspection.unit;
  const mapping = { ...inspection.mapping, columns: [...mapped], unit };
  return { ...inspection, columns, mapping, unit, remembered: { name: known.name, savedAt: known.savedAt } };
}

/** The mapping to read a file with when the caller gives none. */
export async function rememberedFor(store: Store, opened: IsolatedExport): Promise<MappingFile | null> {
  if (store.read((tables) => tables.mappings.list()).length === 0) return null;
  const { headersKey } = await opened.inspect({ sheet: null, headerRow: null });
  return knownMapping(store, headersKey)?.mapping ?? null;
}

interface Read {
  readonly headersKey: string;
  readonly mapping: ColumnMapping;
}

export function rememberAs(name: string, { headersKey, mapping }: Read, savedAt: string): RememberedMapping {
  return { headersKey, name, savedAt, mapping: columnsOnly(mapping) };
}

/** The name of the remembered mapping that says the same as the one a file was read with, or null. */
export function nameOf(store: Store, { headersKey, mapping }: Read): string | null {
  const known = store.read((tables) => tables.mappings.get(headersKey));
  return known !== undefined && sameText(known.mapping) === sameText(mapping) ? known.name : null;
}

/** Neither the order of the columns nor how their names are spelled counts. */
function sameText({ unit, columns }: ColumnMapping | MappingFile): string {
  const lines = columns.map(({ header, field, dateOrder }) =>
    JSON.stringify([foldHeader(header), field, dateOrder ?? null]),
  );
  return `${unit ?? 'case'} ${lines.sort().join()}`;
}
