import { element, value, type Xml } from './xml.ts';

/** The colours of the paper (cell-looks.ts), without the alpha that charts do not take. */
const ink = '1F2933';
const quiet = '55636D';
const accent = '0B5563';
const hairline = 'D5DBDF';
const paper = 'FFFFFF';

/** English Metric Units in a point, in which lines are measured. */
const emuPerPoint = 12_700;

/** How a piece of a bar is filled: tones and patterns that also differ in grey, with the colour of its count. */
export interface BarLook {
  readonly fill: Xml;
  /** The count's colour, 4.5 to 1 or better against the fill, or against the box that covers a pattern. */
  readonly ink: string;
  readonly boxed: boolean;
}

export const barLooks: readonly BarLook[] = [
  { fill: solid(accent), ink: paper, boxed: false },
  { fill: pattern('wdUpDiag', '1F6B79'), ink, boxed: true },
  { fill: solid('BCD7DB'), ink, boxed: false },
  { fill: pattern('pct20', quiet), ink, boxed: true },
  { fill: solid(paper), ink, boxed: false },
  { fill: pattern('narHorz', quiet), ink, boxed: true },
];

/** How a line and its marks look: no two alike, also without colour. */
export interface LineLook {
  readonly color: string;
  readonly dash: string;
  readonly symbol: string;
  readonly points: number;
}

export const lineLooks: readonly LineLook[] = [
  { color: accent, dash: 'solid', symbol: 'circle', points: 2.25 },
  { color: quiet, dash: 'dash', symbol: 'diamond', points: 1.5 },
  { color: ink, dash: 'sysDot', symbol: 'square', points: 1.5 },
  { color: '3F8592', dash: 'lgDashDot', symbol: 'triangle', points: 1.5 },
  { color: ink, dash: 'solid', symbol: 'x', points: 1 },
];

/** The look of the series with this number, counted from 0; after the last it begins again. */
export function lookOf<Look>(looks: readonly Look[], index: number): Look {
  const look = looks[index % looks.length];
  if (look === undefined) throw new RangeError('there are no looks');
  return look;
}

export const axisLine: Xml = shape(element('a:noFill'), line(quiet, 0.75));
export const gridLine: Xml = shape(line(hairline, 0.75));
export const pieceLine: Xml = line(ink, 0.5);
export const noLine: Xml = element('a:ln', {}, [element('a:noFill')]);
export const whiteBox: Xml = shape(solid(paper), noLine);

export function shape(...children: readonly Xml[]): Xml {
  return element('c:spPr', {}, children);
}

export function solid(color: string): Xml {
  return element('a:solidFill', {}, [value('a:srgbClr', color)]);
}

export function line(color: string, points: number, dash = 'solid'): Xml {
  const attributes = { w: Math.round(points * emuPerPoint), cap: 'flat' };
  return element('a:ln', attributes, [solid(color), value('a:prstDash', dash), element('a:round')]);
}

function pattern(name: string, color: string): Xml {
  const colors = [
    element('a:fgClr', {}, [value('a:srgbClr', color)]),
    element('a:bgClr', {}, [value('a:srgbClr', paper)]),
  ];
  return element('a:pattFill', { prst: name }, colors);
}

export type TextKind = 'title' | 'text' | 'label';

const points: Readonly<Record<TextKind, number>> = { title: 12, text: 9, label: 9 };

/** Arial in a size, in Danish. */
export function fontOf(tag: 'a:defRPr' | 'a:rPr', kind: TextKind, color: string = ink): Xml {
  const bold = kind === 'text' ? 0 : 1;
  const faces = ['a:latin', 'a:ea', 'a:cs'].map((face) => element(face, { typeface: 'Arial' }));
  const language = tag === 'a:rPr' ? { lang: 'da-DK' } : {};
  return element(tag, { ...language, sz: points[kind] * 100, b: bold }, [solid(color), ...faces]);
}

/** The looks of a text that Excel writes itself: names on an axis, counts, the legend. */
export function textLook(kind: TextKind, color?: string): Xml {
  const paragraph = element('a:p', {}, [
    element('a:pPr', {}, [fontOf('a:defRPr', kind, color)]),
    element('a:endParaRPr', { lang: 'da-DK' }),
  ]);
  return element('c:txPr', {}, [element('a:bodyPr'), element('a:lstStyle'), paragraph]);
}
