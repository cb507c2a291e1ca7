import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import type { CoreHandlers, Output } from '#shared/contract/operations.ts';
import type { AnswerValue } from '#shared/domain/review/answer.ts';
import { type SamplingPlanInput, samplingPlan } from '#shared/domain/sampling/plan.ts';

import { barnetsLov, numbers, templateItems } from '../../unit/report/report-fixture.ts';
import { openpyxlMissing } from './read-back.ts';
import { recompute, type Seen, type SeenCase, type SeenStratum } from './recompute-statistics.ts';
import { type FiguresBook, readFigures, tableIn } from './recomputed-book.ts';
import { applicationWithExample, call, reportPorts } from './report-application.ts';

const missing = openpyxlMissing();
if (missing !== null) console.warn(`recomputing the leadership's report is skipped: ${missing}`);

/** The rounds are drawn on one list. */
const redrawReason = 'Prøve igen';
const words: Readonly<Record<string, string>> = {
  yes: 'Ja',
  partly: 'Delvist',
  no: 'Nej',
  na: 'Ikke relevant',
  'cannot-tell': 'Kan ikke ses',
};

interface RawCase {
  readonly caseId: string;
  readonly part: 'random' | 'targeted';
  readonly stratum: string;
  readonly team: string;
  /** The answers as the workspace keeps them, by item. */
  readonly answers: ReadonlyMap<string, string>;
}

interface RawRound {
  readonly cases: readonly RawCase[];
  readonly strata: readonly SeenStratum[];
  readonly book: FiguresBook;
}

interface Trial {
  readonly plan: SamplingPlanInput;
  /** Why one of its cases is replaced. */
  readonly reason: 'transferred' | 'outside-frame';
  /** The kinds of interval that its items have. */
  readonly units: readonly string[];
}

const random = { kind: 'random' as const };
const trials: Readonly<Record<string, Trial>> = {
  'drawn among all': {
    plan: {
      asOf: '2025-11-03',
      seed: 'alle',
      parts: [
        { ...random, size: 34 },
        { kind: 'targeted', rule: 'tema-frister', size: 5 },
      ],
    },
    reason: 'transferred',
    units: ['andel', 'sager'],
  },
  'drawn in every team': {
    plan: {
      asOf: '2025-11-03',
      seed: 'grupper',
      parts: [{ ...random, size: 40, stratifyBy: 'team', minimum: 2 }],
    },
    reason: 'transferred',
    units: ['andel', 'sager'],
  },
  'with a case outside the frame': {
    plan: { asOf: '2025-11-03', seed: 'udenfor', parts: [{ ...random, size: 14 }] },
    reason: 'outside-frame',
    units: ['andel'],
  },
};

let folder: string;
let app: CoreHandlers;
const rounds = new Map<string, RawRound>();

beforeAll(async () => {
  if (missing !== null) return;
  folder = await mkdtemp(join(tmpdir(), 'tilsyn-recomputed-'));
  const { application, importId } = await applicationWithExample(reportPorts(folder));
  app = application;
  for (const [name, trial] of Object.entries(trials)) rounds.set(name, await makeRound(importId, name, trial));
}, 120_000);

afterAll(async () => {
  if (missing === null) await rm(folder, { recursive: true, force: true });
});

async function makeRound(importId: string, name: string, { plan, reason }: Trial): Promise<RawRound> {
  const drawn = await app['sampling.draw']({ importId, plan: samplingPlan.parse(plan), name, redrawReason }, call);
  const { roundId } = drawn;
  const first = drawn.record.cases.find(({ part }) => part === 'random')!;
  const { record } = await app['sampling.replace']({ roundId, caseId: first.caseId, reason }, call);
  const gone = new Set(record.replaced.map(({ caseId }) => caseId));
  const counted = record.cases.filter(({ caseId }) => !gone.has(caseId));
  await answer(
    roundId,
    counted.slice(0, -3).map(({ caseId }) => caseId),
    name.length,
  );
  const cases: RawCase[] = [];
  for (const { caseId, part, stratum } of counted) {
    const opened = await app['review.open']({ roundId, caseId, reading: 1 }, call);
    const answers = new Map(opened.answers.flatMap(({ itemId, value }) => (value === null ? [] : [[itemId, value]])));
    cases.push({ caseId, part, stratum, team: opened.record.values.team ?? 'Uden team', answers });
  }
  const target = { ref: join(folder, `${roundId}.xlsx`), name: 'rapport.xlsx' };
  await app['report.write']({ roundId, kind: 'administrative', target }, call);
  return { cases, strata: strataOf(record, first.stratum, reason === 'outside-frame'), book: readFigures(target.ref) };
}

type Record_ = Output<'sampling.draw'>['record'];

