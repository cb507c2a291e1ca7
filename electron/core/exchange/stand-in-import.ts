import type { PackagePayload } from '#shared/domain/exchange/package.ts';

import { newId } from '../files/new-id.ts';
import type { Ports } from '../ports.ts';
import type { Tables } from '../store/tables.ts';

const noRows = { ranges: [], more: 0 };

/**
 * The row of an import whose cases lie in another workspace: a round needs one, and the tables do not give it. Gives its
 * id. Within a change.
 */
export function standInImport(
  tables: Tables,
  { random }: Pick<Ports, 'random'>,
  { madeAt, record, round }: PackagePayload,
): string {
  const importId = newId(random);
  tables.imports.add({
    here: false,
    mapping: record.file.mapping,
    problems: [],
    summary: {
      importId,
      fileName: '',
      importedAt: madeAt,
      sha256: record.file.sha256,
      frameFingerprint: record.populationFingerprint,
      rows: { total: 0, header: 0, blank: 0, accepted: 0, rejected: 0 },
      cases: 0,
      columns: [],
      unit: record.plan.unit,
      mappingName: null,
      problemCount: 0,
      problemKinds: [],
      lines: { header: noRows, blank: noRows },
      example: round.example,
      ms: 0,
    },
  });
  return importId;
}
