import { describe, expect, it } from 'vitest';

import { buildReport } from '#shared/domain/report/build-report.ts';
import { politicalFigures } from '#shared/domain/report/political-figures.ts';
import { shownRequirements } from '#shared/domain/report/political-requirements.ts';
import { proposeWords } from '#shared/domain/report/propose-words.ts';
import { figuresOf } from '#shared/domain/report/round-facts.ts';
import type { ReportSource } from '#shared/domain/report/source.ts';
import type { AnswerValue } from '#shared/domain/review/answer.ts';

import { withEarlier } from './earlier-fixture.ts';
import { barnetsLov, type FixtureOptions, reportSource, templateItems } from './report-fixture.ts';

type Threshold = 3 | 5 | 10;
const thresholds: readonly Threshold[] = [3, 5, 10];
const areaAt = templateItems.map(({ area }) => area);

/** Answers of which so many per area are relevant and so many of those are met, whatever the case. */
function answersWith(counts: Readonly<Record<string, readonly [n: number, met: number]>>, all: number) {
  return (caseIndex: number, itemIndex: number): AnswerValue => {
    const [n, met] = counts[areaAt[itemIndex]!] ?? [all, Math.floor(all / 2)];
    if (caseIndex >= n) return 'na';
    return caseIndex < met ? 'yes' : 'no';
  };
}

function sourceWith(options: FixtureOptions & { readonly threshold?: Threshold }): ReportSource {
  const source = reportSource(options);
  const threshold = options.threshold ?? 5;
  return { ...source, threshold, words: proposeWords(figuresOf(source), barnetsLov, threshold) };
}

/** What a reader has in the hand: every text of the paper, a line each. */
function printed(kind: 'political' | 'year', source: ReportSource): string[] {
  const { workbook } = buildReport(kind, source);
  return [workbook.title, workbook.footer].concat(
    workbook.sheets.flatMap(({ rows }) =>
      rows.map(({ cells }) => cells.map(({ value }) => (typeof value === 'object' ? '' : String(value))).join(' | ')),
    ),
  );
}

const rowsOf = (lines: readonly string[], short: string) => lines.filter((line) => line.startsWith(`${short} |`));
const nameOf = (id: string) => barnetsLov.areas.find((area) => area.id === id)!.short;

/** Two rounds alike in all that may be seen and unlike in the hidden group: the papers must be the same words. */
function samePapers(kind: 'political' | 'year', one: ReportSource, other: ReportSource): void {
  expect(printed(kind, one).join('\n')).toBe(printed(kind, other).join('\n'));
}

