import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';

import { zip } from '../../../fixtures/zip.ts';
import { workbook, workbookWith } from '../../../fixtures/workbooks.ts';
import { outcomeOf } from './read-all.ts';

const compound = Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(1500)]);
const small = { sheets: [{ rows: '<row><c><v>1</v></c></row>' }] };

describe('a file that is no export says what it is', () => {
  it.each<[string, Uint8Array, string]>([
    ['nothing', Buffer.alloc(0), 'file-empty'],
    ['white space', Buffer.from(' \r\n\t\n'), 'file-empty'],
    ['a byte order mark alone', Buffer.from('\ufeff'), 'file-empty'],
    ['UTF-16 white space', Buffer.from('\ufeff \r\n', 'utf16le'), 'file-empty'],
    ['PDF', Buffer.from('%PDF-1.7\n%âãÏÓ'), 'file-is-pdf'],
    ['PDF after junk', Buffer.from('\n\n%PDF-1.4'), 'file-is-pdf'],
    ['Excel 97-2003', compound, 'file-is-old-excel'],
    [
      'a workbook with a password',
      Buffer.concat([compound, Buffer.from('EncryptedPackage', 'utf16le')]),
      'file-is-encrypted',
    ],
    ['a zip file without a workbook', zip([{ name: 'a.txt', content: 'a' }]), 'file-not-an-export'],
    ['an empty zip file', zip([]), 'file-not-an-export'],
    ['a zip file that is cut off', workbook(small).subarray(0, 900), 'workbook-broken'],
    ['macros', workbookWith(small, { name: 'xl/vbaProject.bin', content: 'x' }), 'file-has-macros'],
    ['a program', Buffer.from('4d5a90000300000004000000ffff0000b8', 'hex'), 'file-not-an-export'],
    ['a PNG', Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'), 'file-not-an-export'],
    ['control characters', Buffer.from('\u0001\u0002\u0003abc\u0004\u0005'), 'file-not-an-export'],
    ['RTF', Buffer.from('{\\rtf1\\ansi a;b\n}'), 'file-not-an-export'],
    ['UTF-32', Buffer.from('fffe0000610000003b000000', 'hex'), 'file-not-an-export'],
    ['a web page', Buffer.from('<!DOCTYPE html><html><p>Log ind</p></html>'), 'file-not-an-export'],
    ['a table in HTML', Buffer.from('\ufeff<html><body><TABLE><tr><td>1</td></tr></TABLE>'), 'file-is-old-excel'],
    ['a table in UTF-16 HTML', Buffer.from('\ufeff<table><tr><td>1</td></tr></table>', 'utf16le'), 'file-is-old-excel'],
    ['Excel 2003 XML', Buffer.from('<?xml version="1.0"?><Workbook xmlns="urn:x"/>'), 'file-is-old-excel'],
  ])('%s', async (_, bytes, code) => {
    expect(await outcomeOf(bytes)).toBe(code);
  });

  it('a file called .xls that is HTML is one that Excel can save anew', async () => {
    expect(await outcomeOf(Buffer.from('<html><p>Sager</p></html>'), 'Sager.XLS')).toBe('file-is-old-excel');
  });

  it('content decides, not the name', async () => {
    expect(await outcomeOf(workbook(small), 'sager.csv')).toBe('read');
    expect(await outcomeOf(Buffer.from('a;b\n1;2\n'), 'sager.xlsx')).toBe('read');
  });

  it('a binary workbook and other office files', async () => {
    const rels = (target: string): string =>
      `<Relationships><Relationship Id="a" Type="http://x/officeDocument" Target="${target}"/></Relationships>`;
    const office = (part: string, content: string): Buffer =>
      zip([
        { name: '_rels/.rels', content: rels(part) },
        { name: part, content },
      ]);

    expect(await outcomeOf(office('xl/workbook.bin', '\u0001'))).toBe('file-is-old-excel');
    expect(await outcomeOf(office('word/document.xml', '<w:document xmlns:w="x"/>'))).toBe('file-not-an-export');
  });

  it('text above 200 MB and workbooks above 50 MB are refused unread', async () => {
    const text = Buffer.alloc(200 * 1_048_576 + 1, 'a;b\n');
    const sheet = Buffer.concat([workbook(small), Buffer.alloc(50 * 1_048_576)]);

    expect(await outcomeOf(text)).toBe('file-too-large');
    expect(await outcomeOf(sheet)).toBe('file-too-large');
  });

  it('text with a few odd bytes is still text', async () => {
    const text = `Navn;Note\n${'Åse;tekst i æøå\n'.repeat(50)}Per;\u001a\n`;
    expect(await outcomeOf(iconv.encode(text, 'windows-1252'))).toBe('read');
  });
});
