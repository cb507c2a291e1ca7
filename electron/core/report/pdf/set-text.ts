import { pdfWords } from '#shared/words/pdf-paper.ts';

import { fontAlphabets, fontName, type FontWeight } from './font-files.ts';
import type { Pdf } from './pdf-document.ts';

/**
 * A piece of a line in one font; the space at the end of a line does not count in its width. `actual`: what it stands
 * for, where the font lacks that sign.
 */
export interface Run {
  readonly text: string;
  readonly font: string;
  readonly width: number;
  readonly actual?: string;
}

export type Line = readonly Run[];

/** Breaks texts into lines that fit a width; sizes and widths in points. */
export interface Setter {
  lines(text: string, size: number, weight: FontWeight, width: number): readonly Line[];
}

/** Before a break: after white space and after a hyphen or slash inside a word. A no-break space holds. */
const breaks = /(?<=[ \t\u2009])(?=[^ \t\u2009])|(?<=[\p{L}\p{N}][-/–])(?=\p{L})/u;
const unprintable = /(?!\n)[\p{Cc}\p{Cf}\p{Variation_Selector}\p{Noncharacter_Code_Point}]/gu;
const lineEnds = /\r\n?|\u2028|\u2029/g;

/** What pdfkit knows of the font in use; its types leave it out. */
interface FontInUse {
  readonly _font: { readonly font: { hasGlyphForCodePoint(codePoint: number): boolean } };
}

export function createSetter(document: Pdf): Setter {
  const pieceOf = memoize((sign: string, weight: FontWeight) => findPiece(document, sign, weight));
  const measure = (run: Pick<Run, 'text' | 'font'>, size: number): number =>
    document.font(run.font).fontSize(size).widthOfString(run.text);
  const runsOf = (text: string, size: number, weight: FontWeight): Run[] => {
    const pieces: Omit<Run, 'width'>[] = [];
    for (const sign of text) {
      const piece = pieceOf(sign, weight);
      const last = pieces.at(-1);
      if (last !== undefined && last.font === piece.font && last.actual === undefined && piece.actual === undefined)
        pieces[pieces.length - 1] = { ...last, text: last.text + piece.text };
      else pieces.push(piece);
    }
    const end = pieces.length - 1;
    return pieces.map((piece, index) => ({
      ...piece,
      width: measure(index === end ? { ...piece, text: piece.text.replace(/ +$/, '') } : piece, size),
    }));
  };
  // A width grows with the size, so that a word is measured once and not at every scale that is tried.
  const widthAtOne = memoize((word: string, weight: FontWeight) => runsOf(word, 1, weight).reduce(toWidth, 0));
  const spaceAtOne = memoize((_: string, weight: FontWeight) => widthAtOne('i i', weight) - widthAtOne('ii', weight));
  return {
    lines: (text, size, weight, width) => {
      const ruler: Ruler = {
        bare: (word) => widthAtOne(word.trimEnd(), weight) * size,
        whole: (word) =>
          (widthAtOne(word.trimEnd(), weight) + spaceAtOne('', weight) * (word.length - word.trimEnd().length)) * size,
      };
      return clean(text)
        .split('\n')
        .flatMap((line) => fill(line, width, ruler))
        .map((line) => runsOf(line, size, weight));
    },
  };
}

/** How wide a part of a line is, without the spaces at its end and with them. */
interface Ruler {
  bare(part: string): number;
  whole(part: string): number;
}

function toWidth(sum: number, { width }: Run): number {
  return sum + width;
}

/** Decomposed letters are composed; what no font has or nobody sees is left out; line ends are the only control characters. */
function clean(text: string): string {
  return text.toWellFormed().normalize('NFC').replace(lineEnds, '\n').replaceAll('\t', ' ').replace(unprintable, '');
}

/** The lines of a text without line ends; a word that is longer than a line is broken where the line ends. */
function fill(text: string, width: number, ruler: Ruler): readonly string[] {
  const lines: string[] = [];
  let line = '';
  let used = 0;
  for (const word of text.split(breaks)) {
    if (line !== '' && used + ruler.bare(word) > width) {
      lines.push(line);
      line = '';
      used = 0;
    }
    line += word;
    used += ruler.whole(word);
    while (used > width && ruler.bare(line) > width && Array.from(line.trimEnd()).length > 1) {
      const head = headThatFits(line, width, ruler);
      lines.push(head);
      line = line.slice(head.length);
      used = ruler.whole(line);
    }
  }
  // The space at a break stays: without it a reader would hear two words as one.
  return [...lines.map((each) => each.replace(/ +$/, ' ')), line.trimEnd()];
}

/** As many signs as fit the line, at least one. */
function headThatFits(text: string, width: number, ruler: Ruler): string {
  const signs = Array.from(text);
  let fits = 1;
  let tooMany = signs.length;
  while (tooMany - fits > 1) {
    const middle = Math.floor((fits + tooMany) / 2);
    if (ruler.bare(signs.slice(0, middle).join('')) <= width) fits = middle;
    else tooMany = middle;
  }
  return signs.slice(0, fits).join('');
}

/** A sign in the first font that has it, else something that shows the same, else the stand-in. */
function findPiece(document: Pdf, sign: string, weight: FontWeight): Omit<Run, 'width'> {
  const direct = fontFor(document, sign, weight);
  if (direct !== undefined) return { text: sign, font: direct };
  const space = /^\p{Zs}$/u.test(sign);
  for (const like of [space ? '\u00A0' : sign.normalize('NFKC'), pdfWords.standIns[sign], pdfWords.standIn]) {
    const font = like === undefined || like === '' ? undefined : fontFor(document, like, weight);
    if (like !== undefined && font !== undefined) return { text: like, font, ...(space ? {} : { actual: sign }) };
  }
  return { text: pdfWords.standIn, font: fontName('latin', weight), actual: sign };
}

function fontFor(document: Pdf, text: string, weight: FontWeight): string | undefined {
  return fontAlphabets
    .map((alphabet) => fontName(alphabet, weight))
    .find((name) => {
      const { font } = (document.font(name) as unknown as FontInUse)._font;
      return Array.from(text).every((sign) => font.hasGlyphForCodePoint(sign.codePointAt(0) ?? 0));
    });
}

function memoize<V>(make: (sign: string, weight: FontWeight) => V): (sign: string, weight: FontWeight) => V {
  const known = new Map<string, V>();
  return (sign, weight) => {
    const key = `${weight}${sign}`;
    const value = known.get(key) ?? make(sign, weight);
    known.set(key, value);
    return value;
  };
}
