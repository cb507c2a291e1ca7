import { formatDanish } from '#shared/domain/calendar/format.ts';
import type { LocalDate, Moment } from '#shared/domain/calendar/local-date.ts';
import { type ExampleCase, generateMunicipality } from '#shared/domain/example/generate-municipality.ts';
import { exportColumns } from '#shared/domain/example/municipality.ts';

export const exampleFileName = 'eksempelkommune.csv';
const exampleSeed = 20_260_115;
const exampleCases = 2_000;

/**
 * The bundled example as a case system would export it: titles above the column names, semicolons, Danish dates,
 * a summary line below. It goes through the same import as any other file. Synthetic: no person exists.
 */
export function createExampleExport(asOf: LocalDate, cases = exampleCases): Uint8Array {
  const lines = generateMunicipality({ seed: exampleSeed, cases, asOf }).map(exportLine);
  const text = [
    'Sagsliste: Eksempelkommunen, Børn og Familie (opdigtede sager)',
    `Udskrevet ${formatDanish(asOf)}`,
    '',
    exportColumns.join(';'),
    ...lines,
    `I alt: ${cases} sager`,
    '',
  ].join('\r\n');
  return new TextEncoder().encode(`\uFEFF${text}`);
}

const isIso = /^\d{4}-\d{2}-\d{2}/;

function exportLine(row: ExampleCase): string {
  return exportColumns
    .map((column) => {
      const value = row[column] ?? '';
      return typeof value === 'string' ? written(value, column) : value.map((date) => written(date, column)).join(', ');
    })
    .join(';');
}

function written(value: string, column: string): string {
  return isIso.test(value) && column !== 'Sagsnummer' ? formatDanish(value as Moment).replace(' kl. ', ' ') : value;
}
