import { crc32, deflateRawSync, inflateRawSync } from 'node:zlib';

/** One part of an Office file. */
export interface PackagePart {
  readonly name: string;
  readonly content: Buffer;
}

const endSignature = 0x06054b50;
const centralSignature = 0x02014b50;
const localSignature = 0x04034b50;
/** 1 January 1980, the first day a zip can name: the same content gives the same bytes. */
const fixedDate = 0x0021;
/** Level 9 makes a report three per cent smaller and takes eight times as long. */
const compression = 6;

/** The parts of a zip that this program has just made itself; not a reader for files from outside. */
export function unpack(bytes: Uint8Array): readonly PackagePart[] {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = file.length - 22;
  if (end < 0 || file.readUInt32LE(end) !== endSignature) throw new RangeError('not a zip without a comment');
  const parts: PackagePart[] = [];
  let at = file.readUInt32LE(end + 16);
  for (let left = file.readUInt16LE(end + 10); left > 0; left -= 1) {
    const nameLength = file.readUInt16LE(at + 28);
    const name = file.toString('utf8', at + 46, at + 46 + nameLength);
    if (!name.endsWith('/')) parts.push({ name, content: contentOf(file, at) });
    at += 46 + nameLength + file.readUInt16LE(at + 30) + file.readUInt16LE(at + 32);
  }
  return parts;
}

function contentOf(file: Buffer, central: number): Buffer {
  const local = file.readUInt32LE(central + 42);
  const start = local + 30 + file.readUInt16LE(local + 26) + file.readUInt16LE(local + 28);
  const data = file.subarray(start, start + file.readUInt32LE(central + 20));
  return file.readUInt16LE(central + 10) === 0 ? data : inflateRawSync(data);
}

/** A zip of these parts, in this order, with no time in it. */
export function pack(parts: readonly PackagePart[]): Uint8Array {
  const locals: Buffer[] = [];
  const centrals: Buffer[] = [];
  let offset = 0;
  for (const { name, content } of parts) {
    const nameBytes = Buffer.from(name, 'utf8');
    const data = deflateRawSync(content, { level: compression });
    const shared = sharedHeader(content, data, nameBytes);
    const local = Buffer.concat([uint32(localSignature), shared, nameBytes, data]);
    centrals.push(Buffer.concat([uint32(centralSignature), uint16(20), shared, centralTail(offset), nameBytes]));
    locals.push(local);
    offset += local.length;
  }
  const directory = Buffer.concat(centrals);
  const end = [uint32(endSignature), uint32(0), uint16(parts.length), uint16(parts.length)];
  return Buffer.concat([...locals, directory, ...end, uint32(directory.length), uint32(offset), uint16(0)]);
}

/** Version, UTF-8 names, deflate, time and date, checksum, sizes, length of the name, no extra field. */
function sharedHeader(content: Buffer, data: Buffer, name: Buffer): Buffer {
  const versionAndFlags = [uint16(20), uint16(0x0800), uint16(8), uint16(0), uint16(fixedDate)];
  const sizes = [uint32(crc32(content)), uint32(data.length), uint32(content.length)];
  return Buffer.concat([...versionAndFlags, ...sizes, uint16(name.length), uint16(0)]);
}

/** No comment, first disk, no attributes, and where the part begins. */
function centralTail(offset: number): Buffer {
  return Buffer.concat([uint16(0), uint16(0), uint16(0), uint32(0), uint32(offset)]);
}

function uint16(value: number): Buffer {
  const bytes = Buffer.alloc(2);
  bytes.writeUInt16LE(value);
  return bytes;
}

function uint32(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
}
