import { describe, expect, it } from 'vitest';

import {
  catalogueOf,
  practiceKey,
  searchPractice,
  type StarredRound,
} from '#shared/domain/report/good-practice/catalogue.ts';
import { practiceWorkbook } from '#shared/domain/report/good-practice/practice-workbook.ts';

import { barnetsLov, caseworkers, childName, reportSource, templateItems } from '../report-fixture.ts';

const cases = reportSource().cases.map((row) => row.case);
const [first, second] = [templateItems[0]!, templateItems[20]!];

function starredRound(change: Partial<StarredRound> = {}): StarredRound {
  return {
    roundId: 'r1',
    name: 'Januar',
    asOf: '2026-01-05',
    example: false,
    unit: 'Team Nord',
    template: barnetsLov,
    starred: [
      { caseId: cases[1]!.id, itemId: second.id, line: `${childName(4)} tegnede sin uge sammen med ${caseworkers[0]}` },
      { caseId: cases[0]!.id, itemId: first.id, line: 'Samtalen blev holdt på skolen' },
    ],
    cases,
    written: new Map(),
    ...change,
  };
}

describe('the catalogue of good practice', () => {
  it('holds every star in the order of the checklist, newest round first, with its theme and whom to ask', () => {
    const newer = starredRound({
      roundId: 'r2',
      name: 'Marts',
      asOf: '2026-03-02',
      starred: [starredRound().starred[1]!],
    });
    const entries = catalogueOf([starredRound(), newer]);
    expect(entries.map(({ roundId, itemId }) => [roundId, itemId])).toEqual([
      ['r2', first.id],
      ['r1', first.id],
      ['r1', second.id],
    ]);
    const area = barnetsLov.areas.find(({ id }) => id === first.area)!.name;
    expect(entries[1]).toMatchObject({ area, question: first.question, what: 'Samtalen blev holdt på skolen' });
    expect(entries[1]).toMatchObject({ why: '', ask: 'Team Nord', hidden: false, named: false, edited: false });
  });

  it('hides children, also of other cases, caseworkers and CPR numbers, and says that something was hidden', () => {
    const line = `Ring til ${caseworkers[1]} om 010112-1234`;
    const rounds = [
      starredRound(),
      starredRound({ roundId: 'r2', starred: [{ caseId: cases[2]!.id, itemId: first.id, line }] }),
    ];
    const entries = catalogueOf(rounds);
    const text = JSON.stringify(entries);
    for (const name of ['Sofie', 'Testbarn4', 'Mette', 'Prøvesen', 'Anders', '010112-1234']) {
      expect(text).not.toContain(name);
    }
    expect(entries.map(({ named }) => named)).toEqual([false, true, true]);
  });

  it('says what a person has written for it instead, and hides names in that too', () => {
    const written = new Map([
      [
        practiceKey(cases[0]!.id, first.id),
        { what: 'Børnesamtale i skolens bibliotek', why: `${childName(3)} var tryg`, ask: 'Teamlederen', hidden: true },
      ],
    ]);
    const [entry] = catalogueOf([starredRound({ written })]);
    expect(entry).toMatchObject({
      what: 'Børnesamtale i skolens bibliotek',
      ask: 'Teamlederen',
      hidden: true,
      edited: true,
    });
    expect(entry!.why).toBe('[navn] var tryg');
    expect(entry!.named).toBe(true);
  });

  it('leaves out a star of a question that the edition does not have', () => {
    const starred = [{ caseId: cases[0]!.id, itemId: 'findes-ikke', line: 'x' }];
    expect(catalogueOf([starredRound({ starred })])).toEqual([]);
  });
});

describe('searching the catalogue', () => {
  const entries = catalogueOf([starredRound()]);

  it('finds every word in any case, in any of the texts, and parts of words', () => {
    expect(searchPractice(entries, { text: 'SKOLEN holdt', areaId: null })).toHaveLength(1);
    expect(searchPractice(entries, { text: 'skol nord', areaId: null })).toHaveLength(1);
    expect(searchPractice(entries, { text: 'skolen bibliotek', areaId: null })).toHaveLength(0);
    expect(searchPractice(entries, { text: '  ', areaId: null })).toHaveLength(2);
  });

  it('keeps to one area', () => {
    const found = searchPractice(entries, { text: '', areaId: second.area });
    expect(found.map(({ itemId }) => itemId)).toEqual([second.id]);
  });
});

describe('the catalogue as a sheet', () => {
  it('has its privacy level, no case number, and not what is hidden', () => {
    const written = new Map([
      [practiceKey(cases[1]!.id, second.id), { what: 'Skjult', why: '', ask: '', hidden: true }],
    ]);
    const workbook = practiceWorkbook(catalogueOf([starredRound({ written })]), '2026-01-20T09:30:00.000Z');
    const text = JSON.stringify(workbook);
    expect(workbook.classification).toMatch(/Uden navne og sagsnumre/u);
    for (const { id } of cases) expect(text).not.toContain(id);
    expect(text).toContain('Samtalen blev holdt på skolen');
    expect(text).not.toContain('Skjult');
  });

  it('says what to do where there is nothing', () => {
    expect(JSON.stringify(practiceWorkbook([], '2026-01-20T09:30:00.000Z'))).toContain('Sæt stjerne ved et svar');
  });
});
