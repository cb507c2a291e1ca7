import { describe, expect, it } from 'vitest';

import { rangeNames } from '#shared/domain/report/administrative/range-names.ts';
import { buildReport } from '#shared/domain/report/build-report.ts';
import type { ReportSource } from '#shared/domain/report/source.ts';
import type { CellValue, Workbook } from '#shared/domain/report/workbook.ts';

import { quartersBefore, withEarlier } from './earlier-fixture.ts';
import { type FixtureOptions, reportSource, templateItems } from './report-fixture.ts';

type Row = Readonly<Record<string, CellValue>>;
const shown = (value: CellValue): CellValue =>
  value !== null && typeof value === 'object' && 'formula' in value ? value.result : value;
/** A cell as text, for what is text. */
const text = (value: CellValue | undefined): string => (typeof value === 'string' ? value : JSON.stringify(value));
const sheetOf = (workbook: Workbook, name: string) => workbook.sheets.find((sheet) => sheet.name === name)!;

function tableOf(workbook: Workbook, name: string): readonly Row[] {
  const { rows } = sheetOf(workbook, name);
  const header = rows.findIndex(({ isHeader }) => isHeader);
  const names = rows[header]!.cells.map(({ value }) => text(value));
  return rows
    .slice(header + 1)
    .map(({ cells }) => Object.fromEntries(cells.map((cell, at) => [names[at]!, shown(cell.value)])));
}

const report = (source: ReportSource) => buildReport('administrative', source).workbook;
const teamed = (options: FixtureOptions, teamOf: (stratum: string, index: number) => string | undefined) => {
  const source = reportSource(options);
  const cases = source.cases.map((row, index) => {
    const { team: _, ...values } = row.case.values;
    const team = teamOf(row.drawn.stratum, index);
    return { ...row, case: { ...row.case, values: team === undefined ? values : { ...values, team } } };
  });
  return { ...source, cases };
};
const groups = [
  { name: 'Øst', size: 60, drawn: 12 },
  { name: 'Nord', size: 90, drawn: 11 },
];

describe('the front page', () => {
  const lines = (workbook: Workbook) =>
    sheetOf(workbook, 'Forside').rows.map(({ cells }) => cells.map(({ value }) => text(value)));
  const under = (workbook: Workbook, heading: string) => {
    const all = lines(workbook);
    const start = all.findIndex(([first]) => first === heading);
    return all.slice(start + 2, start + 2 + all.slice(start + 2).findIndex((line) => line.length === 1));
  };

  it('opens with what works, the challenges and the recommendations, before the facts of the round', () => {
    const headings = ['Hvad virker', 'Udfordringer', 'Anbefalinger', 'Om runden', 'Indhold'];
    const all = lines(report(reportSource())).map(([first]) => first);
    expect(all.filter((line) => headings.includes(line!))).toEqual(headings);
  });

  it('says which sheets are the report on paper, by the names they bear', () => {
    const workbook = report(reportSource());
    const onPaper = lines(workbook).find(([first]) => first?.startsWith('Til udskrift: '))![0];
    const named = workbook.sheets.map(({ name }) => name).filter((name) => onPaper?.includes(name));
    expect(onPaper).toContain('Til udskrift: Forside, Overblik, Områder og Diagrammer.');
    expect(named).toEqual(['Forside', 'Overblik', 'Områder', 'Diagrammer']);
  });

  it('leads each line by yes, n and what that says of all cases', () => {
    const workbook = report(reportSource({ answers: (index, item) => (item === 2 && index < 20 ? 'no' : 'yes') }));
    const [works, question] = under(workbook, 'Hvad virker')[0]!;
    expect(works).toMatch(/^30 af 30; mellem \d+ og 420 af de 420$/u);
    expect(question).toBe(templateItems[0]!.question);
    const challenges = under(workbook, 'Udfordringer');
    expect(challenges).toHaveLength(1);
    expect(challenges[0]![0]).toMatch(/^10 af 30; mellem \d+ og \d+ af de 420$/u);
    expect(challenges[0]![1]).toBe(templateItems[2]!.question);
  });

  it('takes the open changes of practice as recommendations, and marks its own proposals where nobody wrote one', () => {
    const source = reportSource({ answers: (index, item) => (item < 2 && index < 20 ? 'no' : 'yes') });
    const [first, done, ...rest] = source.actions;
    const actions = [
      { ...first!, itemId: templateItems[0]!.id, category: 'workflows' as const },
      { ...done!, done: '2026-01-19' },
      ...rest,
    ];
    const recommendations = under(report({ ...source, actions }), 'Anbefalinger');
    expect(recommendations[0]![0]).toMatch(/^10 af 30; /u);
    expect(recommendations[0]![1]).toBe(
      'Klare arbejdsgange: Fast skabelon for samtale før afgørelse. Ansvarlig: Afdelingsleder, frist 01-02-2026.',
    );
    expect(JSON.stringify(recommendations)).not.toContain('Ugentlig liste');
    const proposals = recommendations.filter(([, said]) => said!.startsWith('Forslag: '));
    expect(proposals).toHaveLength(1);
    expect(proposals[0]![1]).toContain(templateItems[1]!.question);
  });

  it('points at nothing with fewer than ten relevant answers', () => {
    const workbook = report(reportSource({ closed: 9 }));
    expect(lines(workbook).filter(([first]) => first!.startsWith('Der er læst for få sager'))).toHaveLength(2);
    expect(JSON.stringify(lines(workbook))).not.toContain('Forslag:');
  });
});

