import type { Workbook } from '#shared/domain/report/workbook.ts';

import { addCharts } from './charts/add-charts.ts';
import { pack, type PackagePart, unpack } from './zip-package.ts';

/** The font of the Normal style: column widths are counted in its digits. */
const normalFont = '<font><sz val="10"/><color theme="1"/><name val="Arial"/><family val="2"/></font>';
/** The order that Excel's schema wants the properties of a font in; exceljs writes the colour before the size. */
const fontOrder = ['b', 'i', 'strike', 'outline', 'shadow', 'u', 'vertAlign', 'sz', 'color', 'name', 'family'];

/**
 * What exceljs cannot say, written into its file: the workbook's charts; the normal font is Arial, so that widths and
 * heights are right everywhere; texts that could be read as a formula keep Excel's text mark (quotePrefix) when they are
 * edited or saved as CSV; the styles follow Excel's schema; a sheet for one page is centred on it; and nothing in the zip depends on the time.
 * `sheetNames` are the names of the sheets as they stand in the file, in the order of the workbook.
 */
export function finishPackage(bytes: Uint8Array, workbook: Workbook, sheetNames: readonly string[]): Uint8Array {
  const parts = unpack(bytes).map((part) => centred(finishStyles(part), workbook));
  return pack(typesFirst(addCharts(parts, workbook, sheetNames)));
}

/** Programs that look at the beginning of a file, a mail filter among them, know an Office file by its first part. */
function typesFirst(parts: readonly PackagePart[]): readonly PackagePart[] {
  const rank = ({ name }: PackagePart) => ['[Content_Types].xml', '_rels/.rels'].toReversed().indexOf(name);
  return parts.toSorted((a, b) => rank(b) - rank(a));
}

/** The row-by-row writer leaves out that a sheet for one page stands in the middle of it. */
function centred(part: PackagePart, { sheets }: Workbook): PackagePart {
  const number = /^xl\/worksheets\/sheet(\d+)\.xml$/.exec(part.name)?.[1];
  if (number === undefined || sheets[Number(number) - 1]?.onePage !== true) return part;
  const xml = part.content
    .toString('utf8')
    .replace('<pageMargins', '<printOptions horizontalCentered="1"/><pageMargins');
  return { ...part, content: Buffer.from(xml, 'utf8') };
}

function finishStyles(part: PackagePart): PackagePart {
  if (part.name !== 'xl/styles.xml') return part;
  const xml = part.content
    .toString('utf8')
    .replace(/<font>.*?<\/font>/g, inOrder)
    .replace(/(<fonts[^>]*>)<font>.*?<\/font>/, `$1${normalFont}`)
    .replace(
      /<xf ([^>]*?) applyProtection="1">(.*?)<protection locked="0"\/><\/xf>/g,
      '<xf $1 quotePrefix="1">$2</xf>',
    );
  return { ...part, content: Buffer.from(xml, 'utf8') };
}

function inOrder(font: string): string {
  const children = font.match(/<(?!\/?font>)[^>]*>/g) ?? [];
  const place = (child: string) => fontOrder.indexOf(/^<(\w+)/.exec(child)?.[1] ?? '');
  return `<font>${children.toSorted((a, b) => place(a) - place(b)).join('')}</font>`;
}
