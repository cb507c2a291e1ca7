import { describe, expect, it } from 'vitest';

import { buildReport } from '#shared/domain/report/build-report.ts';
import { howItWasDone } from '#shared/domain/report/political-how.ts';
import { politicalFigures } from '#shared/domain/report/political-figures.ts';
import { clipText } from '#shared/domain/report/clip-text.ts';
import { dotsText } from '#shared/domain/report/political-result.ts';
import { figuresOf } from '#shared/domain/report/round-facts.ts';
import type { ReportSource } from '#shared/domain/report/source.ts';
import type { CellValue, Workbook } from '#shared/domain/report/workbook.ts';

import { withEarlier } from './earlier-fixture.ts';
import { caseworkers, childName, type FixtureOptions, reportSource } from './report-fixture.ts';
import { fc } from '../../support/fast-check.ts';

const political = (options: FixtureOptions = {}): Workbook => buildReport('political', reportSource(options)).workbook;
const textOf = (value: CellValue): string => (typeof value === 'string' ? value : '');
const textsOf = (workbook: Workbook): string[] =>
  workbook.sheets.flatMap(({ rows }) =>
    rows.flatMap(({ cells }) => cells.flatMap(({ value }) => (typeof value === 'string' ? [value] : []))),
  );
const allText = (workbook: Workbook): string => [...textsOf(workbook), workbook.footer, workbook.title].join('\n');

