import type { Chart, Sheet, Workbook } from '#shared/domain/report/workbook.ts';

import type { PackagePart } from '../zip-package.ts';
import { chartPart } from './chart-part.ts';
import { drawingPart } from './drawing-part.ts';
import { contentTypesWith, relationsPart, relationsWith, sheetWith } from './package-edits.ts';
import { pageBreaks, rowBreaks, rowHeights } from './page-breaks.ts';
import type { WrittenSheets } from './series-data.ts';

/** The charts of one sheet: which sheet, which drawing of the file, and the number of its first chart in the file. */
interface SheetDrawing {
  readonly sheet: Sheet;
  readonly number: number;
  readonly drawing: number;
  readonly firstChart: number;
  readonly charts: readonly Chart[];
}

const contentTypesName = '[Content_Types].xml';

/**
 * The parts of a workbook's file with its charts in it. The sheets are `xl/worksheets/sheet1.xml` and on, in the order of
 * the workbook; `names` are the names they were written under. A chart without categories or series is left out: there is
 * nothing to draw.
 */
export function addCharts(
  parts: readonly PackagePart[],
  workbook: Workbook,
  names: readonly string[],
): readonly PackagePart[] {
  const drawings = drawingsOf(workbook);
  if (drawings.length === 0) return parts;
  const written: WrittenSheets = new Map(workbook.sheets.map(({ name }, index) => [name, names[index] ?? name]));
  const added = drawings.flatMap((drawing) => partsOfDrawing(drawing, written));
  const edited = new Map(drawings.flatMap((drawing) => editsFor(drawing, parts)));
  const contentTypes = textOf(parts, contentTypesName);
  edited.set(
    contentTypesName,
    contentTypesWith(
      contentTypes ?? '',
      added.map(([name]) => name),
    ),
  );
  const known = new Set(parts.map(({ name }) => name));
  const fresh = [...edited].filter(([name]) => !known.has(name));
  return [
    ...parts.map((part) => partOf(part.name, edited.get(part.name)) ?? part),
    ...[...fresh, ...added].flatMap(([name, text]) => partOf(name, text) ?? []),
  ];
}

function drawingsOf({ sheets }: Workbook): readonly SheetDrawing[] {
  const drawings: SheetDrawing[] = [];
  let firstChart = 1;
  sheets.forEach((sheet, index) => {
    const charts = (sheet.charts ?? []).filter(
      ({ categories, series }) => categories.values.length > 0 && series.length > 0,
    );
    if (charts.length === 0) return;
    drawings.push({ sheet, number: index + 1, drawing: drawings.length + 1, firstChart, charts });
    firstChart += charts.length;
  });
  return drawings;
}

type NamedText = readonly [name: string, text: string];

function partsOfDrawing({ drawing, firstChart, charts }: SheetDrawing, written: WrittenSheets): readonly NamedText[] {
  const targets = charts.map((_, index) => `../charts/chart${firstChart + index}.xml`);
  return [
    [`xl/drawings/drawing${drawing}.xml`, drawingPart(charts)],
    [`xl/drawings/_rels/drawing${drawing}.xml.rels`, relationsPart('chart', targets)],
    ...charts.map((chart, index): NamedText => [`xl/charts/chart${firstChart + index}.xml`, chartPart(chart, written)]),
  ];
}

/** The sheet that shows the drawing, and its relations, which it may have had none of. */
function editsFor(
  { sheet, number, drawing, charts }: SheetDrawing,
  parts: readonly PackagePart[],
): readonly NamedText[] {
  const name = `xl/worksheets/sheet${number}.xml`;
  const relationsName = `xl/worksheets/_rels/sheet${number}.xml.rels`;
  const xml = textOf(parts, name);
  if (xml === undefined) throw new RangeError(`the file has no ${name}`);
  const id = 'rIdDrawing';
  const target = `../drawings/drawing${drawing}.xml`;
  return [
    [name, sheetWith(xml, id, rowBreaks(pageBreaks(sheet, charts, rowHeights(xml))))],
    [relationsName, relationsWith(textOf(parts, relationsName), id, 'drawing', target)],
  ];
}

function textOf(parts: readonly PackagePart[], name: string): string | undefined {
  return parts.find((part) => part.name === name)?.content.toString('utf8');
}

function partOf(name: string, text: string | undefined): PackagePart | undefined {
  return text === undefined ? undefined : { name, content: Buffer.from(text, 'utf8') };
}
