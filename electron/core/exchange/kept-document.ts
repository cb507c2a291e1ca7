import type { CellContent } from '#shared/domain/exchange/cells.ts';
import type { Version } from '#shared/domain/exchange/version.ts';

/**
 * What is remembered of a cell. Its content lies in the tables; here is what they were given, so that an edit shows.
 * `whole`: the versions themselves, where the tables hold something else than the one version, and of reviews.
 */
export type KeptCell =
  | readonly [cell: string, given: string, whole: readonly Version<CellContent>[]]
  | readonly [
      cell: string,
      given: string,
      id: string,
      ancestors: readonly string[],
      by: string,
      at: string,
      reduced: 0 | 1,
    ];

/** A text by its place in the document's list. */
type Place = number;
type Row =
  | readonly [start: Place, end: string, whole: readonly Version<CellContent>[]]
  | readonly [start: Place, end: string, id: string, given: Place, by: Place, at: Place]
  | readonly [
      start: Place,
      end: string,
      id: string,
      given: Place,
      by: Place,
      at: Place,
      ancestors: readonly string[],
      reduced: 0 | 1,
    ];

/** What the answers of a reading have in common stands once: how their names begin, their author, what was said. */
export interface KeptDocument {
  readonly texts: readonly string[];
  readonly rows: readonly Row[];
}

export function keptDocument(cells: readonly KeptCell[]): KeptDocument {
  const places = new Map<string, Place>();
  const place = (text: string): Place => {
    const known = places.get(text) ?? places.size;
    if (known === places.size) places.set(text, known);
    return known;
  };
  let start = '/';
  let startPlace = 0;
  const rows = cells.map((kept): Row => {
    const [cell] = kept;
    const length = cell.lastIndexOf('/') + 1;
    if (length !== start.length || !cell.startsWith(start)) {
      start = cell.slice(0, length);
      startPlace = place(start);
    }
    const end = cell.slice(length);
    if (kept.length === 3) return [startPlace, end, kept[2]];
    const [, given, id, ancestors, by, at, reduced] = kept;
    const short = [startPlace, end, id, place(given), place(by), place(at)] as const;
    return ancestors.length === 0 && reduced === 0 ? short : [...short, ancestors, reduced];
  });
  return { texts: [...places.keys()], rows };
}

/** The cells of a document of this form, or of the form before it: the cells as they are. */
export function keptCells(document: KeptDocument | readonly KeptCell[]): readonly KeptCell[] {
  if (!('rows' in document)) return document;
  const { texts, rows } = document;
  const text = (place: Place): string => texts[place] ?? '';
  return rows.map((row): KeptCell => {
    const cell = text(row[0]) + row[1];
    if (row.length === 3) return [cell, '', row[2]];
    const [, , id, given, by, at, ancestors = [], reduced = 0] = row;
    return [cell, text(given), id, ancestors, text(by), text(at), reduced];
  });
}
