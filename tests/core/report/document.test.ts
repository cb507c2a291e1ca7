import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import validate from '@ooxml-tools/validate';
import { describe, expect, it } from 'vitest';

import { writeDocument } from '#core/report/document/write-document.ts';
import { buildAgendaItem } from '#shared/domain/report/build-report.ts';
import type { Workbook } from '#shared/domain/report/workbook.ts';

import { officeProfile } from '../../support/office-profile.ts';
import { reportSource } from '../../unit/report/report-fixture.ts';
import { partsOf } from './read-back.ts';

const call = { signal: new AbortController().signal, report: () => undefined };
const missing = writerMissing();
if (missing !== null) console.warn(`opening Word documents is skipped: ${missing}`);

/** LibreOffice is split into packages; without Writer it opens no document. */
function writerMissing(): string | null {
  const folders = ['/usr/lib/libreoffice/program', '/opt/libreoffice/program'].filter(existsSync);
  const found = folders.some((folder) => readdirSync(folder).some((name) => name.startsWith('libswlo')));
  return found ? null : 'LibreOffice Writer is not installed';
}

interface Paragraph {
  readonly style: string;
  readonly text: string;
}

/** The paragraphs of the document with their styles, in order. */
function paragraphsOf(xml: string): Paragraph[] {
  return [...xml.matchAll(/<w:p>(.*?)<\/w:p>/gs)].map(([, inside = '']) => ({
    style: /<w:pStyle w:val="(\w+)"/.exec(inside)?.[1] ?? '',
    text: [...inside.matchAll(/<w:t[^>]*>([^<]*)<\/w:t>|<w:br\/>/g)].map(([, text]) => text ?? '\n').join(''),
  }));
}

async function write(workbook: Workbook): Promise<{ bytes: Uint8Array; parts: Readonly<Record<string, string>> }> {
  const bytes = await writeDocument(workbook, call);
  return { bytes, parts: partsOf(bytes) };
}

describe('a Word document of the agenda item', () => {
  it.each(['political', 'year'] as const)(
    'is one that Word accepts: %s',
    async (kind) => {
      const { bytes } = await write(buildAgendaItem(kind, reportSource({ targeted: 3 })).workbook);
      expect(await validate(Buffer.from(bytes), 'docx')).toEqual([]);
    },
    60_000,
  );

  it('has the same bytes when it is written again, and the dates of its data', async () => {
    const { workbook } = buildAgendaItem('political', reportSource());
    const [first, second] = [await write(workbook), await write(workbook)];
    expect(Buffer.compare(first.bytes, second.bytes)).toBe(0);
    expect(first.parts['docProps/core.xml']).toMatch(
      /created[^>]*>2026-01-20T09:30:00Z<.*modified[^>]*>2026-01-20T09:30:00Z</,
    );
  });

  it('is in Danish, with a title', async () => {
    const { parts } = await write(buildAgendaItem('political', reportSource()).workbook);
    expect(parts['docProps/core.xml']).toContain('<dc:title>Ledelsestilsyn med børnesager</dc:title>');
    expect(parts['docProps/core.xml']).toContain('<dc:language>da-DK</dc:language>');
    expect(parts['word/styles.xml']).toContain('<w:lang w:val="da-DK"/>');
  });

  it('has the headings of an agenda as headings, its lists as lists, and one table with a header row', async () => {
    const { parts } = await write(buildAgendaItem('political', reportSource()).workbook);
    const xml = parts['word/document.xml']!;
    const paragraphs = paragraphsOf(xml);
    const styled = (style: string) => paragraphs.filter((each) => each.style === style).map(({ text }) => text);
    expect(styled('Title')).toEqual(['Ledelsestilsyn med børnesager']);
    expect(styled('Heading1')).toEqual([
      'Resumé',
      'Sagsfremstilling',
      'Retsgrundlag',
      'Økonomi',
      'Høring',
      'Indstilling',
      'Bilag',
    ]);
    expect(styled('Heading2')).toEqual(expect.arrayContaining(['Baggrund', 'Resultat', 'Det virker']));
    expect(styled('ListParagraph').every((text) => !/^[•\d]/.test(text))).toBe(true);
    expect(xml.match(/<w:tbl>/g)).toHaveLength(1);
    expect(xml.match(/<w:tblHeader\/>/g)).toHaveLength(1);
    expect(xml).not.toMatch(/[●○]/);
  });

  it('takes texts that mean something to XML or Word as they are', async () => {
    const hostile = 'A & B <w:t> ]]> {MERGEFIELD} \u0007=1+1';
    const { workbook } = buildAgendaItem('political', reportSource());
    const sheet = { ...workbook.sheets[0]!, rows: [{ cells: [{ value: hostile }] }] };
    const { bytes, parts } = await write({ ...workbook, title: hostile.replace('\u0007', ''), sheets: [sheet] });
    expect(parts['word/document.xml']).toContain('A &amp; B &lt;w:t&gt; ]]&gt; {MERGEFIELD}  =1+1');
    expect(await validate(Buffer.from(bytes), 'docx')).toEqual([]);
  }, 60_000);

  it('stops when it is told to', async () => {
    const stop = new AbortController();
    stop.abort();
    const { workbook } = buildAgendaItem('political', reportSource());
    await expect(writeDocument(workbook, { ...call, signal: stop.signal })).rejects.toMatchObject({
      code: 'cancelled',
    });
  });

  it.skipIf(missing !== null)(
    'opens in another program, which prints all of it',
    async () => {
      const { bytes, parts } = await write(buildAgendaItem('political', reportSource()).workbook);
      const folder = mkdtempSync(join(tmpdir(), 'tilsyn-word-'));
      try {
        writeFileSync(join(folder, 'item.docx'), bytes);
        execFileSync('soffice', [officeProfile(), '--headless', '--convert-to', 'txt:Text', 'item.docx'], {
          cwd: folder,
        });
        const text = readFileSync(join(folder, 'item.txt'), 'utf8');
        for (const { text: paragraph } of paragraphsOf(parts['word/document.xml']!)) {
          expect(text).toContain(paragraph.split('\n')[0]);
        }
      } finally {
        rmSync(folder, { recursive: true, force: true });
      }
    },
    120_000,
  );
});
