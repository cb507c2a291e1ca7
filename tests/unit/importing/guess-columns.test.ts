import { describe, expect, it } from 'vitest';

import { type FieldId, fieldIds } from '#shared/domain/importing/fields.ts';
import { findHeaderRow, readHeaderRow } from '#shared/domain/importing/find-header-row.ts';
import { guessColumns } from '#shared/domain/importing/guess-columns.ts';
import { matchHeader } from '#shared/domain/importing/match-header.ts';
import type { RawCell, RawRow } from '#shared/domain/importing/raw-row.ts';
import { headerWords } from '#shared/words/import-headers.ts';

function rowsOf(...lines: readonly (readonly RawCell[])[]): readonly RawRow[] {
  return lines.map((cells, index) => ({ row: index + 1, cells }));
}

/** The fields of a table whose first line holds the names. */
function fieldsOf(...lines: readonly (readonly RawCell[])[]): readonly string[] {
  const rows = rowsOf(...lines);
  return guessColumns(readHeaderRow(rows, 1)!, rows.slice(1)).map(({ field }) => field);
}

const best = (header: string) => matchHeader(header)[0]?.field;

describe('matchHeader', () => {
  it.each<[string, FieldId]>([
    ['SAGSNR.', 'case_id'],
    ['Sags-ID', 'case_id'],
    ['DUBU sagsnr.', 'case_id'],
    ['sags_nummer', 'case_id'],
    ['CPR-nr. (barn)', 'cpr'],
    ['Foedselsdato', 'birth_date'],
    ['Ansvarlig sagsbehandler', 'caseworker'],
    ['Børne- og ungerådgiver', 'caseworker'],
    ['Boerne og ungeraadgiver', 'caseworker'],
    ['Underretning - modtaget dato', 'report_received_at'],
    ['Dato for modtagelse af underretning', 'report_received_at'],
    ['24 timers-vurdering, dato', 'report_assessed_at'],
    ['§ 50 startdato', 'bfu_start'],
    ['§50-undersøgelse afsluttet', 'bfu_end'],
    ['BFU - slutdato', 'bfu_end'],
    ['Børnefaglig undersøgelse påbegyndt', 'bfu_start'],
    ['Børnesamtale(r)', 'child_talk_dates'],
    ['Barnets plan (dd-mm-åååå)', 'plan_date'],
    ['Handleplan revideret dato', 'plan_revised'],
    ['Næste opf.', 'next_followup'],
    ['Frist for næste opfølgning', 'next_followup'],
    ['Anbragt til', 'placement_end'],
    ['Seneste tilsynsbesøg dato', 'visit_dates'],
    ['Samtale med barnet ved tilsyn', 'visit_child_talk'],
    ['Navne- og adressebeskyttelse', 'protected_address'],
    ['Sagsbehndler', 'caseworker'],
    ['Dist.', 'team'],
    ['Ansvarlig organisation', 'team'],
    ['Målgr.', 'case_type'],
    ['Stat.', 'status'],
    ['Opr. dato', 'opened'],
    ['Underr. modt.', 'report_received_at'],
    ['Henvendelse modtaget', 'report_received_at'],
    ['Underr. vurd.', 'report_assessed_at'],
    ['Kvit. sendt', 'report_receipt_sent'],
    ['Kommunens kendskab', 'awareness_date'],
    ['BFU påb.', 'bfu_start'],
    ['BFU afsl.', 'bfu_end'],
    ['Børnesamt.', 'child_talk_dates'],
    ['Afg. dato', 'decision_date'],
    ['Indsats påb.', 'support_start'],
    ['Handlepl.', 'plan_date'],
    ['Plan for barnet', 'plan_date'],
    ['Anbr. fra', 'placement_start'],
    ['Afgørlsesdato', 'decision_date'],
  ])('takes %j for %s', (header, field) => {
    expect(best(header)).toBe(field);
  });

  it.each(['Mors CPR-nr.', 'Fars navn', 'Forældremyndighedsindehavers CPR'])(
    'never takes %j for the child',
    (header) => {
      expect(matchHeader(header).map(({ field }) => field)).not.toContain('cpr');
      expect(matchHeader(header).map(({ field }) => field)).not.toContain('child_name');
    },
  );

  it('knows every name of its own table', () => {
    for (const field of fieldIds) {
      for (const name of headerWords[field].names.split('|')) {
        const match = matchHeader(name).find((candidate) => candidate.field === field);
        expect(match?.confidence ?? `${field}: ${name}`).toBe(1);
      }
    }
  });

  it.each(['__proto__', 'constructor', 'toString', '', '  ', '§'])('is at peace with %j', (header) => {
    expect(() => matchHeader(header)).not.toThrow();
  });
});

