import { checkCells } from './check-workbook-cells.ts';
import { checkPaper } from './check-workbook-paper.ts';
import { checkTables, tablesOf } from './check-workbook-tables.ts';
import { childOf, textOf } from './open-package.ts';
import { areaOf, type OpenedWorkbook, openWorkbook } from './opened-workbook.ts';

/** One thing that a reader of the workbook would stumble over, and where. */
export interface Finding {
  readonly rule: string;
  readonly where: string;
}

export interface Expected {
  /** Who may read it: must stand on every printed page. */
  readonly classification: string;
}

/**
 * Everything that is not as an accessible, printable and honest workbook must be; nothing where all is well. The file is
 * read here from its XML, without the library that wrote it.
 */
export async function checkWorkbook(bytes: Uint8Array, expected: Expected): Promise<readonly Finding[]> {
  const book = await openWorkbook(bytes);
  return [
    ...checkWhole(book),
    ...checkNames(book),
    ...checkTables(book),
    ...checkCells(book),
    ...checkPaper(book, expected.classification),
  ];
}

function checkWhole({ core, sheets, parts }: OpenedWorkbook): readonly Finding[] {
  const findings: Finding[] = [];
  const find = (rule: string, where: string) => findings.push({ rule, where });
  if (textOf(childOf(core, 'dc:title')).trim() === '') find('title', 'docProps/core.xml');
  if (textOf(childOf(core, 'dc:language')) !== 'da-DK') find('language', 'docProps/core.xml');
  if (textOf(childOf(core, 'dc:creator')).trim() === '') find('creator', 'docProps/core.xml');
  const seen = new Set<string>();
  for (const { name, state } of sheets) {
    if (seen.has(name.toLowerCase())) find('sheet-name-unique', name);
    seen.add(name.toLowerCase());
    if (!/\p{L}{3}/u.test(name) || /^(ark|sheet)\s*\d+$/i.test(name) || name.length > 31)
      find('sheet-name-descriptive', name);
    if (state !== 'visible') find('hidden-sheet', name);
  }
  return [...findings, ...[...parts].filter(pointsOutside).map(([where]) => ({ rule: 'external', where }))];
}

/** Links, macros, rules and whatever else could make a file reach beyond itself. */
function pointsOutside([name, text]: readonly [name: string, text: string]): boolean {
  return (
    (name.endsWith('.rels') && text.includes('TargetMode="External"')) ||
    /externalLinks|vba|hyperlink|connections|embeddings|activeX|customXml/i.test(name) ||
    /<(hyperlink|dataValidation|oleObject|webPublishItem)[ >]|ddeLink/.test(text)
  );
}

/** Names point at cells of the workbook: a screen reader's, Excel's own, or a whole column of a table. */
function checkNames(book: OpenedWorkbook): readonly Finding[] {
  return book.names.flatMap(({ name, refersTo }) => {
    const where = `${name}: ${refersTo}`;
    // Excel's own names may repeat columns and rows on each page: two areas of one sheet.
    const [, quoted, plain, cells = ''] =
      /^(?:'((?:[^']|'')+)'|([\p{L}\p{N}_]+))!(.+)$/u.exec(refersTo.replace(/^.+\$[A-Z]+:\$[A-Z]+,/, '')) ?? [];
    const index = book.sheets.findIndex((each) => each.name === (quoted?.replaceAll("''", "'") ?? plain));
    if (index < 0 || !/^\$?[A-Z]*\$\d+(:\$?[A-Z]*\$\d+)?$/.test(cells)) return [{ rule: 'name-valid', where }];
    if (name.startsWith('_xlnm.') || name.startsWith('ColumnTitleRegion')) return [];
    const area = areaOf(cells);
    const isColumn = tablesOf(book, index).some(
      ({ top, bottom }) => area.left === area.right && area.top === top + 1 && area.bottom === bottom,
    );
    return isColumn ? [] : [{ rule: 'name-of-column', where }];
  });
}
