/**
 * Advance widths of Arial in thousandths of the font size; Liberation Sans, which stands in for it where Arial is not
 * installed, has the same. Source: the fonts' published metrics (Helvetica AFM; Arial differs in signs only).
 */
const groups: readonly (readonly [number, string])[] = [
  [191, "'"],
  [222, 'ijl'],
  [260, '|'],
  [278, ' !,./:;I[\\]ft\u00A0'],
  [333, '()-`r·'],
  [350, '•'],
  [355, '"'],
  [389, '*'],
  [400, '°'],
  [469, '^'],
  [500, 'Jcksvxyz'],
  [556, '0123456789#$?L_abdeghnopqu§–»«áàâäãåéèêëóòôöúùûüñ'],
  [584, '+<=>~±×÷'],
  [604, '●○'],
  [611, 'FTZøß'],
  [667, '&ABEKPSVXYÅÄÁÀÉÈ'],
  [722, 'CDHNRUwÜÚ'],
  [778, 'GOQØÖÓ'],
  [833, 'Mm'],
  [889, '%æ'],
  [944, 'W'],
  [1000, '—…Æ'],
  [1015, '@'],
];

/** Letters not listed are taken as wide as a capital: a row may become a little too high, never too low. */
const unknown = 722;
/** By code unit: a figure is looked up for every letter of a report. */
const widths: readonly number[] = (() => {
  const table = Array.from({ length: 0x2600 }, () => unknown);
  for (const [width, letters] of groups) for (const letter of letters) table[letter.charCodeAt(0)] = width;
  return table;
})();
/** Bold letters are 3 to 10 per cent wider. */
const boldFactor = 1.08;

/** The width of a text in points. */
export function textWidth(text: string, size: number, bold: boolean): number {
  let sum = 0;
  for (let at = 0; at < text.length; at += 1) sum += widths[text.charCodeAt(at)] ?? unknown;
  return (sum / 1000) * size * (bold ? boldFactor : 1);
}
