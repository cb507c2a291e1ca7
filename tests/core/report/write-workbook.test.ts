import { describe, expect, it } from 'vitest';

import { writeWorkbook } from '#core/report/write-workbook.ts';
import type { LocalDate } from '#shared/domain/calendar/local-date.ts';
import { buildReport } from '#shared/domain/report/build-report.ts';
import type { CellValue, Workbook } from '#shared/domain/report/workbook.ts';

import { reportSource } from '../../unit/report/report-fixture.ts';
import { openpyxlMissing, partsOf, readBack } from './read-back.ts';

const missing = openpyxlMissing();
if (missing !== null) console.warn(`reading back is skipped: ${missing}`);

const oneSheet = (values: readonly CellValue[], name = 'Ark'): Workbook => ({
  title: 'Prøve',
  subject: 'Prøve',
  classification: 'Fortroligt & internt',
  footer: '3. kvartal',
  created: '2026-01-20T09:30:00.000Z',
  sheets: [
    {
      name,
      widths: [40],
      orientation: 'landscape',
      filter: true,
      rows: [
        { cells: [{ value: 'Overskrift', style: 'title' }] },
        { cells: [{ value: 'Kolonne', style: 'header' }], isHeader: true },
        ...values.map((value) => ({ cells: [{ value, style: 'cell-wrap' as const }] })),
      ],
    },
  ],
});

const named = (name: string) => ({ name, sheet: 'Ark', column: 1, firstRow: 3, lastRow: 4 });

/** What a person could type into a note to have a spreadsheet run it. */
const hostile = [
  '=1+1',
  '=HYPERLINK("http://x.example","klik")',
  '+4511111111',
  '-1+2',
  '@SUM(A1)',
  '\t=1+1',
  '\n=1+1',
  ' =1+1',
  '＝1+1',
  "=cmd|'/c calc'!A0",
  '"=1',
  "'=1+1",
  '<script>&amp;</script>',
];