describe('the sheets of teams', () => {
  it('stand in the order of the alphabet, with cases that have no team last', () => {
    const workbook = report(teamed({}, (_, index) => [undefined, 'Øst', 'Aabenraa', 'Nord'][index % 4]));
    const teams = [...new Set(tableOf(workbook, 'Pr. team').map((row) => row['Team']))];
    expect(teams).toEqual(['Nord', 'Øst', 'Aabenraa', 'Uden team']);
  });

  it('give a share from ten relevant answers of one group, and none of a team drawn in several groups', () => {
    const apart = tableOf(report(teamed({ strata: groups, answers: () => 'yes' }, (stratum) => stratum)), 'Pr. team');
    expect(new Set(apart.map((row) => JSON.stringify(row['Andel ja']))).size).toBe(1);
    expect(apart[0]).toMatchObject({ Team: 'Nord', n: 11, Ja: 11, 'Andel ja': { share: 1 } });
    const mixed = tableOf(report(teamed({ strata: groups }, () => 'Samlet')), 'Pr. team');
    expect(mixed.map((row) => row['Andel ja'])).toEqual(templateItems.map(() => null));
    const few = tableOf(report(teamed({ answers: () => 'yes' }, (_, index) => (index < 9 ? 'A' : 'B'))), 'Pr. team');
    expect(few.filter((row) => row['Team'] === 'A').every((row) => row['n'] === 9 && row['Andel ja'] === null)).toBe(
      true,
    );
  });

  it('count targeted cases on a sheet of their own, without shares', () => {
    const workbook = report(teamed({ targeted: 4 }, () => 'Nord'));
    const rows = tableOf(workbook, 'Pr. team, øvrige');
    expect(rows.length).toBeGreaterThan(30);
    expect(rows.length).toBeLessThan(templateItems.length);
    expect(rows.every((row) => Number(row['n']) > 0)).toBe(true);
    expect(
      rows.every((row) => row['Del'] === 'Målrettet' && Number(row['n']) + Number(row['Ikke relevant']) === 4),
    ).toBe(true);
    expect(JSON.stringify(sheetOf(workbook, 'Pr. team, øvrige'))).not.toContain('"share');
  });
});

describe('the sheet of coverage', () => {
  it('knows the frame of a team where teams were the groups, and sums to the whole', () => {
    const rows = tableOf(report(teamed({ strata: groups, closed: 15 }, (stratum) => stratum)), 'Dækning');
    expect(rows.map((row) => [row['Team'], row['Ramme'], row['Trukket'], row['Afsluttet'], row['Mangler']])).toEqual([
      ['Alle teams', 150, 23, 15, 8],
      ['Nord', 90, 11, 3, 8],
      ['Øst', 60, 12, 12, 0],
    ]);
    const among = tableOf(report(teamed({}, () => 'Nord')), 'Dækning');
    expect(among.map((row) => row['Ramme'])).toEqual([420, null]);
  });
});

describe('the sheet of data quality', () => {
  it('adds up the problems of the import by kind, in words', () => {
    const source = reportSource();
    const problems = [
      { code: 'invalid-date', count: 3 },
      { code: 'cpr-padded', count: 2 },
      { code: 'invalid-date', count: 4 },
    ];
    const rows = tableOf(report({ ...source, imported: { ...source.imported!, problems } }), 'Datakvalitet');
    expect(rows.slice(0, 3).map((row) => [row['Antal'], row['Ud af']])).toEqual([
      [9, 437],
      [7, null],
      [2, null],
    ]);
    expect(rows[1]!['Hvad']).toContain('ikke en dato');
  });

  it('counts the cases in which a date is missing among those that the rule concerns', () => {
    const source = reportSource();
    const question = templateItems.find(({ rule }) => rule === 'R07')!.question;
    const cases = source.cases.map((row, index) => {
      const dates = index < 10 ? { bfu_start: '2025-01-06' as never, bfu_end: '2025-03-03' as never } : {};
      return { ...row, case: { ...row.case, values: { ...row.case.values, ...dates } } };
    });
    const before = tableOf(report(source), 'Datakvalitet').find((row) => row['Hvad'] === question)!;
    const after = tableOf(report({ ...source, cases }), 'Datakvalitet').find((row) => row['Hvad'] === question);
    expect([before['Antal'], before['Ud af']]).toEqual([30, 30]);
    expect(Number(after?.['Antal'] ?? 0)).toBeLessThan(30);
  });
});

