import { createInflateRaw } from 'node:zlib';

import { SaxesParser } from 'saxes';
import yauzl from 'yauzl';

/** The least that any reader must do to an .xlsx file: unzip its first sheet and find its tags. Returns how many. */
export async function floorXlsx(bytes: Uint8Array): Promise<number> {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const zip = await yauzl.fromBufferPromise(buffer);
  for await (const entry of zip.eachEntry()) {
    if (entry.fileName !== 'xl/worksheets/sheet1.xml') continue;
    const { fileDataStart } = await zip.readLocalFileHeaderPromise(entry, { minimal: true });
    const inflater = createInflateRaw({ chunkSize: 65_536 });
    inflater.end(buffer.subarray(fileDataStart, fileDataStart + entry.compressedSize));
    return countTags(inflater);
  }
  throw new Error('There is no first sheet');
}

async function countTags(chunks: AsyncIterable<Buffer>): Promise<number> {
  let tags = 0;
  const parser = new SaxesParser();
  parser.on('opentag', () => tags++);
  const decoder = new TextDecoder();
  for await (const chunk of chunks) parser.write(decoder.decode(chunk, { stream: true }));
  parser.close();
  return tags;
}

/** A text file decoded (Windows-1252) and split into lines. Returns how many. */
export function floorText(bytes: Uint8Array): number {
  return linesOf(bytes, () => 1);
}

/** The least that any reader must do to a text file: the same, and every line split into its cells. */
export function floorCells(bytes: Uint8Array): number {
  return linesOf(bytes, (line) => line.split(';').length);
}

function linesOf(bytes: Uint8Array, count: (line: string) => number): number {
  const decoder = new TextDecoder('windows-1252');
  let sum = 0;
  let rest = '';
  for (let start = 0; start < bytes.length; start += 65_536) {
    const lines = (rest + decoder.decode(bytes.subarray(start, start + 65_536), { stream: true })).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) sum += count(line);
  }
  return sum;
}
