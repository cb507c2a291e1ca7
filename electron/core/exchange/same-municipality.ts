/** True for two spellings of one municipality: letter case, blanks and the word "Kommune" are no difference. */
export function isSameMunicipality(one: string, other: string): boolean {
  return folded(one) === folded(other);
}

function folded(name: string): string {
  const spaced = name.normalize('NFC').trim().replace(/\s+/gu, ' ').toLocaleLowerCase('da');
  return spaced.replace(/ kommune$/u, '');
}