describe('guessColumns', () => {
  it('lets the values decide where a name may mean two things', () => {
    const fields = fieldsOf(
      ['Sagsnr', 'Samtykke', 'Anbringelse', 'Afgørelse'],
      ['A-1', 'Ja', 'Familiepleje', 'Bevilget'],
      ['A-2', 'Nej', 'Opholdssted', 'Afslag'],
    );
    expect(fields).toEqual(['case_id', 'consent_flag', 'placement_form', 'fact']);
    const dated = fieldsOf(
      ['Sagsnr', 'Samtykke', 'Anbringelse', 'Afgørelse'],
      ['A-1', '1-2-2025', '1-2-2025', '1-2-2025'],
    );
    expect(dated).toEqual(['case_id', 'consent_date', 'placement_start', 'decision_date']);
  });

  it('knows a column of CPR numbers and one of paragraphs whatever they are called', () => {
    const fields = fieldsOf(
      ['Sagsnr', 'Kolonne X', 'Kolonne Y'],
      ['2023-00001', '741119-8912', '§ 32, stk. 1'],
      ['2023-00002', 6_307_205_718, '§ 46'],
    );
    expect(fields).toEqual(['case_id', 'cpr', 'legal_basis']);
  });

  it('does not take case numbers of nine digits for CPR numbers without their zero', () => {
    expect(fieldsOf(['Sagsnr', 'Team'], [202_300_001, 'Nord'], [202_300_002, 'Syd'])).toEqual(['case_id', 'team']);
  });

  it('finds the case numbers by their looks when no name says so', () => {
    const fields = fieldsOf(['Team', 'Xyz'], ['Nord', 'S-2023-1'], ['Nord', 'S-2023-2'], ['Syd', 'S-2023-3']);
    expect(fields).toEqual(['team', 'case_id']);
  });

  it('gives a field to the one column that fits best', () => {
    const fields = fieldsOf(['Sagsnr', 'Plan', 'Barnets plan'], ['A-1', '1-2-2025', '1-3-2025']);
    expect(fields).toEqual(['case_id', 'fact', 'plan_date']);
  });

  it('skips what nobody asked to store: numbers of others, names, free text, addresses, columns without a name', () => {
    const fields = fieldsOf(
      ['Sagsnr', 'CPR', 'Mors CPR', 'Kontakt', 'Noter', 'Bopæl', 'Oplysning', '', 'Skole'],
      ['A-1', '741119-8912', '610180-1234', 'Thea Lund', 'x', 'Nygade 12', 'se 741119-8912', 'y', 'Byskolen'],
      ['A-2', '630720-5718', '610181-1234', 'Noah Toft', 'x', 'Skovvej 3', '', 'z', 'Byskolen'],
    );
    expect(fields).toEqual(['case_id', 'cpr', ...Array<string>(6).fill('ignore'), 'fact']);
  });

  it('joins a heading over merged cells with the name below it', () => {
    const rows = rowsOf(
      ['Sag', null, 'Undersøgelse', null, 'Anbringelse', null],
      ['Sagsnr', 'Team', 'Start', 'Slut', 'Fra', 'Til'],
      ['A-1', 'Nord', '1-2-2025', '1-4-2025', '1-5-2025', '1-6-2025'],
    );
    expect(findHeaderRow(rows)).toBe(2);
    const columns = guessColumns(readHeaderRow(rows, 2)!, rows.slice(2));
    expect(columns.map(({ field }) => field)).toEqual([
      'case_id',
      'team',
      'bfu_start',
      'bfu_end',
      'placement_start',
      'placement_end',
    ]);
  });

  it('masks CPR numbers in the examples', () => {
    const rows = rowsOf(['Sagsnr', 'CPR'], ['A-1', '741119-8912']);
    const [, cpr] = guessColumns(readHeaderRow(rows, 1)!, rows.slice(1));
    expect(cpr?.examples).toEqual(['741119-••••']);
  });
});

describe('findHeaderRow', () => {
  it('looks past titles, filters and blank lines', () => {
    const rows = rowsOf(
      ['Sagsliste - Børn og Familie', null],
      ['Team: Nord', 'Periode: 2025'],
      [],
      ['Sagsnr.', 'CPR-nr.', 'Team'],
      ['2023-1', '741119-8912', 'Nord'],
    );
    expect(findHeaderRow(rows)).toBe(4);
  });

  it('takes the first wide row of texts where no name is known', () => {
    expect(findHeaderRow(rowsOf(['Liste'], ['Alfa', 'Beta', 'Gamma'], ['a-1', '2', '3']))).toBe(2);
  });

  it('takes a list of nothing but case numbers', () => {
    expect(findHeaderRow(rowsOf(['Sagsnr'], ['2023-1'], ['2023-2']))).toBe(1);
  });

  it('finds none in numbers and dates', () => {
    expect(findHeaderRow(rowsOf([1, 2, 3], ['1-2-2025', '3', '4']))).toBeNull();
    expect(findHeaderRow([])).toBeNull();
  });
});

describe('column names that are repeated among the rows', () => {
  it('are no values: neither examples nor a reason to keep or skip a column', () => {
    const header = { headers: ['Sagsnr.', 'Oprettet', 'Sted'], groups: [] };
    const rows = [
      ['A-1', '01-02-2025', 'Nord'],
      ['SAGSNR.', 'Oprettet', ' Sted '],
      ['A-2', '03-02-2025', 'Syd'],
    ].map((cells, index) => ({ row: index + 2, cells }));
    expect(guessColumns(header, rows).map(({ examples }) => examples)).toEqual([
      ['A-1', 'A-2'],
      ['01-02-2025', '03-02-2025'],
      ['Nord', 'Syd'],
    ]);
  });
});
