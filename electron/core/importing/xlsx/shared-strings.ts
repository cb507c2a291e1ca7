import { broken } from './archive.ts';
import { longestElement } from './markup.ts';
import { itemText } from './xml-text.ts';

/** The strings that cells refer to by number. */
export async function readSharedStrings(markup: AsyncIterable<string>): Promise<readonly string[]> {
  const strings: string[] = [];
  let rest = '';
  for await (const piece of markup) {
    rest = takeItems(rest + piece, strings);
    if (rest.length > longestElement) throw broken('A shared string has no end');
  }
  if (rest !== '') throw broken('The shared strings end inside a string');
  return strings;
}

/** Adds the whole `<si>` elements to `strings` and returns the one that is not whole. */
function takeItems(text: string, strings: string[]): string {
  let from = 0;
  for (;;) {
    const start = text.indexOf('<si', from);
    if (start < 0) return '';
    const tagEnd = text.indexOf('>', start);
    if (tagEnd < 0) return text.slice(start);
    const isEmpty = text.charAt(tagEnd - 1) === '/';
    const end = isEmpty ? tagEnd : text.indexOf('</si>', tagEnd);
    if (end < 0) return text.slice(start);
    strings.push(isEmpty ? '' : detached(itemText(text.slice(tagEnd + 1, end))));
    from = isEmpty ? end + 1 : end + 5;
  }
}

/** A copy of its own: a slice would keep the whole piece of XML alive for as long as the string. */
const detached = (text: string): string => ` ${text}`.slice(1);
