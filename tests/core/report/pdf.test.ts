import { describe, expect, it } from 'vitest';

import { cellText, listItem } from '#core/report/paper-cell.ts';
import { writePdf } from '#core/report/pdf/write-pdf.ts';
import { buildReport } from '#shared/domain/report/build-report.ts';
import type { ReportSource } from '#shared/domain/report/source.ts';
import type { Sheet, SheetRow, Workbook } from '#shared/domain/report/workbook.ts';

import { reportSource } from '../../unit/report/report-fixture.ts';
import { inkOf, oneLine, popplerMissing, readPdf } from './pdf-tools.ts';
import { fc } from '../../support/fast-check.ts';

const missing = popplerMissing();
if (missing !== null) console.warn(`looking into PDF files is skipped: ${missing}`);
const call = { signal: new AbortController().signal, report: () => undefined };

/** Every text a reader should find, in the order of the sheets; dots are drawn. */
function textsOf({ sheets }: Workbook): string[] {
  return sheets.flatMap(({ rows }) =>
    rows.flatMap(({ cells }) =>
      cells
        .filter(({ style }) => style !== 'dots')
        .map(({ value }) => cellText(value))
        .map((text) => oneLine(listItem(text)?.text ?? text))
        .filter(Boolean),
    ),
  );
}

/** Finds the texts one after the other; says which is not there. */
function missingFrom(text: string, wanted: readonly string[]): string[] {
  let at = 0;
  return wanted.filter((each) => {
    const found = text.indexOf(each, at);
    if (found >= 0) at = found + each.length;
    return found < 0;
  });
}

function bookOf(rows: readonly SheetRow[], sheet: Partial<Sheet> = {}): Workbook {
  return {
    title: 'Prøve',
    subject: 'Emne',
    classification: 'Intern',
    footer: 'Fod',
    created: '2026-01-20T09:30:00.000Z',
    sheets: [{ name: 'Ark', widths: [40, 40], orientation: 'portrait', rows, ...sheet }],
  };
}

const textRow = (value: string): SheetRow => ({ cells: [{ value, style: 'text', span: 2 }] });

/** The longest words that the committee's page takes, and eight areas. */
function longest(): ReportSource {
  const text = (length: number) => 'Barnets holdning er nævnt. '.repeat(40).slice(0, length).trim();
  const lines = Array.from({ length: 5 }, () => text(300));
  const source = reportSource({ closed: 12, targeted: 3 });
  const { areas } = source.template;
  const eight = Array.from({ length: 8 }, (_, index) => {
    const area = areas[index % areas.length]!;
    return { ...area, id: index < areas.length ? area.id : `${area.id}-${index}`, short: `${area.short} ${index + 1}` };
  });
  const words = { conclusion: text(600), works: lines, improve: lines, recommendation: text(600) };
  return { ...source, template: { ...source.template, areas: eight }, words };
}

describe('a PDF of the committee report', () => {
  it('has the same bytes when it is written again', async () => {
    const { workbook } = buildReport('political', reportSource({ targeted: 3 }));
    expect(Buffer.compare(await writePdf(workbook, call), await writePdf(workbook, call))).toBe(0);
  });

  it('stops when it is told to', async () => {
    const stop = new AbortController();
    stop.abort();
    const { workbook } = buildReport('political', reportSource());
    await expect(writePdf(workbook, { ...call, signal: stop.signal })).rejects.toMatchObject({ code: 'cancelled' });
  });

  it('says how far it is', async () => {
    const shares: number[] = [];
    const { workbook } = buildReport('political', reportSource());
    await writePdf(workbook, { ...call, report: (share) => shares.push(share) });
    expect(shares).toEqual([0.5, 1]);
  });
});

