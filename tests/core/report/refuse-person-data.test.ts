import { describe, expect, it } from 'vitest';

import { personDataIn, refusePersonData, type Unmentionable } from '#core/report/refuse-person-data.ts';
import { buildAgendaItem, buildReport } from '#shared/domain/report/build-report.ts';
import { textRow } from '#shared/domain/report/sheet-parts.ts';
import type { ReportSource } from '#shared/domain/report/source.ts';
import type { Workbook } from '#shared/domain/report/workbook.ts';

import { quartersBefore, withEarlier } from '../../unit/report/earlier-fixture.ts';
import { caseworkers, childName, reportSource } from '../../unit/report/report-fixture.ts';

const nobody: Unmentionable = { names: [], caseIds: [] };
const rounds = withEarlier(
  reportSource(),
  quartersBefore(2, () => 0.9),
);
const base: ReportSource = { ...rounds, record: { ...rounds.record, asOf: '2025-12-31' } };
const scan = (kind: 'political' | 'year', source: ReportSource, more: Unmentionable = nobody) =>
  personDataIn(kind, buildReport(kind, source).workbook, source, more);
const improved = (line: string): ReportSource => ({ ...base, words: { ...base.words, improve: [line] } });
const kinds = ['political', 'year'] as const;

describe.each(kinds)('the scan of the committee report "%s"', (kind) => {
  it('finds nothing on a page as it is proposed', () => {
    expect(scan(kind, base)).toEqual([]);
  });

  it('finds a child, a caseworker, the reader, a case and a CPR number, and says in which sheet and row', () => {
    const secrets = {
      [childName(3)]: 'name',
      [caseworkers[1]!]: 'name',
      'Karen Læser': 'name',
      [base.cases[2]!.drawn.caseId]: 'case-number',
      '010112-1234': 'cpr',
    };
    for (const [secret, found] of Object.entries(secrets)) {
      const source = improved(`Der mangler en samtale: ${secret}.`);
      const { rows } = buildReport(kind, source).workbook.sheets[0]!;
      const row = rows.findIndex(({ cells }) => JSON.stringify(cells[0]!.value).includes(secret)) + 1;
      expect(row).toBeGreaterThan(0);
      const hits = scan(kind, source);
      expect(hits, secret).toContainEqual(expect.objectContaining({ kind: found, sheet: 'Udvalg', row }));
      expect(() => refusePersonData(hits)).toThrowError(/places in the report/);
    }
  });

  it('finds a CPR number however it is parted or hidden', () => {
    for (const cpr of [
      '010112 1234',
      '010112 - 1234',
      '010112–1234',
      '010112.1234',
      '0101\u200B12-1234',
      '０１０１１２-1234',
    ]) {
      expect(scan(kind, improved(`Se ${cpr} her`)), cpr).toMatchObject([{ kind: 'cpr' }]);
    }
  });

  it('finds a name with a soft hyphen or an invisible letter in it', () => {
    expect(scan(kind, improved('Som sagt af Met\u00ADte Prø\u200Dvesen.'))).not.toEqual([]);
  });

  it('finds those that only an earlier round or a second reader knows', () => {
    const more = { names: ['Asta Tidligere', 'Per Andenlæser'], caseIds: ['BF-2019-7'] };
    for (const secret of [...more.names, ...more.caseIds]) {
      expect(scan(kind, improved(`Som i ${secret}.`)), secret).toEqual([]);
      expect(scan(kind, improved(`Som i ${secret}.`), more), secret).not.toEqual([]);
    }
  });

  it('finds a name in the name of the round, in the title row', () => {
    const named = { ...base, round: { ...base.round, name: `Runde om ${childName(1)}` } };
    const hits = scan(kind, named);
    expect(hits.length).toBeGreaterThan(0);
    if (kind === 'political') expect(hits.map(({ sheet }) => sheet)).toContain('');
  });

  it('finds an owner, alone, with a title and among others, where a text names them', () => {
    for (const owner of ['Bodil Ejer', 'Teamleder Bodil Ejer', 'Anna Enke og Bodil Ejer', 'Bodil Ejer (afløser)']) {
      const source = improved('Bodil Ejer følger op.');
      const actions = source.actions.map((action) => ({ ...action, owner }));
      expect(scan(kind, { ...source, actions }), owner).not.toEqual([]);
    }
    expect(scan(kind, improved('Bodil Ejer følger op.'))).toEqual([]);
  });

  it('finds the owner of an earlier round too', () => {
    const earlier = base.earlier.map((round) => ({
      ...round,
      actions: round.actions.map((action) => ({ ...action, owner: 'Bodil Ejer' })),
    }));
    expect(scan(kind, { ...improved('Bodil Ejer følger op.'), earlier })).not.toEqual([]);
  });

  it('finds a name in the text of an action, of this round and of the year', () => {
    const actions = base.actions.map((action) => ({ ...action, text: `Tal med ${childName(2)}` }));
    expect(scan(kind, { ...base, actions })).not.toEqual([]);
  });

  it('finds a whole name in the municipality and the department, and a CPR number there', () => {
    for (const secret of [childName(4), '010112-1234']) {
      for (const field of ['municipality', 'department'] as const) {
        const profile = { ...base.profile, [field]: `Enhed ${secret}` };
        expect(scan(kind, { ...base, profile }), `${field}: ${secret}`).not.toEqual([]);
      }
    }
  });

  it('finds what is split over the cells of a row, and in the agenda item', () => {
    const { workbook } = buildReport(kind, base);
    const [page] = workbook.sheets;
    const split = (...values: string[]): Workbook => ({
      ...workbook,
      sheets: [{ ...page!, rows: [{ cells: values.map((value) => ({ value })) }] }],
    });
    expect(personDataIn(kind, split('mette', 'prøvesen'), base, nobody)).toMatchObject([{ kind: 'name', row: 1 }]);
    expect(personDataIn(kind, split('010112', '1234'), base, nobody)).toMatchObject([{ kind: 'cpr', row: 1 }]);
    const item = buildAgendaItem(kind, improved(`Som med ${childName(0)}.`)).workbook;
    expect(personDataIn(kind, item, base, nobody)).not.toEqual([]);
    expect(personDataIn(kind, buildAgendaItem(kind, base).workbook, base, nobody)).toEqual([]);
    const more = { ...workbook, sheets: [{ ...page!, rows: [textRow('intet', 'text', 1)], name: childName(5) }] };
    expect(personDataIn(kind, more, base, nobody)).not.toEqual([]);
  });

  it('lets a round be named after a month that a child is called, and still finds the whole name', () => {
    const cases = base.cases.map((row, index) =>
      index === 0 ? { ...row, case: { ...row.case, values: { ...row.case.values, child_name: 'August Lund' } } } : row,
    );
    const round = { ...base.round, name: 'August 2025' };
    expect(scan(kind, { ...base, cases, round })).toEqual([]);
    expect(scan(kind, { ...improved('August Lund mangler en plan.'), cases, round })).not.toEqual([]);
    expect(scan(kind, { ...improved('August mangler en plan.'), cases })).not.toEqual([]);
  });
});
