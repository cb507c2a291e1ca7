export const rows = '<row r="1"><c r="A1"><v>1</v></c></row>';
/** A whole workbook of one cell, before any of its parts is made hostile. */
export const small = { sheets: [{ rows }] };
export const megabyte = 1_048_576;
export const sheetPart = 'xl/worksheets/sheet1.xml';

/** The text again and again, at least as long as `size`. */
export const filled = (text: string, size: number): string => text.repeat(Math.ceil(size / text.length));
