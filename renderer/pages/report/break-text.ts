/** A text in lines of at most so many characters, broken between words; what does not fit ends in "…". */
export function breakText(text: string, most: number, lines = 2): readonly string[] {
  const broken: string[] = [];
  for (const word of text.split(/\s+/u)) {
    const last = broken.at(-1);
    if (last !== undefined && `${last} ${word}`.length <= most) broken[broken.length - 1] = `${last} ${word}`;
    else broken.push(word);
  }
  const shown = broken.slice(0, lines);
  return shown.map((line, index) => {
    const isCut = line.length > most || (index === lines - 1 && broken.length > lines);
    return isCut ? `${line.slice(0, most - 1).trimEnd()}…` : line;
  });
}