describe('writeWorkbook', () => {
  it('gives the same bytes for the same workbook', async () => {
    const { workbook } = buildReport('political', reportSource());
    const [first, second] = [await writeWorkbook(workbook), await writeWorkbook(workbook)];
    expect(Buffer.from(first).equals(Buffer.from(second))).toBe(true);
  });

  it('holds no link, no macro and no formula but the three that the program has', async () => {
    const source = reportSource({ note: '=HYPERLINK("http://x.example")', targeted: 2, closed: 3 });
    for (const kind of ['administrative', 'political', 'casework'] as const) {
      const parts = partsOf(await writeWorkbook(buildReport(kind, source).workbook));
      for (const [name, text] of Object.entries(parts)) {
        const formulas = [...text.matchAll(/<f>(.*?)<\/f>/g)].map(([, formula]) => formula);
        expect(formulas.filter((formula) => !/^(COUNTIFS|SUM|IF)\(/.test(formula!))).toEqual([]);
        expect(text, name).not.toMatch(/<f [^>]/);
        expect(text, name).not.toContain('HYPERLINK(&quot;http://x.example&quot;)</f>');
        expect(text, name).not.toContain('TargetMode="External"');
        expect(name).not.toMatch(/vba|externalLink|hyperlink/i);
      }
    }
  });

  it('marks texts that begin like a formula as text, and only those', async () => {
    const styles = async (text: string) => partsOf(await writeWorkbook(oneSheet([text])))['xl/styles.xml']!;
    for (const text of hostile.slice(0, 10)) expect(await styles(text), text).toContain('quotePrefix="1"');
    expect(await styles('plain text = no formula')).not.toContain('quotePrefix');
    expect(await styles('=1')).not.toContain('<protection');
  });

  it('gives rows room for all of a wrapped text', async () => {
    const text = 'Samtalen med barnet er nævnt i journalen, men barnets egne ord mangler. '.repeat(5);
    const xml = partsOf(await writeWorkbook(oneSheet(['kort', text])))['xl/worksheets/sheet1.xml']!;
    const heights = [...xml.matchAll(/<row r="(\d+)" ht="([\d.]+)"/g)].map(([, , height]) => Number(height));
    // 360 letters of about 5 points in a column of 40 * 5.25 points: eight lines of 12.5 points or more.
    expect(heights[2]).toBeLessThan(20);
    expect(heights[3]).toBeGreaterThan(8 * 12.5);
  });

  it('gives the ranges and the header row their names, and formulas use these', async () => {
    const formula = { kind: 'count-where', where: [{ range: 'Svar_1', equals: 'Ja "nej" *' }] } as const;
    const workbook = {
      ...oneSheet(['Ja', { formula, result: 1 }], "Mette's team"),
      names: [{ ...named('Svar_1'), sheet: "Mette's team" }],
    };
    const parts = partsOf(await writeWorkbook(workbook));
    expect(parts['xl/worksheets/sheet1.xml']).toContain(
      '<f>COUNTIFS(Svar_1,&quot;Ja &quot;&quot;nej&quot;&quot; ~*&quot;)</f><v>1</v>',
    );
    expect(parts['xl/workbook.xml']).toContain(
      '<definedName name="Svar_1">&apos;Mette’s team&apos;!$A$3:$A$4</definedName>',
    );
    expect(parts['xl/workbook.xml']).toContain('<definedName name="ColumnTitleRegion1.A2.A2.1">');
  });

  it('refuses a workbook that contradicts itself', async () => {
    const formula = { kind: 'count-where', where: [{ range: 'Svar_2', equals: 'Ja' }] } as const;
    const unknown = { ...oneSheet([{ formula, result: 1 }]), names: [named('Svar_1')] };
    await expect(writeWorkbook(unknown)).rejects.toThrow('names no range Svar_2');
    for (const name of ['A1', 'R1C1', '1_svar', 'svar 1', 'SVAR!A1', ''])
      await expect(writeWorkbook({ ...oneSheet([]), names: [named(name)] }), name).rejects.toThrow(RangeError);
    await expect(writeWorkbook({ ...oneSheet([]), names: [named('Svar'), named('Svar')] })).rejects.toThrow(RangeError);
    await expect(writeWorkbook({ ...oneSheet([]), names: [{ ...named('Svar'), sheet: 'Andet' }] })).rejects.toThrow();
    await expect(writeWorkbook(oneSheet([Number.NaN]))).rejects.toThrow('not a figure');
  });

  it('tells how far it is, and stops soon after a cancel', async () => {
    const rows = Array.from({ length: 5000 }, (_, index) => `Række ${index}`);
    const shares: number[] = [];
    const report = (share: number) => shares.push(share);
    await writeWorkbook(oneSheet(rows), { signal: new AbortController().signal, report });
    expect(shares.at(0)).toBe(0);
    expect(shares.at(-1)).toBe(1);
    expect(shares).toEqual(shares.toSorted((a, b) => a - b));
    expect(shares.length).toBeGreaterThan(40);

    const controller = new AbortController();
    const seen: number[] = [];
    setTimeout(() => controller.abort(), 5);
    const call = { signal: controller.signal, report: (share: number) => seen.push(share) };
    await expect(writeWorkbook(oneSheet(rows), call)).rejects.toMatchObject({ code: 'cancelled' });
    expect(seen.length).toBeLessThan(shares.length);
  });

  it('writes days before Excel can count them right as text', async () => {
    const early = { date: '1900-02-28' as LocalDate };
    const xml = partsOf(await writeWorkbook(oneSheet([early, { date: '1900-03-01' as LocalDate }])));
    expect(xml['xl/sharedStrings.xml']).toContain('28-02-1900');
    expect(xml['xl/worksheets/sheet1.xml']).toContain('<v>61</v>');
  });

  it.skipIf(missing !== null)('keeps every text as it is, never as a formula (openpyxl)', async () => {
    const read = readBack(
      await writeWorkbook(oneSheet([...hostile, 'æøå ÆØÅ é 👧', 'a\u0000b\r\nc', 'x'.repeat(40_000)])),
    );
    const [sheet] = read.sheets;
    const column = sheet!.rows.slice(2).map(([value]) => value);
    expect(column.slice(0, hostile.length)).toEqual(hostile);
    expect(column.slice(hostile.length)).toEqual(['æøå ÆØÅ é 👧', 'ab\nc', 'x'.repeat(32_767)]);
    expect(new Set(sheet!.types.flat())).toEqual(new Set(['s']));
    expect(sheet!.quoted.slice(2).map(([quoted]) => quoted)).toEqual([
      ...hostile.map((_, index) => index < 10),
      false,
      false,
      false,
    ]);
  });

  it.skipIf(missing !== null)('stores numbers, shares and dates as such, in Danish forms (openpyxl)', async () => {
    const values: CellValue[] = [1234, { share: 0.45 }, { date: '2026-02-28' as LocalDate }, true, null, 2.5];
    const [sheet] = readBack(await writeWorkbook(oneSheet(values))).sheets;
    expect(sheet!.rows.slice(2).map(([value]) => value)).toEqual([1234, 0.45, '2026-02-28T00:00:00', 'ja', null, 2.5]);
    const formats = sheet!.formats.slice(2).map(([format]) => format);
    expect(formats.slice(0, 3)).toEqual(['#,##0', '0\\ %', 'dd\\-mm\\-yyyy']);
  });

  it.skipIf(missing !== null)(
    'sets up the paper: A4, header row, filter, who may read it, page numbers (openpyxl)',
    async () => {
      const read = readBack(await writeWorkbook(oneSheet(['a', 'b'])));
      expect(read).toMatchObject({ title: 'Prøve', language: 'da-DK', creator: 'Ledelsestilsyn' });
      expect(read.sheets[0]).toMatchObject({
        freeze: 'A3',
        filter: 'A2:A4',
        titles: '$2:$2',
        paper: 9,
        orientation: 'landscape',
        fit: [1, 0],
      });
      expect(read.sheets[0]!.header!.replaceAll('&&', '&')).toContain('Fortroligt & internt');
      expect(read.sheets[0]!.footer[1]).toContain('Side &P af &N');
    },
  );

  it.skipIf(missing !== null)('holds the figures of the administrative report (openpyxl)', async () => {
    const { workbook, figures } = buildReport('administrative', reportSource({ targeted: 3 }));
    const read = readBack(await writeWorkbook(workbook));
    expect(read.sheets.map(({ name }) => name)).toEqual(workbook.sheets.map(({ name }) => name));
    const overview = read.sheets.find(({ name }) => name === 'Overblik')!;
    const header = overview.rows.findIndex((row) => row[0] === 'Afsnit');
    const random = figures.items.filter(({ part }) => part === 'random');
    overview.shown.slice(header + 1).forEach((row, index) => {
      const { n, yes, partly, no, na, cannotTell, unanswered, rate, interval } = random[index]!;
      expect(row.slice(4, 12)).toEqual([n, yes, partly, no, na, cannotTell, unanswered, rate]);
      expect(row.slice(12)).toEqual(expect.arrayContaining([interval!.low, interval!.high]));
    });
    expect(overview.rows).toHaveLength(header + 1 + random.length);
    const inTable = overview.merged.filter((range) => Number(/\d+/.exec(range)![0]) > header);
    expect(inTable).toEqual([]);
  });
});
