import type { PersonDataHit } from '#shared/domain/report/person-data.ts';
import type { Workbook } from '#shared/domain/report/workbook.ts';

/** The places as they stand in the workbook: the search knows no capitals, the reader does. */
export function asWritten({ sheets }: Workbook, hits: readonly PersonDataHit[]): readonly PersonDataHit[] {
  return hits.map((hit) => {
    const row = sheets.find(({ name }) => name === hit.sheet)?.rows[hit.row - 1];
    const texts = row?.cells.map(({ value }) => (typeof value === 'string' ? value : '')) ?? [];
    const written = texts.map((text) => partLike(text, hit.found)).find((part) => part !== '');
    return written === undefined ? hit : { ...hit, found: written };
  });
}

function partLike(text: string, found: string): string {
  const at = text.toLocaleLowerCase('da').indexOf(found.toLocaleLowerCase('da'));
  return at === -1 ? '' : text.slice(at, at + found.length);
}
