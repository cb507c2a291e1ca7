import { tagsOf } from './xml-text.ts';

/** What a number means in a cell of a style: a plain number, a calendar date (perhaps with a time), a time of day. */
export type NumberKind = 'number' | 'date' | 'time';

const between = (id: number, first: number, last: number): boolean => id >= first && id <= last;

/**
 * What each cell style makes of a number, by its position in the workbook's `<cellXfs>`. A format is a date's when it
 * has a d, m or y outside quotes and brackets, a time's when it only has h and s (and m beside them). Elapsed time,
 * `[h]:mm`, stays a number: 26 hours is no date.
 */
export function readNumberKinds(stylesXml: string): readonly NumberKind[] {
  const formats = new Map<number, string>();
  for (const format of tagsOf(section(stylesXml, 'numFmts'), 'numFmt')) {
    formats.set(Number(format.get('numFmtId')), format.get('formatCode') ?? '');
  }
  return [...tagsOf(section(stylesXml, 'cellXfs'), 'xf')].map((style) => {
    const id = Number(style.get('numFmtId') ?? 0);
    const code = formats.get(id);
    return code === undefined ? builtInKind(id) : kindOfFormat(code);
  });
}

/** The formats that workbooks use by number alone; 27-36 and 50-58 are dates in East Asian versions. */
function builtInKind(id: number): NumberKind {
  if (between(id, 18, 21) || id === 45 || id === 47) return 'time';
  return between(id, 14, 17) || id === 22 || between(id, 27, 36) || between(id, 50, 58) ? 'date' : 'number';
}

export function kindOfFormat(code: string): NumberKind {
  const [shown = ''] = code.replaceAll(/"[^"]*"|\\.|_.|\*./g, '').split(';');
  if (/\[(?:h+|m+|s+)\]/i.test(shown)) return 'number';
  const letters = shown.replaceAll(/\[[^\]]*\]|general|standard|am\/pm|a\/p/gi, '').toLowerCase();
  if (/[dy]/.test(letters)) return 'date';
  if (/[hs]/.test(letters)) return 'time';
  return letters.includes('m') ? 'date' : 'number';
}

function section(xml: string, name: string): string {
  const start = xml.indexOf(`<${name}`);
  const end = xml.indexOf(`</${name}>`, start);
  return start < 0 || end < 0 ? '' : xml.slice(start, end);
}