function strataOf({ strata }: Record_, replacedIn: string, isOutside: boolean): readonly SeenStratum[] {
  return strata
    .filter(({ part }) => part === 'random')
    .map(({ name, size }) => ({ name, size, outside: isOutside && name === replacedIn ? 1 : 0 }));
}

/** Every third item is relevant in every case; the others are sometimes not relevant or not answered. */
async function answer(roundId: string, caseIds: readonly string[], seed: number): Promise<void> {
  const next = numbers(seed);
  const reviews = caseIds.map((caseId) => ({
    caseId,
    answers: Object.fromEntries(
      templateItems.flatMap(({ id }, index): [string, { value: AnswerValue }][] => {
        const always = index % 3 === 0;
        if (!always && next() < 0.05) return [];
        if (!always && next() < 0.25) return [[id, { value: 'na' }]];
        const drawn = next();
        return [[id, { value: drawn < 0.7 ? 'yes' : drawn < 0.8 ? 'partly' : drawn < 0.92 ? 'no' : 'cannot-tell' }]];
      }),
    ),
  }));
  const outcome = await app['review.answerFile']({ roundId, answers: { template: 'barnets-lov', reviews } }, call);
  expect(outcome.rejected).toEqual([]);
}

/** How many cases have which answer to an item; `Ubesvaret` where there is none. */
function countsOf(cases: readonly RawCase[], itemId: string): Record<string, number> {
  const counts = { n: 0, Ja: 0, Delvist: 0, Nej: 0, 'Ikke relevant': 0, 'Kan ikke ses': 0, Ubesvaret: 0 };
  for (const { answers } of cases) {
    const value = answers.get(itemId);
    const column = (value === undefined ? 'Ubesvaret' : words[value]!) as keyof typeof counts;
    counts[column] += 1;
    if (value !== undefined && value !== 'na') counts.n += 1;
  }
  return counts;
}

function seenAt(value: string | undefined): Seen {
  if (value === undefined) return 'unread';
  if (value === 'na') return 'irrelevant';
  return value === 'yes' ? 1 : 0;
}

/** The rule for an area as the design says it (section 5), not as the checklist's data does. */
function outcomeOf({ answers }: RawCase, areaId: string): string {
  if (answers.size === 0) return 'Uafsluttet';
  const legal = templateItems.filter(({ area, type }) => area === areaId && type === 'legal');
  const relevant = legal.filter(({ id }) => answers.get(id) !== 'na');
  if (relevant.length === 0) return 'Ikke relevant';
  if (relevant.some(({ id }) => !answers.has(id))) return 'Uafsluttet';
  if (relevant.every(({ id }) => answers.get(id) === 'yes')) return 'Opfyldt';
  const isLost = relevant.some(({ id, severity }) => severity === 'critical' && answers.get(id) === 'no');
  return isLost || relevant.every(({ id }) => answers.get(id) !== 'yes') ? 'Ikke opfyldt' : 'Delvist';
}

function expectEstimate(row: Readonly<Record<string, unknown>>, rateColumn: string, round: RawRound, seen: SeenCase[]) {
  const { rate, weighted, ends } = recompute(round.strata, seen);
  const close = (value: unknown, wanted: number | null | undefined, what: string) => {
    if (wanted === null || wanted === undefined) expect(value ?? '', what).toBe('');
    else expect(value, what).toBeCloseTo(wanted, 6);
  };
  close(row[rateColumn], rate, rateColumn);
  expect(row['Vægtet']).toBe(weighted ? 'ja' : 'nej');
  close(row['Fra'], ends?.low, `Fra of ${JSON.stringify(row)}`);
  close(row['Til'], ends?.high, `Til of ${JSON.stringify(row)}`);
}

const randomOf = ({ cases }: RawRound) => cases.filter(({ part }) => part === 'random');

