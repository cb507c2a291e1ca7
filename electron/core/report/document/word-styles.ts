import type * as WordLibrary from 'docx';
import type { IPropertiesOptions } from 'docx';

import { pdfWords } from '#shared/words/pdf-paper.ts';

import { cellLooks } from '../cell-looks.ts';

export type Docx = typeof WordLibrary;
type Styles = NonNullable<IPropertiesOptions['styles']>;
type Numbering = NonNullable<IPropertiesOptions['numbering']>;

/** Word counts sizes in half points, distances in twentieths of a point. */
const halves = 2;
const twentieths = 20;

/** The names of the styles and lists of the document. */
export const wordNames = {
  note: 'Note',
  status: 'Status',
  tableText: 'TableText',
  tableHead: 'TableHead',
  bullets: 'bullets',
  numbers: 'numbers',
} as const;

/** Excel's colours begin with their opacity. */
export function wordColor(argb: string): string {
  return argb.slice(2);
}

/**
 * Word's own Title, Heading 1 and Heading 2, so that an agenda system recognises them, and four small styles beside
 * them. Sizes and colours are those of the workbook; the font is that of Office's theme.
 */
export function wordStyles(): Styles {
  const ink = wordColor(cellLooks.text.color);
  const quiet = wordColor(cellLooks.muted.color);
  const accent = wordColor(cellLooks.heading.color);
  const small = { spacing: { before: 60, after: 60 } };
  const heading = (size: number, before: number, color: string) => ({
    run: { size: size * halves, bold: true, color },
    paragraph: { keepNext: true, keepLines: true, spacing: { before: before * twentieths, after: 4 * twentieths } },
  });
  const beside = { basedOn: 'Normal', quickFormat: true };
  return {
    default: {
      document: {
        run: { font: { theme: 'body' }, size: 11 * halves, color: ink, language: { value: pdfWords.language } },
        paragraph: { spacing: { after: 6 * twentieths, line: 276 } },
      },
      title: heading(20, 0, ink),
      heading1: heading(14, 16, accent),
      heading2: heading(12, 10, ink),
    },
    paragraphStyles: [
      { id: wordNames.note, name: 'Note', ...beside, run: { size: 9 * halves, color: quiet } },
      {
        id: wordNames.status,
        name: 'Status',
        ...beside,
        run: { bold: true },
        paragraph: { shading: { type: 'clear', fill: wordColor(cellLooks['status-attention'].fill ?? '') } },
      },
      { id: wordNames.tableText, name: 'Table Text', ...beside, run: { size: 10 * halves }, paragraph: small },
      {
        id: wordNames.tableHead,
        name: 'Table Head',
        ...beside,
        run: { size: 10 * halves, bold: true },
        paragraph: { ...small, keepNext: true },
      },
    ],
  };
}

export function wordNumbering({ LevelFormat, AlignmentType }: Docx): Numbering {
  const level = (format: 'bullet' | 'decimal', text: string) => ({
    level: 0,
    format: format === 'bullet' ? LevelFormat.BULLET : LevelFormat.DECIMAL,
    text,
    alignment: AlignmentType.LEFT,
    style: { paragraph: { indent: { left: 360, hanging: 360 } } },
  });
  return {
    config: [
      { reference: wordNames.bullets, levels: [level('bullet', '•')] },
      { reference: wordNames.numbers, levels: [level('decimal', '%1.')] },
    ],
  };
}