describe('an attacker with the committee page in hand', () => {
  const round = (hidden: readonly [number, number], threshold: Threshold = 5) =>
    sourceWith({ strata: [{ name: '', size: 420, drawn: 30 }], threshold, answers: answersWith({ X: hidden }, 30) });

  it('cannot tell what a hidden group holds: every other content prints the same page', () => {
    for (const threshold of thresholds) {
      for (let n = 1; n < threshold; n += 1) {
        for (let met = 0; met <= n; met += 1)
          samePapers('political', round([n, met], threshold), round([1, 0], threshold));
      }
    }
  });

  it('cannot tell all from none, nor either of them from too few', () => {
    samePapers('political', round([8, 8]), round([8, 0]));
    samePapers('political', round([8, 8]), round([2, 1]));
  });

  it('gets no change of an area that is hidden now, and none against a round in which it was hidden', () => {
    const earlier = (met: number) => [
      {
        name: 'Før',
        asOf: '2025-07-01',
        strata: [{ name: '', size: 420, drawn: 30 }],
        answers: answersWith({ X: [4, met] }, 30),
      },
    ];
    samePapers('political', withEarlier(round([30, 15]), earlier(0)), withEarlier(round([30, 15]), earlier(4)));
    samePapers('year', withEarlier(round([30, 15]), earlier(0)), withEarlier(round([30, 15]), earlier(4)));
    const shownBefore = [{ ...earlier(0)[0]!, answers: answersWith({ X: [30, 15] }, 30) }];
    samePapers('political', withEarlier(round([4, 0]), shownBefore), withEarlier(round([4, 4]), shownBefore));
    const [line] = rowsOf(printed('political', withEarlier(round([4, 0]), shownBefore)), nameOf('X'));
    expect(line).toMatch(/\| – \| .* \| –$/);
  });

  it('cannot subtract the shown rounds of a year from anything: hidden rounds leave the page unchanged', () => {
    const quarter = (name: string, asOf: string, hidden: readonly [number, number]) => ({
      name,
      asOf,
      strata: [{ name: '', size: 420, drawn: 30 }],
      answers: answersWith({ X: hidden }, 30),
    });
    const year = (hidden: readonly [number, number]) => {
      const source = withEarlier(round([20, 9]), [
        quarter('1. kvartal', '2025-03-31', [22, 10]),
        quarter('2. kvartal', '2025-06-30', hidden),
        quarter('3. kvartal', '2025-09-30', [25, 10]),
      ]);
      return { ...source, record: { ...source.record, asOf: '2025-12-31' } };
    };
    const [line] = rowsOf(printed('year', year([3, 1])), nameOf('X'));
    expect(line).toContain('| 10 af 22 | – | 10 af 25 | 9 af 20 |');
    for (const hidden of [
      [1, 0],
      [3, 3],
      [4, 2],
      [9, 9],
      [7, 0],
    ] as const)
      samePapers('year', year(hidden), year([3, 1]));
  });

  it('cannot see who was put right where only few cases are read, nor where all of them were', () => {
    const few = (done: number, drawn: number) => {
      const source = sourceWith({ strata: [{ name: '', size: 60, drawn }] });
      const [action] = source.actions.filter(({ kind }) => kind === 'case');
      const actions = source.cases.slice(0, done).map(({ drawn: { caseId } }) => ({ ...action!, id: caseId, caseId }));
      return printed('political', { ...source, actions }).filter((line) => line.includes('rettet op'));
    };
    expect(few(2, 4)).toEqual([]);
    expect(few(8, 8)).toEqual([]);
    expect(few(3, 12)).toEqual(['I 3 af de 12 læste sager er der rettet op med det samme.']);
  });

  it('cannot count what a hidden requirement adds to an area: area less printed requirements leaves nothing', () => {
    // Two requirements of one area: the first relevant everywhere and kept in 28 of 30, the other hidden, broken twice.
    const legal = templateItems.filter(({ area, type }) => area === 'P' && type === 'legal').map(({ id }) => id);
    const at = new Map(templateItems.map(({ id }, index) => [index, id]));
    const answers = (caseIndex: number, itemIndex: number): AnswerValue => {
      const place = legal.indexOf(at.get(itemIndex)!);
      if (place === 0) return caseIndex < 28 ? 'yes' : 'no';
      if (place === 1) return caseIndex < 3 ? (caseIndex < 1 ? 'yes' : 'no') : 'na';
      if (place > 1) return 'na';
      return caseIndex < 15 ? 'yes' : 'no';
    };
    const source = sourceWith({ answers });
    const shown = politicalFigures(figuresOf(source), 5);
    const area = shown.areas.find(({ id }) => id === 'P')!;
    expect([area.n, area.met]).toEqual([30, 26]);
    expect(shownRequirements(shown, barnetsLov).map(({ figure }) => figure.id)).not.toContain(legal[0]);
    const question = templateItems.find(({ id }) => id === legal[0])!.question.slice(0, 30);
    expect(printed('political', source).filter((line) => line.includes(question))).toEqual([]);
  });

  it('reads no sentence about all requirements or all areas where some are hidden', () => {
    const alike = sourceWith({ answers: answersWith({ ...everyArea([30, 30]), X: [4, 0] }, 30) });
    expect(alike.words.conclusion).toMatch(/^De viste områder står ens/);
    expect(alike.words.improve.join()).not.toMatch(/^Alle lovkrav/);
  });

  it('meets no agreement of two readers over a small group', () => {
    const total = { itemId: '', pairs: 45, agreed: 44, share: 44 / 45, kappa: 0.9, ac1: 0.95, interval: null };
    const read = (bothClosed: number) =>
      printed('political', { ...sourceWith({}), secondReading: { picked: 9, bothClosed, total, items: [] } }).join(
        '\n',
      );
    expect(read(4)).not.toMatch(/læst af to/);
    expect(read(5)).toContain('5 af dem er læst af to hver for sig, og de gav næsten altid samme svar.');
    expect(read(5)).toContain(
      '44 af 45 svar (98 %); når der tages højde for tilfældige sammenfald, er enigheden 0,95 af 1 (AC1).',
    );
  });
});

const everyArea = (counts: readonly [number, number]) =>
  Object.fromEntries(barnetsLov.areas.map(({ id }) => [id, counts]));
