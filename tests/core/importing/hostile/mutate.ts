import { workbookParts, type WorkbookXml } from '../../../fixtures/workbooks.ts';
import { zip } from '../../../fixtures/zip.ts';
import { seededDice } from '../../../support/seeded-dice.ts';

const texts = ['Sagsnr.', 'CPR-nr.', 'Team', 'Oprettet', 'BFU startet', '2024-1', '010203-4567', 'Team Øst', 'Åse "A"'];
const dates = '<c s="1"><v>45000</v></c><c s="1"><v>45060.5</v></c>';
const numbered = (count: number): string =>
  Array.from({ length: count }, (_none, at) => `<c t="s"><v>${at}</v></c>`).join('');
const goodWorkbook: WorkbookXml = {
  sheets: [
    {
      name: 'Sager',
      rows: `<row r="1">${numbered(5)}</row><row r="2">${numbered(9).slice(numbered(5).length)}${dates}</row>`,
    },
  ],
  strings: texts.map((text) => `<si><t>${text}</t></si>`).join(''),
  formats: ['dd\\-mm\\-yyyy'],
};
const goodText = 'Sagsnr.;CPR-nr.;Team;Oprettet\r\n1;010203-4567;"Øst; ""A""";01-02-2024\r\n2;;Syd;3/4-24\r\n';
const goodFiles: readonly Buffer[] = [
  zip(workbookParts(goodWorkbook)),
  Buffer.from(`\uFEFF${goodText}`, 'utf8'),
  Buffer.from(goodText, 'latin1'),
  Buffer.from(`\uFEFF${goodText.replaceAll(';', '\t')}`, 'utf16le'),
];

/** A good file with up to six changes: in its bytes, or in a part of the workbook that is then packed properly. */
export function mutant(seed: number): Buffer {
  const number = seededDice(seed);
  const changes = 1 + number(6);
  if (seed % 2 === 0) return changed(goodFiles[number(goodFiles.length)] ?? Buffer.alloc(0), changes, number);
  const parts = workbookParts(goodWorkbook);
  const at = number(parts.length);
  return zip(
    parts.map((part, index) =>
      index === at ? { ...part, content: changed(Buffer.from(part.content), changes, number) } : part,
    ),
  );
}

function changed(bytes: Buffer, changes: number, number: (below: number) => number): Buffer {
  let result = Buffer.from(bytes);
  for (let change = 0; change < changes && result.length > 0; change += 1) {
    const at = number(result.length);
    const end = Math.min(result.length, at + 1 + number(40));
    const [before, part, after] = [result.subarray(0, at), result.subarray(at, end), result.subarray(end)];
    const replacements = [
      Buffer.from([number(256)]),
      Buffer.alloc(0),
      Buffer.concat([part, part]),
      Buffer.from(part).reverse(),
      Buffer.alloc(part.length, [0, 255, 60, 34][number(4)]),
      Buffer.from(['<', '"', '\n', '</row>', '<c r="XFD1">', '&#x10ffff;', '999999999999', ';'][number(8)] ?? ''),
    ];
    result = Buffer.concat([before, replacements[number(replacements.length)] ?? part, after]);
  }
  return result;
}
