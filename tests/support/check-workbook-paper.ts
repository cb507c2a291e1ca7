import { clipText } from '#shared/domain/report/clip-text.ts';

import type { Finding } from './check-workbook.ts';
import { childOf, deep, textOf, type Xml } from './open-package.ts';
import type { OpenedSheet, OpenedWorkbook } from './opened-workbook.ts';

const a4 = '9';

/**
 * Every sheet prints on A4, numbered, with who may read it: in full width, or with its first column on each page; every
 * picture has words.
 */
export function checkPaper({ sheets, names }: OpenedWorkbook, classification: string): readonly Finding[] {
  const repeating = names.filter(({ name, refersTo }) => name === '_xlnm.Print_Titles' && /\$A:\$A,/.test(refersTo));
  const repeatsColumn = (index: number) => repeating.some(({ sheet }) => sheet === index);
  return sheets.flatMap((sheet, index) =>
    [
      ...rulesOfPage(sheet, classification, repeatsColumn(index)),
      ...(sheet.drawing === null ? [] : rulesOfDrawing(sheet.drawing)),
    ].map((rule) => ({ rule, where: sheet.name })),
  );
}

function rulesOfPage({ xml, cells }: OpenedSheet, classification: string, repeatsColumn: boolean): readonly string[] {
  const rules: string[] = [];
  if (childOf(xml, 'pageSetup')?.attributes['paperSize'] !== a4) rules.push('a4');
  if (!fitsWidth(xml) && !repeatsColumn) rules.push('fit-to-width');
  const { header, footer } = printed(xml);
  if (!/\bSide &P af &N/.test(footer)) rules.push('page-numbers');
  const first = cells.find(({ address }) => address === 'A1')?.text;
  if (!header.includes(clipText(classification, 90).replaceAll('&', '&&')) && first !== classification)
    rules.push('classification');
  if (header.length > 255 || footer.length > 255) rules.push('header-length');
  return rules;
}

function fitsWidth(xml: Xml): boolean {
  const fits = deep(xml, 'pageSetUpPr')[0]?.attributes['fitToPage'] === '1';
  return fits && (childOf(xml, 'pageSetup')?.attributes['fitToWidth'] ?? '1') === '1';
}

function printed(xml: Xml): { readonly header: string; readonly footer: string } {
  const element = childOf(xml, 'headerFooter');
  return { header: textOf(childOf(element, 'oddHeader')), footer: textOf(childOf(element, 'oddFooter')) };
}

/** A frame, picture or shape without a description is nothing to a reader who cannot see it. */
function rulesOfDrawing(drawing: Xml): readonly string[] {
  return deep(drawing, 'xdr:cNvPr')
    .filter(({ attributes }) => (attributes['descr'] ?? '').trim().length < 10)
    .map(() => 'alternative-text');
}
