import { StringDecoder } from 'node:string_decoder';

import { broken } from './archive.ts';

/** Characters in one row, string, tag or comment; what grows past this is no workbook. */
export const longestElement = 2 * 1_048_576;
const rootTag = /<(?:([\p{L}_][\p{L}\p{N}_.-]*):)?[\p{L}_][\p{L}\p{N}_.-]*[\s/>]/u;

/**
 * A part's XML as pieces of text that end with a whole tag. Comments are gone, CDATA is escaped text, and the
 * namespace prefix of the root element is taken off, so that `<x:row>` reads `<row>`. Anything with a DOCTYPE is
 * refused, so there are no entities to expand. Throws `workbook-broken`.
 */
export async function* markupOf(chunks: AsyncIterable<Buffer>): AsyncGenerator<string> {
  let decoder: StringDecoder | null = null;
  let unprefix: ((text: string) => string) | null = null;
  let rest = '';
  for await (const chunk of chunks) {
    decoder ??= decoderFor(chunk);
    const [whole, left] = split(rest, decoder.write(chunk));
    rest = left;
    if (rest.length > longestElement) throw broken('A tag has no end');
    unprefix ??= prefixRemover(whole);
    if (whole !== '') yield unprefix === null ? whole : unprefix(whole);
  }
  if (rest.trim() !== '') throw broken('The XML ends inside a tag');
}

/** A part that is read as a whole. */
export async function wholeMarkup(chunks: AsyncIterable<Buffer>): Promise<string> {
  const pieces: string[] = [];
  for await (const piece of markupOf(chunks)) pieces.push(piece);
  return pieces.join('');
}

function decoderFor(start: Buffer): StringDecoder {
  if (start[0] === 0xfe && start[1] === 0xff) throw broken('UTF-16 in big-endian order is not supported');
  return new StringDecoder(start[0] === 0xff && start[1] === 0xfe ? 'utf16le' : 'utf8');
}

/** What can be handed on (up to the last tag's end), and what has to wait for more. */
function split(rest: string, text: string): [whole: string, left: string] {
  const lastEnd = text.lastIndexOf('>');
  if (lastEnd < 0) return ['', rest + text];
  const whole = rest + text.slice(0, lastEnd + 1);
  const left = text.slice(lastEnd + 1);
  if (!whole.includes('<!')) return [whole, left];
  const [clean, open] = withoutDeclarations(whole);
  return [clean, open + left];
}

/** Takes out comments and turns CDATA into escaped text. `open` is a comment or CDATA section without its end. */
function withoutDeclarations(text: string): [clean: string, open: string] {
  const parts: string[] = [];
  let from = 0;
  for (let at = text.indexOf('<!'); at >= 0; at = text.indexOf('<!', from)) {
    const isComment = text.startsWith('<!--', at);
    if (!isComment && !text.startsWith('<![CDATA[', at)) throw broken('The XML has a document type or is damaged');
    parts.push(text.slice(from, at));
    const start = at + (isComment ? 4 : 9);
    const end = text.indexOf(isComment ? '-->' : ']]>', start);
    if (end < 0) return [parts.join(''), text.slice(at)];
    if (!isComment) parts.push(escapeText(text.slice(start, end)));
    from = end + 3;
  }
  return [parts.join('') + text.slice(from), ''];
}

function prefixRemover(text: string): ((text: string) => string) | null {
  const root = rootTag.exec(text);
  if (root === null) return null;
  const prefix = root[1];
  if (prefix === undefined) return (unchanged) => unchanged;
  const tags = new RegExp(`<(/?)${prefix.replaceAll('.', String.raw`\.`)}:`, 'gu');
  return (prefixed) => prefixed.replace(tags, '<$1');
}

const escapeText = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
