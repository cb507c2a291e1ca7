import { setImmediate } from 'node:timers/promises';

import iconv from 'iconv-lite';

import { AppError } from '#shared/contract/errors.ts';
import type { RawRow } from '#shared/domain/importing/raw-row.ts';

import { findDelimiter } from './text/find-delimiter.ts';
import { type Encoding, findEncoding } from './text/find-encoding.ts';
import { RecordReader } from './text/record-reader.ts';

const pieceSize = 65_536;
const maxRows = 510_000;

export interface ReadCall {
  readonly signal: AbortSignal;
  report(done: number, total: number): void;
}

export interface TextFormat {
  readonly encoding: Encoding;
  readonly delimiter: string;
}

/** How a text file is encoded and separated, from its bytes alone. */
export function inspectText(bytes: Buffer): TextFormat {
  const encoding = findEncoding(bytes);
  const start = iconv.decode(bytes.subarray(0, pieceSize), encoding).replaceAll(/\r\n?/g, '\n');
  return { encoding, delimiter: findDelimiter(start) };
}

/**
 * The rows of a text file in batches. Every cell is text as it stands, '' is null, a blank line has no cells.
 * Lines end in LF, CRLF or CR, inside quotes too (where all become LF). Throws `file-too-large` above 510,000 rows.
 */
export async function* readText(
  bytes: Buffer,
  { encoding, delimiter }: TextFormat,
  call: ReadCall,
): AsyncGenerator<readonly RawRow[]> {
  const decoder = decoderOf(encoding);
  const reader = new RecordReader(delimiter);
  let count = 0;
  for (let done = 0; done < bytes.length;) {
    call.signal.throwIfAborted();
    const piece = decoder.write(bytes.subarray(done, done + pieceSize));
    done = Math.min(done + pieceSize, bytes.length);
    const last = done === bytes.length;
    const rows = reader.read(last ? piece + (decoder.end() ?? '') : piece, last);
    count += rows.length;
    if (count > maxRows) throw new AppError('file-too-large', 'The file has too many rows', { rows: maxRows });
    if (rows.length > 0) yield rows;
    call.report(done, bytes.length);
    await setImmediate();
  }
}

interface Decoder {
  write(bytes: Buffer): string;
  end(): string | undefined;
}

/** The places where Windows-1252 is not Latin-1. */
const betweenControls = /[\u0080-\u009F]/;

/** Latin-1 is read without a table and takes half the memory: nearly all text in Windows-1252 is that. */
function decoderOf(encoding: Encoding): Decoder {
  if (encoding !== 'windows-1252') return iconv.getDecoder(encoding);
  return {
    write(bytes) {
      const text = bytes.toString('latin1');
      return betweenControls.test(text) ? iconv.decode(bytes, encoding) : text;
    },
    end: () => '',
  };
}
