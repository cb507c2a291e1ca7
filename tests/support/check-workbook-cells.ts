import { tablesOf } from './check-workbook-tables.ts';
import type { Finding } from './check-workbook.ts';
import { deep, parseXml } from './open-package.ts';
import type { OpenedCell, OpenedSheet, OpenedWorkbook } from './opened-workbook.ts';

const leastContrast = 4.5;
const reference = String.raw`[A-Z]{1,3}\d+(?::[A-Z]{1,3}\d+)?`;
const sum = String.raw`SUM\(${reference}(?:,${reference})*\)`;
const condition = String.raw`([\p{L}_][\p{L}\p{N}_]*),"(?:[^"]|"")*"`;
/** The formulas that the program writes; there are no others. */
const formulas = [
  new RegExp(`^COUNTIFS\\(${condition}(?:,${condition})*\\)$`, 'u'),
  new RegExp(`^${sum}$`),
  new RegExp(`^IF\\((${sum})=0,"",${sum}/\\1\\)$`),
];

export function checkCells(book: OpenedWorkbook): readonly Finding[] {
  return [...book.sheets.flatMap((sheet, index) => checkSheet(book, sheet, index)), ...checkRuns(book)];
}

function checkSheet(book: OpenedWorkbook, sheet: OpenedSheet, index: number): readonly Finding[] {
  const { cells, xml, name } = sheet;
  const first = cells.find(({ address }) => address === 'A1');
  const findings: Finding[] =
    first === undefined || first.text.trim() === '' ? [{ rule: 'first-cell', where: name }] : [];
  for (const { attributes } of [...deep(xml, 'row'), ...deep(xml, 'col')])
    if (attributes['hidden'] === '1' || attributes['ht'] === '0' || attributes['width'] === '0')
      findings.push({ rule: 'hidden-cells', where: `${name} ${attributes['r'] ?? attributes['min']}` });
  for (const cell of cells)
    for (const rule of rulesBrokenBy(cell, book))
      findings.push({ rule, where: `${name}!${cell.address} ${cell.text}` });
  return [...findings, ...tablesOf(book, index).flatMap((area) => checkColumns(sheet, area.top, area.bottom))];
}

function rulesBrokenBy(cell: OpenedCell, { names }: OpenedWorkbook): readonly string[] {
  const { kind, text, formula, style } = cell;
  const rules: string[] = [];
  if (contrast(style.color ?? '000000', style.fill ?? 'FFFFFF') < leastContrast) rules.push('contrast');
  if (kind === 'error') rules.push('error');
  if (kind === 'truth') rules.push('truth');
  if (kind === 'text' && formula === null) rules.push(...rulesBrokenByText(cell));
  if (formula !== null) {
    const known = new Set(names.map(({ name }) => name));
    const uses = formula.replaceAll(/"(?:[^"]|"")*"/g, '').match(/(?<=[(,])[\p{L}_][\p{L}\p{N}_]*(?=,)/gu) ?? [];
    const unknown = formula.startsWith('COUNTIFS') && uses.some((name) => !known.has(name));
    if (unknown || !formulas.some((form) => form.test(formula))) rules.push('formula');
  }
  if (kind === 'number') rules.push(...rulesBrokenByNumber(Number(text), style.format));
  return rules;
}

function rulesBrokenByText({ text, style }: OpenedCell): readonly string[] {
  const rules: string[] = [];
  const beginning = text.replace(/^[\s\p{Cf}]+/u, '').normalize('NFKC');
  if (/^[=+\-@]/.test(beginning) && !style.quoted) rules.push('formula-like');
  if (/^\d+([.,]\d+)?\s?%$/.test(text)) rules.push('share-as-text');
  if (style.format !== '@') rules.push('text-format');
  return rules;
}

/** A share says that it is one; a date is a day of this or the last century. */
function rulesBrokenByNumber(value: number, format: string): readonly string[] {
  if (format.includes('%')) return value >= 0 && value <= 1 ? [] : ['share'];
  if (/d.*m.*y/i.test(format)) return Number.isInteger(value) && value > 60 && value < 100_000 ? [] : ['date'];
  return format === '#,##0' && !Number.isInteger(value) ? ['number-format'] : [];
}

/** A column of numbers, of shares or of dates holds none of them as text. */
function checkColumns({ name, cells }: OpenedSheet, top: number, bottom: number): readonly Finding[] {
  const columns = Map.groupBy(
    cells.filter(({ row, kind }) => row > top && row <= bottom && kind !== 'empty'),
    ({ column }) => column,
  );
  return [...columns.values()].flatMap((column) => {
    const isNumeric = column.some(({ kind }) => kind === 'number');
    const numbers = column.filter(({ kind, text }) => kind === 'text' && /^[-+]?\d[\d.,]*\s?%?$/.test(text));
    const dates = column.filter(
      ({ kind, text }) => kind === 'text' && /^(\d\d-\d\d-\d{4}|\d{4}-\d\d-\d\d)$/.test(text),
    );
    return [
      ...(isNumeric ? numbers.map((cell) => ({ rule: 'number-as-text', where: `${name}!${cell.address}` })) : []),
      ...dates.map((cell) => ({ rule: 'date-as-text', where: `${name}!${cell.address}` })),
    ];
  });
}

/** Runs of a text have colours of their own; they stand on white. */
function checkRuns({ parts }: OpenedWorkbook): readonly Finding[] {
  const colors = deep(parseXml(parts.get('xl/sharedStrings.xml') ?? '<sst/>'), 'color');
  return colors
    .map(({ attributes }) => attributes['rgb']?.slice(2) ?? '000000')
    .filter((color) => contrast(color, 'FFFFFF') < leastContrast)
    .map((color) => ({ rule: 'contrast', where: `run in ${color}` }));
}

/** The ratio of WCAG 2.2 of two colours, RRGGBB. */
export function contrast(one: string, other: string): number {
  const [light, dark] = [luminance(one), luminance(other)].toSorted((a, b) => b - a) as [number, number];
  return (light + 0.05) / (dark + 0.05);
}

function luminance(color: string): number {
  const [red = 0, green = 0, blue = 0] = [0, 2, 4].map((at) => {
    const part = Number.parseInt(color.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
