import { AppError } from '#shared/contract/errors.ts';

const compoundFile = Buffer.from('d0cf11e0a1b11ae1', 'hex');
const encryptedPackage = Buffer.from('EncryptedPackage', 'utf16le');
const zipSignatures = ['PK\u0003\u0004', 'PK\u0005\u0006', 'PK\u0007\u0008'];
const utf32Marks = ['fffe0000', '0000feff'];
/** Bytes that no text file holds in number: control characters other than tab, line breaks, form feed and escape. */
const isControl = (byte: number): boolean => byte < 9 || (byte > 13 && byte < 32 && byte !== 26 && byte !== 27);
const isSpace = (byte: number): boolean => byte === 0 || byte === 32 || (byte >= 9 && byte <= 13);

export type Utf16 = 'utf-16le' | 'utf-16be';

/**
 * What kind of file these bytes are, by their content; the name only helps to choose the message.
 * Throws `file-empty`, `file-is-pdf`, `file-is-old-excel` (also HTML and XML that Excel opens: saving as .xlsx
 * helps), `file-is-encrypted` or `file-not-an-export`.
 */
export function sniffFile(name: string, bytes: Buffer): 'xlsx' | 'text' {
  if (withoutMark(bytes).every(isSpace)) throw new AppError('file-empty', 'The file holds nothing but white space');
  const start = bytes.toString('latin1', 0, 4);
  if (zipSignatures.includes(start)) return 'xlsx';
  if (bytes.subarray(0, compoundFile.length).equals(compoundFile)) throw compoundFileError(bytes);
  if (bytes.subarray(0, 1024).includes('%PDF-')) throw new AppError('file-is-pdf', 'The file is a PDF');
  if (start.startsWith('{\\rt')) throw notAnExport('The file is an RTF document');
  refuseMarkup(name, bytes);
  refuseBinary(bytes);
  return 'text';
}

/** UTF-16 without a byte order mark, told by where its NUL bytes lie: Danish text has one in every other place. */
export function utf16WithoutMark(bytes: Buffer): Utf16 | null {
  const sample = bytes.subarray(0, 65_536);
  let even = 0;
  let odd = 0;
  for (let index = 0; index < sample.length; index++) {
    if (sample[index] !== 0) continue;
    if (index % 2 === 0) even++;
    else odd++;
  }
  const half = sample.length / 2;
  if (odd > half * 0.6 && even < half * 0.05) return 'utf-16le';
  if (even > half * 0.6 && odd < half * 0.05) return 'utf-16be';
  return null;
}

/** UTF-16 by its byte order mark. */
export function utf16Mark(bytes: Buffer): Utf16 | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  return null;
}

function withoutMark(bytes: Buffer): Buffer {
  if (utf16Mark(bytes) !== null) return bytes.subarray(2);
  return bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? bytes.subarray(3) : bytes;
}

function compoundFileError(bytes: Buffer): AppError {
  return bytes.includes(encryptedPackage)
    ? new AppError('file-is-encrypted', 'The workbook is protected by a password')
    : new AppError('file-is-old-excel', 'The file is in the Excel 97-2003 format');
}

function refuseMarkup(name: string, bytes: Buffer): void {
  const start = bytes.toString('latin1', 0, 16_384).replaceAll('\0', '').toLowerCase();
  if (!/^(?:\u00ef\u00bb\u00bf|\u00ff\u00fe|\u00fe\u00ff)?\s*<[!?a-z]/.test(start)) return;
  const opensInExcel = name.toLowerCase().endsWith('.xls') || /<table|<workbook|excel\.sheet/.test(start);
  if (opensInExcel) throw new AppError('file-is-old-excel', 'The file is HTML or XML saved as a spreadsheet');
  throw notAnExport('The file is HTML or XML');
}

function refuseBinary(bytes: Buffer): void {
  if (utf32Marks.includes(bytes.toString('hex', 0, 4))) throw notAnExport('The file is UTF-32');
  if (utf16Mark(bytes) !== null) return;
  const sample = bytes.subarray(0, 65_536);
  if (sample.includes(0)) {
    if (utf16WithoutMark(bytes) === null) throw notAnExport('The file holds NUL bytes');
    return;
  }
  const controls = sample.reduce((count, byte) => count + (isControl(byte) ? 1 : 0), 0);
  if (controls > sample.length / 100) throw notAnExport('The file is binary');
}

const notAnExport = (message: string): AppError => new AppError('file-not-an-export', message);
