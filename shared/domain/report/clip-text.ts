/** The start of a text, whole words where it has any, with a mark where something is left out. */
export function clipText(text: string, most: number): string {
  const line = text.trim().replace(/\s+/gu, ' ');
  if (line.length <= most) return line;
  const cut = line.slice(0, most - 1);
  const end = cut.lastIndexOf(' ');
  return end > most / 2 ? `${cut.slice(0, end).replace(/[,;:]$/u, '')} …` : `${cut.trimEnd()}…`;
}
