import type { Finding } from './check-workbook.ts';
import { childOf, deep } from './open-package.ts';
import { type Area, areaOf, type OpenedSheet, type OpenedWorkbook } from './opened-workbook.ts';

/** A row with so many filled cells, together with its neighbours, is a table and not running text. */
const tableColumns = 3;
const tableRows = 3;

/** One table to a sheet, with a row of names that is real: named, filled, bold, each name once, nothing merged in it. */
export function checkTables(book: OpenedWorkbook): readonly Finding[] {
  const findings = book.sheets.flatMap((sheet, index) => checkSheet(book, sheet, index));
  const hasData = book.sheets.some(({ name }) => name === 'Data');
  const hasDictionary = book.sheets.some(({ name }) => /^(Dataordbog|Ordbog|Datafelter)/.test(name));
  return hasData && !hasDictionary ? [...findings, { rule: 'dictionary', where: 'Data' }] : findings;
}

/** The tables of a sheet, first cell of the header to last cell, as the names for screen readers tell them. */
export function tablesOf({ names }: OpenedWorkbook, index: number): readonly Area[] {
  return names.flatMap(({ name }) => {
    const [, first, last, number] = /^ColumnTitleRegion\d+\.([A-Z]+\d+)\.([A-Z]+\d+)\.(\d+)$/.exec(name) ?? [];
    return first !== undefined && last !== undefined && Number(number) === index + 1
      ? [areaOf(`${first}:${last}`)]
      : [];
  });
}

function checkSheet(book: OpenedWorkbook, sheet: OpenedSheet, index: number): readonly Finding[] {
  const regions = tablesOf(book, index);
  const [region] = regions;
  const where = sheet.name;
  if (regions.length > 1) return [{ rule: 'one-table', where }];
  if (region === undefined) return looksLikeTable(sheet, null) ? [{ rule: 'header-row', where }] : [];
  const findings: Finding[] = looksLikeTable(sheet, region) ? [{ rule: 'one-table', where }] : [];
  if (!isHeader(sheet, region)) findings.push({ rule: 'header-row', where });
  for (const { top, bottom } of sheet.merged)
    if (bottom >= region.top && top <= region.bottom)
      findings.push({ rule: 'merged-in-table', where: `${where} ${top}` });
  return isWholeSheet(sheet) ? [...findings, ...checkReading(book.names, sheet, index, region)] : findings;
}

/** A sheet that must be one page needs neither to keep its header in sight nor to print it twice. */
function isWholeSheet({ xml }: OpenedSheet): boolean {
  return childOf(xml, 'pageSetup')?.attributes['fitToHeight'] !== '1';
}

/** The header stays in sight, or comes too far down for that; and it is printed on each page. */
function checkReading(
  names: OpenedWorkbook['names'],
  { name, xml }: OpenedSheet,
  index: number,
  { top }: Area,
): readonly Finding[] {
  const findings: Finding[] = [];
  const pane = deep(xml, 'pane')[0]?.attributes;
  const isFrozen = pane?.['state'] === 'frozen' && Number(pane['ySplit']) === top;
  if (!isFrozen && top <= 12) findings.push({ rule: 'frozen', where: name });
  const titles = names.find((each) => each.name === '_xlnm.Print_Titles' && each.sheet === index);
  if (titles?.refersTo.endsWith(`!$${top}:$${top}`) !== true) findings.push({ rule: 'print-titles', where: name });
  const filter = deep(xml, 'autoFilter')[0]?.attributes['ref'];
  if (filter !== undefined && areaOf(filter).top !== top) findings.push({ rule: 'filter', where: name });
  return findings;
}

function isHeader({ cells }: OpenedSheet, { top, left, right }: Area): boolean {
  const header = cells.filter(({ row, column }) => row === top && column >= left && column <= right);
  const texts = new Set(header.map(({ text }) => text.trim().toLowerCase()));
  return (
    header.length === right - left + 1 &&
    header.every(({ kind, text, style }) => kind === 'text' && text.trim() !== '' && style.bold) &&
    texts.size === header.length
  );
}

/** Rows of many filled cells under each other, outside the table that is named. */
function looksLikeTable({ cells }: OpenedSheet, region: Area | null): boolean {
  const filled = new Map<number, number>();
  for (const { row, kind } of cells) if (kind !== 'empty') filled.set(row, (filled.get(row) ?? 0) + 1);
  const rows = [...filled].filter(
    ([row, count]) => count >= tableColumns && (region === null || row < region.top || row > region.bottom),
  );
  const numbers = new Set(rows.map(([row]) => row));
  return [...numbers].some((row) => Array.from({ length: tableRows }).every((_, step) => numbers.has(row + step)));
}
