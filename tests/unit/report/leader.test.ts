import { describe, expect, it } from 'vitest';

import { leaderWorkbook } from '#shared/domain/report/leader/leader.ts';
import { teamFigures } from '#shared/domain/report/leader/team-figures.ts';
import type { EarlierRound, ReportSource } from '#shared/domain/report/source.ts';
import type { CellValue, Sheet } from '#shared/domain/report/workbook.ts';
import type { AnswerValue } from '#shared/domain/review/answer.ts';

import { type FixtureOptions, reportSource, templateItems } from './report-fixture.ts';

const [north, south] = ['Team Nord', 'Team Syd'];
const criticalAt = templateItems.findIndex(({ severity }) => severity === 'critical');
const minorAt = templateItems.findIndex(({ severity }) => severity !== 'critical');

/** Every third case is the northern team's: 4 of 12 random ones and 1 of 3 targeted. */
function teamRound(options: FixtureOptions = {}, team: string | null = north): ReportSource {
  const strata = [{ name: '', size: 400, drawn: 12 }];
  const source = reportSource({ strata, targeted: 3, closed: 12, answers: () => 'yes', ...options });
  const cases = source.cases.map((row, index) => {
    const values = { ...row.case.values, team: index % 3 === 0 ? north : south };
    return { ...row, case: { ...row.case, values } };
  });
  return { ...source, cases, actions: [], team };
}

const answers =
  (value: (caseIndex: number, itemIndex: number) => AnswerValue | null | undefined) =>
  (caseIndex: number, itemIndex: number): AnswerValue | null => {
    const answer = value(caseIndex, itemIndex);
    return answer === undefined ? 'yes' : answer;
  };

const sheetsOf = (source: ReportSource): Readonly<Record<string, Sheet>> =>
  Object.fromEntries(leaderWorkbook(source, teamFigures(source)).sheets.map((sheet) => [sheet.name, sheet]));
const plain = (value: CellValue): unknown =>
  value !== null && typeof value === 'object' && 'result' in value ? value.result : value;
const linesOf = (sheet: Sheet | undefined) =>
  (sheet?.rows ?? []).map(({ cells }) => cells.map(({ value }) => plain(value)));
const textOf = (sheet: Sheet | undefined) =>
  linesOf(sheet)
    .map((line) => line.join(' | '))
    .join('\n');
const tableOf = (sheet: Sheet | undefined) =>
  linesOf(sheet).slice((sheet?.rows.findIndex(({ isHeader }) => isHeader) ?? -1) + 1);

