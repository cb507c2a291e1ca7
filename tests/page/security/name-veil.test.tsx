import { describe, expect, it } from 'vitest';

import { createNameVeil } from '../../../renderer/hooks/name-veil.ts';
import { fc } from '../../support/fast-check.ts';

const shown = (text: string): string => text.replaceAll(/[\u00a0\u202f\u2007-\u200a]+/gu, ' ');
const show = (value: unknown): unknown => JSON.parse(shown(JSON.stringify(value)));

const record = {
  caseId: '2025-00012',
  values: { child_name: 'Anna Marie Holm', cpr: '010203-1234', caseworker: 'Åse Bæk', status: 'open' },
  note: 'Anna var glad. Anna Marie Holms mor talte med åse bæk om 010203-1234 og Annas bror.',
};

describe('the veil over names', () => {
  it('gives the same person the same word in fields, in notes and in other answers', () => {
    const veil = createNameVeil();
    expect(show(veil.veil(record))).toEqual({
      caseId: '2025-00012',
      values: { child_name: 'Barn 1', cpr: 'CPR-nummer 1', caseworker: 'Rådgiver A', status: 'open' },
      note: 'Barn 1 var glad. Barn 1s mor talte med Rådgiver A om CPR-nummer 1 og Barn 1s bror.',
    });
    expect(show(veil.veil(['Team Nord, Åse Bæk', 'Samtale: Åse Bæk (12)']))).toEqual([
      'Team Nord, Rådgiver A',
      'Samtale: Rådgiver A (12)',
    ]);
  });

  it('puts back exactly what was written, and leaves alone what a person typed as a word', () => {
    const veil = createNameVeil();
    const hidden = veil.veil(record);
    expect(veil.unveil(hidden)).toEqual(record);
    expect(veil.unveil(`${hidden.note} Barn 1 og Rådgiver A`)).toBe(`${record.note} Barn 1 og Rådgiver A`);
  });

  it('hides initials and one-word names only where they stand alone or in a list', () => {
    const veil = createNameVeil();
    veil.learn({ caseworkers: [{ value: 'AB', count: 3 }], owner: 'Teamleder' });
    expect(
      show(veil.veil(['AB', 'Team Nord / AB', 'ABC', 'Se bilag AB i sagen', { owner: 'Teamleder' }, 'Teamleder'])),
    ).toEqual([
      'Rådgiver A',
      'Team Nord / Rådgiver A',
      'ABC',
      'Se bilag AB i sagen',
      { owner: 'Ansvarlig A' },
      'Teamleder',
    ]);
  });

  it('hides a child of whom only the first name is known, also in a sentence', () => {
    const veil = createNameVeil();
    veil.learn({ child_name: 'Elias' });
    expect(show(veil.veil('Elias var med til mødet'))).toBe('Barn 1 var med til mødet');
  });

  it('leaves codes, ids and numbers as they are, and the very object where there is nothing to hide', () => {
    const veil = createNameVeil();
    veil.learn({ caseworker: 'open', reader: 'Mette Leder' });
    const lines = [{ state: 'open', id: '2025-00033', at: '2025-11-21', sha: '0a'.repeat(32), seed: '20260115-4711' }];
    expect(veil.veil(lines)).toBe(lines);
  });

  it('masks the cells of a file whose columns nobody has named yet, except dates and numbers', () => {
    const veil = createNameVeil();
    expect(veil.veil({ examples: ['Emil Hansen', '03-02-2025', '010203-1234', '12'] })).toEqual({
      examples: ['skjult', '03-02-2025', 'skjult', '12'],
    });
  });

  it('letters caseworkers in order, after Z comes AA; a caseworker who owns an action is a caseworker', () => {
    const veil = createNameVeil();
    const names = Array.from(
      { length: 28 },
      (_, index) => `Rikke Nr${String.fromCodePoint(65 + (index % 26))}${index}`,
    );
    veil.learn(names.map((owner) => ({ owner })));
    const words = show(veil.veil(names.map((caseworker) => ({ caseworker })))) as { caseworker: string }[];
    expect(words.map(({ caseworker }) => caseworker).filter((_, index) => [0, 25, 26, 27].includes(index))).toEqual([
      'Rådgiver A',
      'Rådgiver Z',
      'Rådgiver AA',
      'Rådgiver AB',
    ]);
  });

  it('forgets everybody when the workspace is locked', () => {
    const veil = createNameVeil();
    const hidden = veil.veil(record);
    veil.forget();
    expect(veil.veil('Åse Bæk var her i dag')).toBe('Åse Bæk var her i dag');
    expect(veil.unveil(hidden.values.child_name)).not.toContain('Anna');
  });

  it('is undone exactly for any text about the people it knows', () => {
    const word = fc.constantFrom(
      'Anna',
      'ANNA',
      'Anna Marie Holm',
      'anna marie holm',
      'Marie',
      'Åse Bæk',
      'åse bæks',
      ' og ',
      ', ',
      '010203-1234',
      'liv',
      '(',
      '\n',
    );
    fc.assert(
      fc.property(fc.array(fc.oneof(word, fc.string({ maxLength: 6 })), { maxLength: 12 }), (parts) => {
        const veil = createNameVeil();
        veil.learn(record);
        const text = parts.join('');
        expect(veil.unveil(veil.veil(text))).toBe(text);
        expect(veil.veil(`x ${text} x`)).not.toMatch(/(?<![\p{L}\p{N}])(?:Anna|Åse Bæk)(?![\p{L}\p{N}])/u);
      }),
    );
  });
});