describe('the dictionary', () => {
  const source = withEarlier(
    teamed({ targeted: 3 }, () => 'Nord'),
    quartersBefore(3, () => 0.7),
  );
  const workbook = report(source);

  it('has every column of every table with its meaning and its type', () => {
    const entries = tableOf(workbook, 'Ordbog').filter((row) => row['Slags'] === 'Kolonne');
    const known = new Set(entries.map((row) => `${text(row['Ark'])} | ${text(row['Navn'])}`));
    const columns = workbook.sheets.flatMap(({ name, rows }) => {
      const header = rows.find(({ isHeader }) => isHeader);
      return (header?.cells ?? []).map(({ value }) => `${name} | ${text(value)}`);
    });
    expect(columns.filter((each) => !known.has(each))).toEqual([]);
    expect(entries.filter((row) => row['Betydning'] === '' || row['Type'] === '').map((row) => row['Navn'])).toEqual(
      [],
    );
  });

  it('has every named range and every word of an answer', () => {
    const rows = tableOf(workbook, 'Ordbog');
    const ranges = rows.filter((row) => row['Slags'] === 'Navngivet område').map((row) => row['Navn']);
    expect(ranges).toEqual(workbook.names!.map(({ name }) => name));
    const answers = rows.filter((row) => row['Slags'] === 'Svar').map((row) => row['Navn']);
    expect(answers).toEqual(['Ja', 'Delvist', 'Nej', 'Ikke relevant', 'Kan ikke ses', 'Ubesvaret']);
  });

  it('stands beside the status against the first round and the change since the last', () => {
    expect(workbook.sheets.map(({ name }) => name)).toEqual(
      expect.arrayContaining(['Status mod første runde', 'Udvikling', 'Udvikling i billeder']),
    );
    const since = tableOf(workbook, 'Overblik').map((row) => text(row['Siden sidst']));
    expect(since.every((said) => /; \d+ af \d+ i |for få sager|ingen læste/u.test(said))).toBe(true);
    expect(Object.keys(tableOf(report(reportSource()), 'Overblik')[0]!)).not.toContain('Siden sidst');
  });
});

describe('the pictures', () => {
  const { workbook, figures } = buildReport('administrative', reportSource());
  const { charts = [] } = sheetOf(workbook, 'Diagrammer');

  it('have the counts of their area, from the cells that they say they show', () => {
    const table = sheetOf(workbook, 'Svar pr. område');
    let bars = 0;
    for (const { categories, series } of charts) {
      series.forEach(({ range, values }) => {
        const cells = table.rows
          .slice(range.firstRow - 1, range.lastRow)
          .map((row) => row.cells[range.column - 1]!.value);
        expect(cells.map(shown)).toEqual(values);
      });
      const { column, firstRow } = categories.range;
      expect(categories.values[0]).toBe(table.rows[firstRow - 1]!.cells[column - 1]!.value);
      bars += categories.values.length;
    }
    expect(bars).toBe(figures.items.filter(({ n }) => n > 0).length);
  });

  it('do not lie over each other', () => {
    const places = charts.map(({ place }) => place);
    places.slice(1).forEach(({ row }, index) => expect(row).toBeGreaterThan(places[index]!.lastRow));
  });
});

describe('rangeNames', () => {
  it('gives names that Excel takes, each once', () => {
    const long = `Svar_${'a'.repeat(80)}`;
    const names = rangeNames(['Svar_bfu-frist', 'svar_BFU frist', 'Data_Sagsnr.', long, long]);
    expect(names.slice(0, 3)).toEqual(['Svar_bfu_frist', 'svar_BFU_frist_2', 'Data_Sagsnr']);
    expect(names[3]).toHaveLength(60);
    expect(new Set(names.map((name) => name.toLowerCase())).size).toBe(5);
    expect(names.every((name) => /^[A-Za-z]+_[A-Za-z0-9_]+$/u.test(name))).toBe(true);
  });
});