describe('the overview of a team', () => {
  const found = teamRound({
    answers: answers((caseIndex, item) => {
      if (item === criticalAt && caseIndex === 3) return 'no';
      if (item === minorAt && caseIndex < 7) return 'partly';
      return undefined;
    }),
  });
  const text = textOf(sheetsOf(found)['Overblik']);

  it('counts the cases of the team alone, the random and the targeted ones apart', () => {
    expect(text).toContain('Tilfældige sager | 4 af 4 afsluttet · 0 begyndt · 0 ikke begyndt');
    expect(text).toContain('Målrettede sager | 1 af 1 afsluttet · 0 begyndt · 0 ikke begyndt');
    expect(text).not.toMatch(/\d %/u);
  });

  it('says how many findings there are, the critical ones first, and which of these nobody has acted on', () => {
    expect(text).toContain('Tilfældige sager | 1 kritisk af 4 fund, i 3 af 4 læste sager');
    expect(text).toContain('Målrettede sager | Ingen fund i den læste sag');
    const caseId = found.cases[3]!.drawn.caseId;
    expect(text).toContain(`1 kritisk fund har ingen handling: ${caseId}`);
    const action = { ...reportSource().actions[0]!, caseId, itemId: templateItems[criticalAt]!.id };
    expect(textOf(sheetsOf({ ...found, actions: [action] })['Overblik'])).not.toContain('har ingen handling');
  });

  it('points at what several cases have in common, with its counts', () => {
    const lines = text.split('\n');
    const at = lines.indexOf('Tag op på næste teammøde');
    expect(lines[at + 1]).toBe(`• ${templateItems[minorAt]!.question} Ikke ja i 3 af 4.`);
    expect(text).not.toContain(`• ${templateItems[criticalAt]!.question} Ikke ja`);
  });

  it('counts the answers of each area, those with critical findings first, and draws them', () => {
    const sheet = sheetsOf(found)['Overblik']!;
    const rows = tableOf(sheet);
    const [first] = rows;
    const area = found.template.areas.find(({ id }) => id === templateItems[criticalAt]!.area)!;
    expect(first![0]).toBe(area.name);
    const items = templateItems.filter((item) => item.area === area.id).length;
    expect(first!.slice(1).reduce((sum: number, value, index) => sum + (index < 4 ? Number(value) : 0), 0)).toBe(
      4 * items,
    );
    for (const row of rows) {
      const [, yes, partly, no, cannotTell, n, findings] = row as number[];
      expect([n, findings]).toEqual([yes! + partly! + no! + cannotTell!, partly! + no! + cannotTell!]);
    }
    expect(rows.reduce((sum, row) => sum + Number(row[7]), 0)).toBe(1);
    const [chart] = sheet.charts!;
    expect(chart!.categories.values).toEqual(rows.map(([name]) => name));
    expect(chart!.series.map(({ values }) => values[0])).toEqual(first!.slice(1, 5));
    expect(chart!.alternative).toContain(area.name);
  });

  it('says what the sample of the team may be used for', () => {
    const note = (source: ReportSource) => textOf(sheetsOf(source)['Overblik']);
    expect(text).toContain('den siger ikke noget om alle teamets sager');
    const [part, ...others] = found.record.plan.parts;
    const parts = [{ ...part!, stratifyBy: 'team' as const } as typeof part & object, ...others];
    const perTeam = { ...found, record: { ...found.record, plan: { ...found.record.plan, parts } } };
    expect(note(perTeam)).toContain('Stikprøven er trukket for hvert team');
    expect(note({ ...found, team: null })).not.toMatch(/trukket (?:i hele|for hvert)/u);
  });

  it('names what is late against the day of the report, nearest deadline first, and the owner who may be named', () => {
    const action = (due: string | null, owner: string, done: string | null = null) => ({
      ...reportSource().actions[0]!,
      text: `Gør det (${due ?? 'ingen'})`,
      due,
      owner,
      done,
    });
    const actions = [
      action('2026-01-20', 'Teamlederne'),
      action(null, ''),
      action('2026-01-19', 'Anders Afprøvet'),
      action('2026-01-01', 'X', '2026-01-02'),
    ];
    const lines = textOf(sheetsOf({ ...found, actions })['Overblik']).split('\n');
    const at = lines.indexOf('Åbne handlinger');
    expect(lines.slice(at + 1, at + 4)).toEqual([
      'Frist overskredet 19-01-2026 | Gør det (2026-01-19) (En rådgiver)',
      'Frist 20-01-2026 | Gør det (2026-01-20) (Teamlederne)',
      'Ingen frist | Gør det (ingen)',
    ]);
    const states = tableOf(sheetsOf({ ...found, actions })['Handlinger']).map(([state]) => state);
    expect(states).toEqual(['Frist overskredet', 'Åben', 'Åben', 'Udført']);
  });
});

