import { createInflateRaw } from 'node:zlib';

import iconv from 'iconv-lite';
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

/** The least that any reader must do to a text file: decode it (Windows-1252) and find its lines. Returns how many. */
export function floorText(bytes: Uint8Array): number {
  const decoder = iconv.getDecoder('windows-1252');
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let lines = 0;
  for (let start = 0; start < buffer.length; start += 65_536) {
    lines += decoder.write(buffer.subarray(start, start + 65_536)).split('\n').length - 1;
  }
  return lines;
}
