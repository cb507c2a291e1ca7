import { z } from 'zod';

import { type ColumnMapping, mappingFile, type MappingFile } from './mapping.ts';

const format = 'ledelsestilsyn-mapping';

/**
 * A mapping as a file of its own. The columns alone are in it: which sheet and line they stand in differs from export
 * to export and is found again. The command line reads it as it reads a hand-written one.
 */
const namedFile = z.object({
  format: z.literal(format),
  version: z.literal(1),
  name: z.string().trim().min(1).max(100),
});

export interface NamedMapping {
  /** Null for a file that was written by hand. */
  readonly name: string | null;
  readonly mapping: MappingFile;
}

/** The text of a mapping file. */
export function writeMappingDocument(name: string, mapping: ColumnMapping | MappingFile): string {
  const { unit, columns } = columnsOnly(mapping);
  return `${JSON.stringify({ format, version: 1, name, ...(unit === undefined ? {} : { unit }), columns }, null, 2)}\n`;
}

/** A mapping without its place in one export. */
export function columnsOnly({ unit, columns }: ColumnMapping | MappingFile): MappingFile {
  return { ...(unit === undefined ? {} : { unit }), columns };
}

/** The mapping in the text of a file, or null where it is none (another format, a later version, unknown fields). */
export function readMappingDocument(text: string): NamedMapping | null {
  const value = parsed(text);
  const isNamed = typeof value === 'object' && value !== null && 'format' in value;
  const named = isNamed ? namedFile.safeParse(value) : null;
  const mapping = mappingFile.safeParse(value);
  if (!mapping.success || named?.success === false) return null;
  return { name: named?.data.name ?? null, mapping: mapping.data };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    return null;
  }
}