describe('the committee page', () => {
  it('is one page and one page on method, with its headings in order', () => {
    const workbook = political({ targeted: 3 });
    expect(workbook.sheets.map(({ name, onePage }) => [name, onePage])).toEqual([
      ['Udvalg', true],
      ['Metode', true],
    ]);
    const headings = workbook.sheets[0]!.rows.flatMap(({ cells }) =>
      cells[0]?.style === 'heading' ? [cells[0].value] : [],
    );
    expect(headings).toEqual([
      'Sådan er der set efter',
      'Resultat',
      'Det virker',
      'Det skal blive bedre',
      'Det gør vi',
      'Indstilling',
    ]);
    expect(textsOf(workbook)[0]).toBe('Bilag til dagsorden · Prøvekøbing Kommune · indeholder ingen personoplysninger');
  });

  it('says how many, of how many, how drawn, and keeps the targeted apart', () => {
    expect(allText(political({ targeted: 3 }))).toContain(
      '30 af 420 sager er trukket tilfældigt og læst af én leder. Derudover er 3 sager udvalgt med vilje; de er ikke med i tallene.',
    );
  });

  it('says which period, and when the cases were judged, drawn and read', () => {
    expect(allText(political())).toContain(
      'Sagerne er opgjort pr. 05-01-2026, trukket 05-01-2026 og læst frem til 18-01-2026.',
    );
    const source = reportSource();
    const where = [{ field: 'decision_date' as const, from: '2025-10-01', to: '2025-12-31' }];
    const parts = source.record.plan.parts.map((part) => ({ ...part, where }));
    const plan = { ...source.record.plan, parts };
    expect(howItWasDone({ ...source, record: { ...source.record, plan } }, figuresOf(source)).join(' ')).toContain(
      'Periode: sager med afgørelse truffet fra 01-10-2025 til og med 31-12-2025.',
    );
  });

  it('shows the example of the method: 30 of 40 read, between 187 and 270 of the 312', () => {
    const answers = (caseIndex: number) => (caseIndex < 30 ? ('yes' as const) : ('no' as const));
    const workbook = political({ strata: [{ name: '', size: 312, drawn: 40 }], answers });
    expect(allText(workbook)).toContain('30 af 40');
    expect(allText(workbook)).toContain('mellem 187 og 270 af de 312');
    expect(allText(workbook)).toContain(`${'●'.repeat(30)}${'○'.repeat(10)}`);
  });

  it('tells the change since last time in a column and a line, and leaves both out in the first round', () => {
    const strata = [{ name: '', size: 312, drawn: 40 }];
    const kept = (met: number) => (caseIndex: number) => (caseIndex < met ? ('yes' as const) : ('no' as const));
    const source = reportSource({ strata, answers: kept(12) });
    const before = [{ name: '3. kvartal', asOf: '2025-10-05', strata, answers: kept(32) }];
    const rows = buildReport('political', withEarlier(source, before)).workbook.sheets[0]!.rows;
    const header = rows.find(({ isHeader }) => isHeader)!;
    expect(header.cells.map(({ value }) => value)).toEqual([
      'Område',
      'Læste sager',
      'Opfyldt',
      'Svarer i alle sager til',
      'Siden sidst',
    ]);
    const areas = rows.filter(({ cells }) => cells[1]?.style === 'dots');
    for (const { cells } of areas) {
      expect(cells[2]!.value).toBe('12 af 40');
      expect(cells[4]!.value).toContain('12 af 40 mod 32 af 40');
    }
    const text = rows.map(({ cells }) => textOf(cells[0]!.value)).join('\n');
    expect(text).toMatch(/Kan vi se en ændring\? Ja/);
    expect(allText(buildReport('political', source).workbook)).not.toMatch(/Siden sidst|Kan vi se/);
  });

  it('names the weakest legal requirements on the method page, with their counts', () => {
    const rows = political().sheets[1]!.rows;
    const table = rows.slice(rows.findIndex(({ isHeader }) => isHeader) + 1).slice(0, 10);
    const shares = table.map(({ cells }) => {
      const [, yes, n] = /^(\d+) af (\d+)$/.exec(textOf(cells[0]!.value))!.map(Number);
      expect(n).toBeGreaterThanOrEqual(10);
      return yes! / n!;
    });
    expect(shares).toHaveLength(10);
    expect(shares).toEqual(shares.toSorted((a, b) => a - b));
  });

  it('has the draw on the method page', () => {
    const text = allText(political());
    for (const part of [
      'LT1',
      '20260115-4711',
      '8a1d f02e c7de 1071',
      'nr. 1 på dette udtræk',
      'Barnets lov, udgave 1',
      '65 % (2024)',
    ]) {
      expect(text).toContain(part);
    }
  });

  it('has no figure of a group of four, in the same words whatever the reason, and no per cent under ten', () => {
    const few = political({ strata: [{ name: '', size: 420, drawn: 4 }] });
    expect(textsOf(few).filter((text) => text === 'vises ikke: for få sager')).toHaveLength(6);
    expect(textsOf(few).filter((text) => /^\d+ af \d+$/.test(text))).toEqual([]);
    const alike = political({ strata: [{ name: '', size: 420, drawn: 8 }], answers: () => 'yes' });
    expect(textsOf(alike).filter((text) => text === 'vises ikke: for få sager')).toHaveLength(6);
    const nine = political({ strata: [{ name: '', size: 420, drawn: 9 }] });
    const page = textsOf({ ...nine, sheets: [nine.sheets[0]!] });
    expect(page.filter((text) => /\d %/.test(text) && !/95 % sikkerhed/.test(text))).toEqual([]);
  });

  it('says that a small sample says little, and that a round is not finished', () => {
    const text = allText(political({ closed: 12 }));
    expect(text).toContain('Foreløbige tal: 12 af 30 sager er gennemgået og afsluttet.');
    expect(text).toContain(
      'Tallene er fra 12 gennemgåede sager og kan ikke bruges til at sige noget sikkert om alle kommunens sager.',
    );
    expect(allText(political())).not.toContain('Foreløbige');
  });

  it('says on every sheet of an example that it is one', () => {
    const source = { ...reportSource({ targeted: 2 }), round: { name: 'Prøve', example: true } };
    for (const kind of ['political', 'administrative', 'casework'] as const) {
      for (const sheet of buildReport(kind, source).workbook.sheets) {
        const lines = sheet.rows.map(({ cells }) => cells[0]?.value);
        expect(lines, `${kind} ${sheet.name}`).toContain('EKSEMPELDATA – ingen virkelige sager');
      }
    }
  });

  it('names an owner only where it is a role', () => {
    const text = allText(political());
    expect(text).toContain('Ansvarlig: teamlederne. Frist 31-01-2026.');
    expect(text.toLowerCase()).not.toContain('karen');
  });

  it('does without a seed that looks like a CPR number', () => {
    const source = reportSource();
    const seeded = { ...source, record: { ...source.record, seed: '010112-1234' } };
    expect(allText(buildReport('political', seeded).workbook)).not.toContain('010112-1234');
  });

  it('never holds a name, a case number, a caseworker or a team, whatever they are', () => {
    const name = fc.stringMatching(/^[A-ZÆØÅ][a-zæøåXQZ]{3,9} [A-ZÆØÅ][a-zæøåXQZ]{3,9}$/);
    const id = fc.stringMatching(/^[A-Z]{2}-[0-9]{4,6}$/);
    fc.assert(
      fc.property(
        name,
        name,
        id,
        fc.stringMatching(/^Team [A-ZÆØÅ][a-zæøå]{4,8}$/),
        (child, caseworker, caseId, team) => {
          const source = hostile(
            reportSource({
              strata: [
                { name: team, size: 50, drawn: 12 },
                { name: 'Andre', size: 50, drawn: 12 },
              ],
              targeted: 2,
            }),
            child,
            caseworker,
            caseId,
          );
          const text = allText(buildReport('political', source).workbook);
          for (const secret of [child, caseworker, caseId, team, 'BF', ...caseworkers, childName(0)]) {
            expect(text).not.toContain(secret);
          }
        },
      ),
      { numRuns: 25 },
    );
  });
});

