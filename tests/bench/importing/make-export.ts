import { zip } from '../../fixtures/zip.ts';
import { workbookParts } from '../../fixtures/workbooks.ts';

const headers =
  'Sagsnr.;CPR-nr.;Barnets navn;Sagsbehandler;Team;Sagstype;Paragraf;Status;Oprettet;Underretning modtaget;' +
  '24-timers vurdering;Kvittering sendt;Opmærksomhedsdato;BFU startet;BFU afsluttet;Børnesamtale;Afgørelsesdato;' +
  'Indsats start;Barnets plan;Opfølgning;Næste opfølgning;Anbringelse start;Tilsynsbesøg;Samtykke';
const names = headers.split(';');
const firstNames = 'Alma,Noah,Søren,Åse,Ida,Emil,Zeynep,Oskar,Liv,Malthe'.split(',');
const lastNames = 'Dahl,Toft,Ørsted,Holm,Nielsen,Østergård,Yilmaz,Kjær'.split(',');
const kinds = ['Anbringelse', 'Forebyggende indsats', 'Undersøgelse', 'Underretning'];

/** What a cell holds: a text, or a day number of a spreadsheet (with the time of day as its fraction). */
type Cell = string | number | null;

const two = (value: number): string => String(value).padStart(2, '0');
const pick = (list: readonly string[], at: number): string => list[at % list.length] ?? '';

/** Cases of 24 columns, most of them dates, one cell in seven empty; the same for the same row number. */
function cellsOf(row: number): Cell[] {
  const day = 45_000 + ((row * 7) % 700);
  const date = (index: number): Cell => ((row + index) % 7 === 0 ? null : day + ((row * 13 + index * 29) % 200));
  const cpr = `${two(1 + (row % 28))}${two(1 + (row % 12))}${two(8 + (row % 14))}-${4000 + (row % 1000)}`;
  const who = `${pick(firstNames, row)} ${pick(lastNames, row * 3)} ${row % 997}`;
  const words = [
    `Team ${pick(['Nord', 'Syd', 'Øst', 'Vest'], row)}`,
    pick(kinds, row),
    `§ ${30 + (row % 40)}`,
    'Aktiv',
  ];
  const received = day + (480 + ((row * 11) % 480)) / 1440;
  const case24 = [`2024-${String(row).padStart(6, '0')}`, cpr, who, `Sagsbehandler ${row % 120}`, ...words, day];
  return [...case24, received, received + 0.4, ...Array.from({ length: 13 }, (_none, index) => date(index))];
}

function danish(serial: number): string {
  const at = new Date(Math.round((serial - 25_569) * 1440) * 60_000);
  const date = `${two(at.getUTCDate())}-${two(at.getUTCMonth() + 1)}-${at.getUTCFullYear()}`;
  return Number.isInteger(serial) ? date : `${date} ${two(at.getUTCHours())}:${two(at.getUTCMinutes())}`;
}

/** The export as Danish Excel saves it: semicolons, Windows-1252, CRLF. */
export function makeCsv(rows: number): Buffer {
  const pieces = [Buffer.from(`${headers}\r\n`, 'latin1')];
  for (let row = 1; row <= rows; row += 1) {
    const line = cellsOf(row).map((cell) => (typeof cell === 'number' ? danish(cell) : (cell ?? '')));
    pieces.push(Buffer.from(`${line.join(';')}\r\n`, 'latin1'));
  }
  return Buffer.concat(pieces);
}

const letter = (index: number): string => String.fromCharCode(65 + index);
const contentTypes =
  '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">' +
  '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
  '<Default Extension="xml" ContentType="application/xml"/>' +
  '<Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/>' +
  '<Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/>' +
  '<Override PartName="/xl/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"/>' +
  '<Override PartName="/xl/sharedStrings.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml"/>' +
  '</Types>';

/** The same cases as a workbook with shared strings and real date cells. */
export function makeXlsx(rows: number): Buffer {
  const shared = new Map<string, number>();
  const written = (cell: Cell, index: number, row: number): string => {
    if (cell === null) return '';
    const at = `${letter(index)}${row}`;
    if (typeof cell === 'number') return `<c r="${at}" s="${Number.isInteger(cell) ? 1 : 2}"><v>${cell}</v></c>`;
    let number = shared.get(cell);
    if (number === undefined) shared.set(cell, (number = shared.size));
    return `<c r="${at}" t="s"><v>${number}</v></c>`;
  };
  const lineOf = (cells: readonly Cell[], row: number): string =>
    `<row r="${row}" spans="1:24">${cells.map((cell, index) => written(cell, index, row)).join('')}</row>`;
  const lines = [lineOf(names, 1)];
  for (let row = 1; row <= rows; row += 1) lines.push(lineOf(cellsOf(row), row + 1));
  const strings = [...shared.keys()].map((text) => `<si><t>${text}</t></si>`).join('');
  const formats = ['dd\\-mm\\-yyyy', 'dd\\-mm\\-yyyy\\ hh:mm'];
  const parts = workbookParts({ sheets: [{ name: 'Sager', rows: lines.join('') }], strings, formats });
  return zip([{ name: '[Content_Types].xml', content: contentTypes }, ...parts]);
}
