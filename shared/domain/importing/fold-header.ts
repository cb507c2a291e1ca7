/**
 * A header without what spellings differ in: lower case, `æ ø å` as `ae oe aa`, no accents, `§` as a word, everything
 * that is no letter or digit as one blank. `24-timers Vurdering.` becomes `24 timers vurdering`.
 */
export function foldHeader(text: string): string {
  return text
    .normalize('NFC')
    .toLowerCase()
    .replaceAll('æ', 'ae')
    .replaceAll('ø', 'oe')
    .replaceAll('å', 'aa')
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replaceAll('§', ' paragraf ')
    .replace(/[^\p{L}\d]+/gu, ' ')
    .trim();
}