describe.skipIf(missing !== null).each(Object.keys(trials))('a round %s, recomputed from its raw answers', (name) => {
  const round = () => rounds.get(name)!;

  it('has every count, rate and interval of every item', () => {
    const rows = tableIn(round().book.values, 'Overblik', 'Afsnit');
    expect(rows).toHaveLength(templateItems.length);
    const cases = randomOf(round());
    rows.forEach((row, index) => {
      const { id, question } = templateItems[index]!;
      expect(row).toMatchObject({ Spørgsmål: question, ...countsOf(cases, id) });
      const seen = cases.map(({ stratum, answers }) => ({ stratum, seen: seenAt(answers.get(id)) }));
      expectEstimate(row, 'Overholdt', round(), seen);
    });
    const units = rows.map((row) => /^(andel|sager)/u.exec(String(row['Spændet gælder']))?.[1] ?? '');
    expect([...new Set(units)].filter(Boolean).toSorted()).toEqual(trials[name]!.units);
  });

  it('has every outcome, rate and interval of every area', () => {
    const rows = tableIn(round().book.values, 'Områder', 'Område');
    expect(rows.slice(0, barnetsLov.areas.length).map((row) => row['Område'])).toEqual(
      barnetsLov.areas.map((area) => area.name),
    );
    barnetsLov.areas.forEach(({ id }, index) => {
      const outcomes = randomOf(round()).map((each) => outcomeOf(each, id));
      const count = (word: string) => outcomes.filter((each) => each === word).length;
      const counted = ['Opfyldt', 'Delvist', 'Ikke opfyldt', 'Ikke relevant', 'Uafsluttet'];
      const row = rows[index]!;
      expect(row).toMatchObject(Object.fromEntries(counted.map((word) => [word, count(word)])));
      expect(row['n']).toBe(count('Opfyldt') + count('Delvist') + count('Ikke opfyldt'));
      const seen = randomOf(round()).map(({ stratum }, at): SeenCase => {
        const outcome = outcomes[at];
        if (outcome === 'Uafsluttet') return { stratum, seen: 'unread' };
        return { stratum, seen: outcome === 'Ikke relevant' ? 'irrelevant' : outcome === 'Opfyldt' ? 1 : 0 };
      });
      expectEstimate(row, 'Opfyldt %', round(), seen);
    });
  });

  it('has every count of every team, and a share only of ten answers or more of one group', () => {
    const rows = tableIn(round().book.values, 'Pr. team', 'Team');
    const teams = [...new Set(randomOf(round()).map(({ team }) => team))].toSorted((a, b) => a.localeCompare(b, 'da'));
    expect(rows).toHaveLength(teams.length * templateItems.length);
    rows.forEach((row, index) => {
      const team = teams[Math.floor(index / templateItems.length)]!;
      const { id } = templateItems[index % templateItems.length]!;
      const counts = countsOf(
        randomOf(round()).filter((each) => each.team === team),
        id,
      );
      expect(row).toMatchObject({ Team: team, ...counts });
      const share = counts['n']! < 10 ? null : counts['Ja']! / counts['n']!;
      expect(row['Andel ja'] === '' ? null : row['Andel ja']).toBe(share);
    });
  });

  it('counts the targeted cases apart, without a share', () => {
    const targeted = round().cases.filter(({ part }) => part === 'targeted');
    if (targeted.length === 0) {
      expect(round().book.values).not.toHaveProperty('Målrettede');
      return;
    }
    const rows = tableIn(round().book.values, 'Målrettede', 'Afsnit');
    rows.forEach((row, index) => expect(row).toMatchObject(countsOf(targeted, templateItems[index]!.id)));
    expect(Object.keys(rows[0]!)).not.toContain('Overholdt');
  });

  it('has the same counts behind the pictures, and every answer on the sheet of data', () => {
    const behind = tableIn(round().book.values, 'Svar pr. område', 'Område');
    expect(behind.length).toBeGreaterThan(30);
    for (const row of behind) {
      const { id } = templateItems.find(({ question }) => question === row['Spørgsmål'])!;
      const { n, Ja, Delvist, Nej, 'Kan ikke ses': unseen } = countsOf(randomOf(round()), id);
      expect(row).toMatchObject({ n, Ja, Delvist, Nej, 'Kan ikke ses': unseen });
    }
    const data = tableIn(round().book.values, 'Data', 'Sagsnr.');
    expect(data.map((row) => row['Sagsnr.'])).toEqual(round().cases.map(({ caseId }) => caseId));
    data.forEach((row, index) => {
      const { answers, team } = round().cases[index]!;
      expect(row['Team']).toBe(team);
      for (const { id } of templateItems) {
        const value = answers.get(id);
        expect(row[id]).toBe(value === undefined ? 'Ubesvaret' : words[value]);
      }
    });
  });

  it('says of every team how much is drawn, begun and replaced', () => {
    const rows = tableIn(round().book.values, 'Dækning', 'Del');
    const whole = rows.find((row) => row['Del'] === 'Tilfældig' && row['Team'] === 'Alle teams')!;
    expect(whole).toMatchObject({
      Ramme: round().strata.reduce((sum, { size }) => sum + size, 0),
      Trukket: randomOf(round()).length,
      Begyndt: randomOf(round()).filter(({ answers }) => answers.size > 0).length,
      Erstattet: 1,
    });
    const teams = rows.filter((row) => row['Del'] === 'Tilfældig' && row !== whole);
    for (const column of ['Trukket', 'Begyndt', 'Afsluttet', 'Mangler', 'Erstattet'])
      expect(teams.reduce((sum, row) => sum + Number(row[column]), 0)).toBe(whole[column]);
  });
});
