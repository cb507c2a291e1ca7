import { pack, type PackagePart, unpack } from './zip-package.ts';

/** The font of the Normal style: column widths are counted in its digits. */
const normalFont = '<font><sz val="10"/><color theme="1"/><name val="Arial"/><family val="2"/></font>';

/**
 * What exceljs cannot say, written into its file: the normal font is Arial, so that widths and heights are right
 * everywhere; texts that could be read as a formula keep Excel's text mark (quotePrefix) when they are edited or saved
 * as CSV; and nothing in the zip depends on the time.
 */
export function finishPackage(bytes: Uint8Array): Uint8Array {
  return pack(unpack(bytes).map(finishPart));
}

function finishPart(part: PackagePart): PackagePart {
  if (part.name !== 'xl/styles.xml') return part;
  const xml = part.content
    .toString('utf8')
    .replace(/(<fonts[^>]*>)<font>.*?<\/font>/, `$1${normalFont}`)
    .replace(
      /<xf ([^>]*?) applyProtection="1">(.*?)<protection locked="0"\/><\/xf>/g,
      '<xf $1 quotePrefix="1">$2</xf>',
    );
  return { ...part, content: Buffer.from(xml, 'utf8') };
}