describe.skipIf(missing !== null)('a PDF of the committee report, read by other programs', () => {
  it.each(['political', 'year'] as const)('is two tagged A4 pages that hold every text and count: %s', async (kind) => {
    const { workbook } = buildReport(kind, reportSource({ targeted: 3 }));
    const bytes = await writePdf(workbook, call);
    const { info, text, fonts, metadata } = readPdf(bytes);
    expect(info).toMatchObject({
      Title: workbook.title,
      Subject: workbook.subject,
      Author: 'Ledelsestilsyn',
      Tagged: 'yes',
      'PDF version': '1.7',
      Pages: '2',
      'Page size': expect.stringContaining('A4'),
      CreationDate: expect.stringContaining('2026'),
    });
    expect(metadata).toContain('<pdfuaid:part>1</pdfuaid:part>');
    expect(Buffer.from(bytes).toString('latin1')).toMatch(/\/Lang \(da-DK\)[\s\S]*\/DisplayDocTitle true/);
    expect(fonts.map(({ name }) => name.replace(/^[A-Z]+\+/, '')).toSorted()).toEqual([
      'SourceSans3-Regular',
      'SourceSans3-SemiBold',
    ]);
    expect(fonts.every(({ embedded, unicode }) => embedded && unicode)).toBe(true);
    expect(missingFrom(text, textsOf(workbook))).toEqual([]);
    expect(text).toContain('Side 1 af 2');
    expect(text).toContain('Side 2 af 2');
  });

  it('has a tree of headings, lists and tables with named columns and rows', async () => {
    const { structure } = readPdf(await writePdf(buildReport('political', reportSource()).workbook, call));
    const tree = structure.replace(/\s+/g, ' ');
    expect(tree).toMatch(/^Document /);
    expect(tree).toContain('H1 (block) "Ledelsestilsyn med børnesager"');
    expect(tree).toContain('H2 (block) "Resultat"');
    expect(tree).toContain('TH: /Scope /Column "Opfyldt"');
    expect(tree).toContain('TH: /Scope /Row "Barnets plan"');
    expect(tree).toMatch(/L \(block\) LI \(block\) Lbl \(block\) "•" LBody \(block\) "Er /);
    expect(tree).toMatch(/LI \(block\) Lbl \(block\) "1\." LBody/);
    expect(tree).not.toMatch(/Side 1|Bilag til dagsorden.*Bilag til dagsorden/);
    expect(structure.match(/^ +TR/gm)?.length).toBeGreaterThan(7);
  });

  it('stays one page and its method page with eight areas and the longest words, none of them cut', async () => {
    const { workbook } = buildReport('political', longest());
    const bytes = await writePdf(workbook, call);
    const { info, text } = readPdf(bytes);
    expect(info['Pages']).toBe('2');
    expect(missingFrom(text, textsOf(workbook))).toEqual([]);
    const { dark } = inkOf(bytes, 1);
    expect(dark.slice(0, 15).concat(dark.slice(-12))).toEqual(Array.from({ length: 27 }, () => 0));
  });

  it('goes on upon the next page where a page cannot hold it, with the names of the columns again', async () => {
    const rows: SheetRow[] = Array.from({ length: 120 }, (_, index) => ({
      cells: [
        { value: `Række ${index}`, style: 'cell-wrap' },
        { value: index, style: 'cell-number' },
      ],
    }));
    const header: SheetRow = {
      isHeader: true,
      cells: [
        { value: 'Navn', style: 'header' },
        { value: 'Antal', style: 'header-number' },
      ],
    };
    const { info, text, structure } = readPdf(await writePdf(bookOf([header, ...rows]), call));
    expect(Number(info['Pages'])).toBeGreaterThan(1);
    expect(
      missingFrom(
        text,
        rows.map((_, index) => `Række ${index} ${index}`),
      ),
    ).toEqual([]);
    expect(text.match(/Navn Antal/g)?.length).toBe(Number(info['Pages']));
    expect(structure.match(/"Navn"/g)).toHaveLength(1);
  });

  it('breaks a text that is higher than a page, and a word that is wider than a line', async () => {
    const words = Array.from({ length: 3_000 }, (_, index) => `ord${index}`).join(' ');
    const word = 'Æ'.repeat(400);
    const { info, text } = readPdf(await writePdf(bookOf([textRow(words), textRow(word)]), call));
    expect(Number(info['Pages'])).toBeGreaterThan(2);
    expect(missingFrom(text.replaceAll('Fod Side', ''), ['ord0 ord1 ord2', 'ord2998 ord2999'])).toEqual([]);
    expect(text.match(/ord\d+/g)).toHaveLength(3_000);
    expect(text.match(/Æ/g)).toHaveLength(400);
  });

  it('shows or replaces signs that the font does not have; the sign itself can be copied', async () => {
    const signs = '§ ½ » « – … · • é Å ł Ž → ≥ ✓ ★ ● ○ Я 漢';
    const { text } = readPdf(await writePdf(bookOf([textRow(`Før ${signs} efter`)]), call));
    expect(text).toContain(`Før ${signs} efter`);
  });

  it('says in words what a chart shows', async () => {
    const column = { sheet: 'Ark', column: 1, firstRow: 1, lastRow: 1 };
    const chart = {
      kind: 'run' as const,
      title: 'Udvikling',
      alternative: 'Opfyldt: 40 %, 55 %.',
      categories: { range: column, values: ['1. kvartal'] },
      series: [],
      place: { column: 1, row: 2, lastColumn: 2, lastRow: 9 },
    };
    const rows = [textRow('Før'), textRow(''), textRow('Efter')];
    const { text } = readPdf(await writePdf(bookOf(rows, { charts: [chart] }), call));
    expect(text).toContain('Før Udvikling Opfyldt: 40 %, 55 %. Efter');
  });

  it('takes texts that mean something to PDF or XML as they are', async () => {
    const hostile = ') Tj ET (evil) \\) <</S/JavaScript>> %PDF & <b> ]]> =1+1 @x';
    const book = { ...bookOf([textRow(hostile)]), title: 'A & B <c>', subject: '</rdf:RDF>' };
    const { text, info, metadata } = readPdf(await writePdf(book, call));
    expect(text).toContain(hostile);
    expect(info['JavaScript']).toBe('no');
    expect(metadata).not.toContain('</rdf:RDF></');
    expect(metadata.match(/<\/rdf:RDF>/g)).toHaveLength(1);
  });

  it('loses no letter of any Latin text', async () => {
    const letter = fc.constantFrom(...Array.from('abcæøåÆØÅéüßłőžşñ0123456789 .,-/()«»§%'));
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: letter, minLength: 1, maxLength: 400 }), async (written) => {
        const { text } = readPdf(await writePdf(bookOf([textRow(`[${written}]`)]), call));
        const bare = (each: string) => each.replace(/\s/g, '');
        expect(bare(text)).toContain(bare(`[${written}]`));
      }),
      { numRuns: 15 },
    );
  }, 60_000);
});
