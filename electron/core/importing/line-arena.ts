import type { FinalLine, LineStore } from '#shared/domain/importing/line-store.ts';

import type { CasePiece } from '../store/population-file.ts';

const pieceLength = 1024 * 1024;
/** A UTF-16 unit takes at most three bytes in UTF-8. */
const mostBytes = 3;

interface Piece {
  bytes: Buffer<ArrayBuffer>;
  /** Bytes written. */
  length: number;
  /** The number of its first line. */
  readonly first: number;
  /** Lines that nobody has asked for yet; without any the bytes are let go. */
  left: number;
}

/**
 * Lines as UTF-8 in pieces of about 1 MiB, which become the pieces of a population file: those whose lines are all
 * wanted in their order are handed over as they are, the others copied line by line and let go on the way.
 */
export class LineArena implements LineStore {
  readonly #pieces: Piece[] = [];
  /** Where each line starts: the number of its piece times 1 MiB and the place in it. */
  readonly #starts: number[] = [];

  add(line: string): void {
    const most = line.length < pieceLength ? line.length * mostBytes : Buffer.byteLength(line);
    let piece = this.#pieces.at(-1);
    if (piece === undefined || piece.length + most > piece.bytes.length) {
      piece = { ...newBytes(most), first: this.#starts.length, left: 0 };
      this.#pieces.push(piece);
    }
    this.#starts.push((this.#pieces.length - 1) * pieceLength + piece.length);
    piece.length += piece.bytes.write(line, piece.length, 'utf8');
    piece.left += 1;
  }

  read(index: number): string {
    const { piece, start, end } = this.#placeOf(index);
    const line = piece.bytes.toString('utf8', start, end);
    release(piece, 1);
    return line;
  }

  /** The bytes of a population file: every line of the arena once, by its number or in a line that was made of it. */
  *pieces(lines: Iterable<FinalLine>): Generator<CasePiece> {
    const output = new Output();
    let from = 0;
    let end = 0;
    for (const line of lines) {
      const follows = typeof line === 'number' && line === end && !this.#isFirst(line);
      if (!follows) yield* this.#handOver(output, from, end);
      if (typeof line === 'string') {
        yield* output.add(line);
        from = end = 0;
      } else {
        if (!follows) from = line;
        end = line + 1;
      }
    }
    yield* this.#handOver(output, from, end);
    yield* output.flush();
  }

  /** Lines that stand behind each other in one piece. */
  *#handOver(output: Output, from: number, end: number): Generator<CasePiece> {
    const count = end - from;
    if (count === 0) return;
    const { piece, start } = this.#placeOf(from);
    const last = this.#placeOf(end - 1);
    if (this.#isFirst(from) && last.end === piece.length) {
      yield* output.flush();
      yield { lines: piece.bytes.subarray(0, piece.length), count };
    } else yield* output.copy(piece.bytes.subarray(start, last.end), count);
    release(piece, count);
  }

  #isFirst(index: number): boolean {
    return this.#placeOf(index).piece.first === index;
  }

  #placeOf(index: number): { readonly piece: Piece; readonly start: number; readonly end: number } {
    const at = this.#starts[index] ?? Number.NaN;
    const piece = this.#pieces[Math.floor(at / pieceLength)];
    if (piece === undefined) throw new RangeError(`no line ${index}`);
    const next = this.#starts[index + 1];
    const isLast = next === undefined || Math.floor(next / pieceLength) !== Math.floor(at / pieceLength);
    return { piece, start: at % pieceLength, end: isLast ? piece.length : next % pieceLength };
  }
}

/** Copied and new lines, in pieces of their own. */
class Output {
  #bytes = Buffer.alloc(0);
  #length = 0;
  #count = 0;

  *add(line: string): Generator<CasePiece> {
    yield* this.#room(line.length < pieceLength ? line.length * mostBytes : Buffer.byteLength(line));
    this.#length += this.#bytes.write(line, this.#length, 'utf8');
    this.#count += 1;
  }

  *copy(lines: Uint8Array, count: number): Generator<CasePiece> {
    yield* this.#room(lines.length);
    this.#bytes.set(lines, this.#length);
    this.#length += lines.length;
    this.#count += count;
  }

  *flush(): Generator<CasePiece> {
    const piece = { lines: this.#bytes.subarray(0, this.#length), count: this.#count };
    this.#bytes = Buffer.alloc(0);
    this.#length = 0;
    this.#count = 0;
    if (piece.count > 0) yield piece;
  }

  *#room(most: number): Generator<CasePiece> {
    if (this.#length + most <= this.#bytes.length) return;
    yield* this.flush();
    this.#bytes = newBytes(most).bytes;
  }
}

function newBytes(most: number) {
  return { bytes: Buffer.allocUnsafeSlow(Math.max(pieceLength, most)), length: 0 };
}

function release(piece: Piece, count: number): void {
  piece.left -= count;
  if (piece.left === 0) piece.bytes = Buffer.alloc(0);
}