describe('the sheets of a team', () => {
  it('lists what remains, with what each case lacks; begun ones first', () => {
    const some = answers((caseIndex, item) => (caseIndex === 3 && item > 30 ? null : undefined));
    const source = teamRound({ closed: 4, answers: some });
    const rows = tableOf(sheetsOf(source)['Mangler']);
    const id = (index: number) => source.cases[index]!.drawn.caseId;
    expect(rows).toEqual([
      [id(3), 'Tilfældig', 'Kladde', 31, 14, '14 spørgsmål mangler svar'],
      [id(6), 'Tilfældig', 'Ikke begyndt', 0, 45, 'Sagen skal læses'],
      [id(9), 'Tilfældig', 'Ikke begyndt', 0, 45, 'Sagen skal læses'],
    ]);
    expect(textOf(sheetsOf(source)['Overblik'])).toContain('3 sager er ikke afsluttet; 104 spørgsmål mangler svar.');
  });

  it('shares what was starred, those with words first', () => {
    const source = teamRound();
    const star = (index: number, goodPractice: string) => {
      const { caseId } = source.cases[index]!.drawn;
      return source.reviews.map((review) =>
        review.caseId === caseId
          ? { ...review, answers: review.answers.map((each, at) => (at === 0 ? { ...each, goodPractice } : each)) }
          : review,
      );
    };
    const reviews = star(0, '').map((review, at) => (at === 3 ? star(3, 'Barnet fik et billede.')[3]! : review));
    const rows = tableOf(sheetsOf({ ...source, reviews })['Gode eksempler']);
    expect(rows.map(([line, , , caseId]) => [line, caseId])).toEqual([
      ['Barnet fik et billede.', source.cases[3]!.drawn.caseId],
      ['Ingen bemærkning', source.cases[0]!.drawn.caseId],
    ]);
    expect(textOf(sheetsOf({ ...source, reviews })['Overblik'])).toContain('★ Barnet fik et billede.');
  });

  it('puts the team’s own counts of the round before beside those of this one, and no difference', () => {
    const before = teamRound({ answers: answers((index, item) => (item === 0 && index === 0 ? 'no' : undefined)) });
    const figures = teamFigures({ ...before, team: null });
    const { template } = before;
    const earlier: EarlierRound = {
      roundId: 'r0',
      name: '3. kvartal',
      asOf: '2025-10-01',
      template,
      figures,
      ofTeam: teamFigures(before),
      actions: [],
    };
    const since = (source: ReportSource) => sheetsOf({ ...source, earlier: [earlier] })['Siden sidst'];
    const now = teamRound();
    expect(tableOf(since(now))[0]!.slice(1)).toEqual([templateItems[0]!.question, 3, 4, 4, 4, null]);
    expect(tableOf(since({ ...now, team: null }))[0]!.slice(2, 6)).toEqual([11, 12, 12, 12]);
    const changed = { ...now, template: { ...template, id: 'en-anden' } };
    expect(tableOf(since(changed))[0]!.slice(2)).toEqual([null, null, 4, 4, 'en anden tjekliste']);
    expect(textOf(since(teamRound({ closed: 0, targeted: 0 })))).toContain('Ingen tilfældige sager er læst');
    expect(textOf(sheetsOf(now)['Siden sidst'])).toContain('Der er ingen tidligere runde');
  });

  it('says what it was made from, and what every column means', () => {
    const sheets = sheetsOf(teamRound());
    const about = textOf(sheets['Om rapporten']);
    expect(about).toContain('Udtrækkets aftryk | 8a1d f02e c7de 1071');
    for (const name of ['Mangler', 'Fund', 'Handlinger', 'Gode eksempler', 'Siden sidst']) {
      const header = sheets[name]!.rows.findIndex(({ isHeader }) => isHeader);
      const columns = linesOf(sheets[name])[header] as string[];
      for (const column of columns) expect(about).toMatch(new RegExp(`${name}: ${column} \\| \\S`, 'u'));
    }
  });
});

describe('a team with little to say', () => {
  it('without cases says so, and draws nothing', () => {
    const sheets = sheetsOf(teamRound({}, 'Team Vest'));
    expect(textOf(sheets['Overblik'])).toContain('Teamet har ingen sager i runden.');
    expect(sheets['Overblik']!.charts).toBeUndefined();
    expect(textOf(sheets['Overblik'])).not.toContain('Det virker');
  });

  it('where nothing is read yet says what remains, and points at nothing', () => {
    const sheets = sheetsOf(teamRound({ closed: 0, targeted: 0 }));
    expect(textOf(sheets['Overblik'])).toContain('0 af 4 afsluttet · 0 begyndt · 4 ikke begyndt');
    expect(textOf(sheets['Overblik'])).not.toContain('Tag op');
    expect(sheets['Overblik']!.charts).toBeUndefined();
  });

  it('where all is closed says that nothing remains', () => {
    const sheets = sheetsOf(teamRound());
    expect(textOf(sheets['Overblik'])).toContain('Mangler | Intet. Alle sager er afsluttet.');
    expect(textOf(sheets['Mangler'])).toContain('Alle sager er gennemgået og afsluttet.');
    expect(textOf(sheets['Overblik'])).toContain('Intet spørgsmål har fund i flere sager.');
  });
});

describe('the figures of a team', () => {
  it('are counts without a rate: a sample of all says nothing about all cases of one team', () => {
    const { items, areas, coverage } = teamFigures(teamRound());
    expect(coverage.random).toMatchObject({ drawn: 4, closed: 4 });
    expect(items.find(({ part }) => part === 'random')!.n).toBe(4);
    expect([...items, ...areas].filter(({ rate, interval }) => rate !== null || interval !== null)).toEqual([]);
    expect(new Set(items.filter(({ part }) => part === 'targeted').map(({ noInterval }) => noInterval))).toEqual(
      new Set(['targeted']),
    );
  });
});
