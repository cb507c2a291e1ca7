import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const programs = ['pdfinfo', 'pdftotext', 'pdffonts', 'pdftoppm'];

/** Why a PDF cannot be looked into here, or null where it can. */
export function popplerMissing(): string | null {
  for (const program of programs) {
    try {
      execFileSync('which', [program], { stdio: 'ignore' });
    } catch {
      return `${program} is not installed`;
    }
  }
  return null;
}

export interface ReadPdf {
  /** The lines of pdfinfo by their names. */
  readonly info: Readonly<Record<string, string>>;
  /** The tree of elements as pdfinfo prints it, with the texts. */
  readonly structure: string;
  /** All text in the order of the content, white space as single spaces. */
  readonly text: string;
  readonly fonts: readonly { readonly name: string; readonly embedded: boolean; readonly unicode: boolean }[];
  readonly metadata: string;
}

/** What other programs find in a PDF. */
export function readPdf(bytes: Uint8Array): ReadPdf {
  const folder = mkdtempSync(join(tmpdir(), 'tilsyn-pdf-'));
  try {
    const file = join(folder, 'report.pdf');
    writeFileSync(file, bytes);
    const run = (program: string, ...args: string[]): string =>
      execFileSync(program, args, { cwd: folder, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 });
    return {
      info: Object.fromEntries(
        run('pdfinfo', file)
          .split('\n')
          .flatMap((line) => (/^([^:]+):\s*(.*)$/.exec(line) ? [[RegExp.$1, RegExp.$2]] : [])),
      ) as Record<string, string>,
      structure: run('pdfinfo', '-struct-text', file),
      text: oneLine(run('pdftotext', '-raw', file, '-')),
      fonts: run('pdffonts', file)
        .split('\n')
        .slice(2)
        .filter(Boolean)
        .map((line) => {
          const [embedded, , unicode] = line
            .slice(line.search(/ (yes|no) +(yes|no) +(yes|no) /))
            .trim()
            .split(/ +/);
          return { name: line.split(' ')[0]!, embedded: embedded === 'yes', unicode: unicode === 'yes' };
        }),
      metadata: run('pdfinfo', '-meta', file),
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** White space and signs that nobody sees differ between programs. */
export function oneLine(text: string): string {
  return text.replace(/[\s\u00A0\f]+/g, ' ').trim();
}

/** Ink of a page printed in grey: true where a pixel is darker than half; row by row. */
export function inkOf(bytes: Uint8Array, page: number): { readonly width: number; readonly dark: readonly number[] } {
  const folder = mkdtempSync(join(tmpdir(), 'tilsyn-pdf-'));
  try {
    writeFileSync(join(folder, 'report.pdf'), bytes);
    const number = String(page);
    const image = execFileSync('pdftoppm', ['-gray', '-r', '50', '-f', number, '-l', number, 'report.pdf'], {
      cwd: folder,
      maxBuffer: 64 * 1024 * 1024,
    });
    const header = /^P5\s+(\d+)\s+(\d+)\s+255\s/.exec(image.toString('latin1', 0, 40));
    const [start = '', width = '0', height = '0'] = header ?? [];
    const pixels = image.subarray(start.length);
    const dark = Array.from(
      { length: Number(height) },
      (_, row) => pixels.subarray(row * Number(width), (row + 1) * Number(width)).filter((each) => each < 128).length,
    );
    return { width: Number(width), dark };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
