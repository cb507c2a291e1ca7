import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';

import { describe, expect, it } from 'vitest';

import { frameFingerprint } from '../../../shared/domain/sampling/fingerprint.ts';
import { ticket, ticketsOf } from '../../../shared/domain/sampling/ticket.ts';
import { fc } from '../../support/fast-check.ts';

const seed = '20260115-4711';
/** Method LT1, section 2.2: the first sixteen hex digits, in the order of the draw. */
const published = {
  FAM: [
    ['S-001', '43a0d3204561202c'],
    ['S-003', '58e630055c141b20'],
    ['S-002', '6cdd5eb1a3c7286e'],
    ['S-005', '8f7e637eb7710e74'],
    ['S-004', 'b806afce7811113c'],
    ['S-007', 'c5c7d59f7bf837b9'],
    ['S-006', 'eef349ed9ce76890'],
  ],
  ANB: [
    ['S-105', '083278a3bd950075'],
    ['S-103', '5ed8643c8afa953e'],
    ['S-101', '6efe05d6c09118bc'],
    ['S-104', '7737d899ce1510c0'],
    ['S-102', 'fe17ddec66ddf2cd'],
  ],
} as const;

const sha256 = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex');

describe('ticket', () => {
  it.each(Object.entries(published))('gives the published tickets of stratum %s', (stratum, lines) => {
    for (const [id, start] of lines) {
      expect(ticket(seed, stratum, id).slice(0, 16)).toBe(start);
    }
  });

  it('is the SHA-256 of the written text, in any alphabet', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme' }), fc.string(), (s, stratum, id) => {
        const text = `LT1|${s}|${stratum.normalize('NFC').trim()}|${id.normalize('NFC').trim()}`;
        expect(ticket(s, stratum, id)).toBe(sha256(text));
      }),
    );
  });

  it('gives each case its own ticket when one stratum is hashed for many', () => {
    const ticketOf = ticketsOf(seed, 'FAM');
    const ids = ['S-001', 'a much longer case number, so that more than one block of 64 bytes is hashed', '', 'S-001'];
    expect(ids.map(ticketOf)).toEqual(ids.map((id) => sha256(`LT1|${seed}|FAM|${id}`)));
  });

  it('reads a composed and a decomposed letter, and outer blanks, as the same case', () => {
    expect(ticket(seed, 'Team Å', 'Å-12')).toBe(ticket(seed, ' Team A\u030A ', 'A\u030A-12\u00A0'));
    expect(sha256('Å-12').slice(0, 16)).toBe('703220ae13894feb');
    expect(sha256('A\u030A-12').slice(0, 16)).toBe('68eff023a067fc13');
  });

  it('tells look-alikes and letter case apart', () => {
    const lookalikes = ['A-12', 'Α-12', 'А-12', 'a-12', 'A‐12', 'A-1２'];
    expect(new Set(lookalikes.map((id) => ticket(seed, '', id))).size).toBe(lookalikes.length);
  });
});

describe('frameFingerprint', () => {
  const lines = Object.entries(published).flatMap(([stratum, cases]) => cases.map(([id]) => ({ stratum, id })));

  it('gives the published fingerprint for every order of the lines', () => {
    const vector = JSON.parse(readFileSync(new URL('../../fixtures/vectors.json', import.meta.url), 'utf8')) as {
      readonly ticket: { readonly frame_sha256: string };
    };
    fc.assert(
      fc.property(fc.shuffledSubarray(lines, { minLength: lines.length }), (shuffled) => {
        expect(frameFingerprint(shuffled)).toBe(vector.ticket.frame_sha256);
      }),
      { numRuns: 20 },
    );
  });

  it('sorts by UTF-8 bytes, which is not the order of JavaScript strings', () => {
    const ids = ['\u{1F600}', '\uFF21', '\uE000', '\u{10000}', 'Å', 'a'];
    const bytes = ids.map((id) => Buffer.from(`;${id}\n`)).sort((a, b) => Buffer.compare(a, b));
    expect(frameFingerprint(ids.map((id) => ({ stratum: '', id })))).toBe(sha256(Buffer.concat(bytes).toString()));
    expect(ids.toSorted()).not.toEqual(bytes.map((line) => line.toString().slice(1, -1)));
  });

  it('equals a plain hash of byte-sorted lines for any texts', () => {
    const text = fc.string({ unit: 'binary', maxLength: 5 });
    fc.assert(
      fc.property(fc.array(fc.record({ stratum: text, id: text })), (frame) => {
        const plain = frame
          .map(({ stratum, id }) => `${stratum.normalize('NFC').trim()};${id.normalize('NFC').trim()}\n`)
          .map((line) => Buffer.from(line))
          .sort((a, b) => Buffer.compare(a, b));
        expect(frameFingerprint(frame)).toBe(createHash('sha256').update(Buffer.concat(plain)).digest('hex'));
      }),
    );
  });

  it('changes with one case and with one stratum', () => {
    const whole = frameFingerprint(lines);
    expect(frameFingerprint(lines.slice(1))).not.toBe(whole);
    expect(frameFingerprint(lines.map((line, index) => (index === 0 ? { ...line, stratum: 'X' } : line)))).not.toBe(
      whole,
    );
  });
});