/** The same round with these names in every place that could leak: cases, notes, owners, case actions. */
function hostile(source: ReportSource, child: string, caseworker: string, caseId: string): ReportSource {
  return {
    ...source,
    cases: source.cases.map((row, index) => ({
      ...row,
      drawn: index === 0 ? { ...row.drawn, caseId } : row.drawn,
      case: { ...row.case, values: { ...row.case.values, child_name: child, caseworker } },
    })),
    reviews: source.reviews.map((review, index) => ({
      ...review,
      caseId: index === 0 ? caseId : review.caseId,
      answers: review.answers.map((answer) => ({ ...answer, note: `${child} ${caseId}`, evidence: caseworker })),
    })),
    actions: source.actions.map((action) => ({
      ...action,
      owner: caseworker,
      ...(action.kind === 'case' ? { text: `Tal med ${child}`, caseId } : {}),
    })),
    profile: { ...source.profile, reviewer: caseworker },
  };
}

describe('a round of cases chosen on purpose only', () => {
  const source = reportSource({ strata: [], targeted: 5 });
  const plan = { ...source.record.plan, parts: source.record.plan.parts.filter(({ kind }) => kind === 'targeted') };
  const { workbook } = buildReport('political', { ...source, record: { ...source.record, plan } });

  it('is not said to be drawn among no cases, nor divided in some way', () => {
    const texts = textsOf(workbook);
    expect(texts).not.toContain('0 sager');
    expect(texts).not.toContain('Fordeling');
    expect(texts).toContain('ingen; runden har kun sager, der er udvalgt med vilje');
    expect(texts.some((text) => /^5.*indgår ikke i tallene$/.test(text))).toBe(true);
  });
});

describe('a text that is too long for its place', () => {
  it('ends between two words, and never runs over', () => {
    expect(clipText('Er der gennemført to tilsynsbesøg på anbringelsesstedet?', 48)).toBe(
      'Er der gennemført to tilsynsbesøg på …',
    );
    expect(clipText('Samvær, kontakt og andet', 20)).toBe('Samvær, kontakt og …');
    expect(clipText('x'.repeat(30), 20)).toBe(`${'x'.repeat(19)}…`);
    expect(clipText('kort', 20)).toBe('kort');
    fc.assert(
      fc.property(fc.string(), fc.integer({ min: 4, max: 60 }), (text, most) => clipText(text, most).length <= most),
    );
  });
});

describe('politicalFigures', () => {
  const shownOf = (positive: number, n: number, notRelevant: number) => {
    const answers = (caseIndex: number) => (caseIndex < positive ? 'yes' : caseIndex < n ? 'no' : 'na');
    const source = reportSource({ strata: [{ name: '', size: 420, drawn: n + notRelevant }], answers });
    return politicalFigures(figuresOf(source), 5).items[0]!;
  };

  it('has no rate under ten relevant cases; an interval in cases may stay, one in per cent may not', () => {
    expect(shownOf(6, 9, 0)).toMatchObject({ n: 9, rate: null, interval: { unit: 'cases' }, noInterval: null });
    expect(shownOf(6, 9, 3)).toMatchObject({ n: 9, rate: null, interval: null, noInterval: 'too-few' });
    expect(shownOf(6, 10, 3)).toMatchObject({ n: 10, rate: 0.6, interval: { unit: 'share' }, noInterval: null });
  });

  it('has neither for a suppressed group', () => {
    expect(shownOf(2, 4, 20)).toMatchObject({ rate: null, interval: null, noInterval: 'suppressed' });
    expect(shownOf(9, 9, 0)).toMatchObject({ rate: null, interval: null, noInterval: 'suppressed' });
  });
});

describe('dotsText', () => {
  it('is one dot a case, and grouped it is never full nor empty unless it is so', () => {
    expect(dotsText(3, 5, 1)).toBe('●●●○○');
    expect(dotsText(99, 100, 10)).toBe('●●●●●●●●●○');
    expect(dotsText(1, 100, 10)).toBe('●○○○○○○○○○');
    expect(dotsText(100, 100, 10)).toBe('●●●●●●●●●●');
    expect(dotsText(0, 5, 1)).toBe('○○○○○');
  });
});
