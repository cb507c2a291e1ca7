import { describe, expect, it } from 'vitest';

import { isName, namesHider } from '#shared/domain/report/hide-names.ts';
import { withoutNames } from '#shared/domain/report/without-names.ts';

import { caseworkers, childName, reportSource } from './report-fixture.ts';

describe('namesHider', () => {
  const hide = namesHider(['Sofie Testbarn', 'Prøvesen, Mette', 'Ali'], new Set(['sikker']));

  it.each([
    ['Sofie Testbarn er hørt', '[navn] er hørt'],
    ['talt med sofie testbarn i dag', 'talt med [navn] i dag'],
    ['Sofies mor og Mette Prøvesens leder', '[navn] mor og [navn] leder'],
    ['Ali siger nej, ali siger ja', '[navn] siger nej, ali siger ja'],
    ['Testbarn, Sofie', '[navn]'],
    ['Ring til 120315-1234', 'Ring til 120315-••••'],
    ['Sofie\u0301e og Sofie', 'Sofiée og [navn]'],
    ['Barnet er hørt.', 'Barnet er hørt.'],
  ])('%s', (text, expected) => expect(hide(text)).toBe(expected));

  it('leaves an ordinary word of the checklist, even where somebody is called the same', () => {
    const hider = namesHider(['Lov Sikker'], new Set(['lov']));
    expect(hider('Lov og Sikker')).toBe('Lov og [navn]');
  });

  it('knows a name whatever its case and spaces', () => {
    expect([isName(' mette  prøvesen', ['Mette Prøvesen']), isName('Mette', ['Mette Prøvesen'])]).toEqual([
      true,
      false,
    ]);
  });
});

describe('withoutNames', () => {
  const source = reportSource({ closed: 2, note: `${childName(1)} og ${caseworkers[0]!}` });
  const [first, second] = source.cases;
  const of = (caseId: string | null, owner: string) => ({ ...source.actions[0]!, caseId, owner });
  const actions = [
    of(first!.drawn.caseId, caseworkers[0]!),
    of(second!.drawn.caseId, caseworkers[0]!),
    of(null, 'Teamlederne'),
  ];

  it('says of an owner only whether it is the caseworker of the case', () => {
    const owners = withoutNames({ ...source, actions }, 'people').actions.map(({ owner }) => owner);
    expect(owners).toEqual(['Sagens rådgiver', 'En rådgiver', 'Teamlederne']);
  });

  it('leaves the caseworker where only children are hidden', () => {
    const hidden = withoutNames({ ...source, actions }, 'children');
    expect(hidden.actions[0]!.owner).toBe(caseworkers[0]);
    const notes = hidden.reviews.flatMap(({ answers }) => answers.map(({ note }) => note)).filter(Boolean);
    expect(new Set(notes)).toEqual(new Set([`[navn] og ${caseworkers[0]!}`]));
  });

  it('changes nothing but what people have written', () => {
    const { cases, record, template } = withoutNames(source, 'people');
    expect([cases, template]).toEqual([source.cases, source.template]);
    expect(record).toEqual(source.record);
  });
});
