import type { LocalDate } from '#shared/domain/calendar/local-date.ts';
import { benchmarkFile } from '#shared/domain/report/benchmark.ts';
import { proposeWords } from '#shared/domain/report/propose-words.ts';
import { figuresOf } from '#shared/domain/report/round-facts.ts';
import type { ReportCase, ReportReview, ReportSource } from '#shared/domain/report/source.ts';
import type { Action } from '#shared/domain/review/action.ts';
import type { AnswerValue, ItemAnswer } from '#shared/domain/review/answer.ts';
import { type ChecklistTemplate, checklistTemplate } from '#shared/domain/review/template.ts';
import type { DrawnStratum, DrawRecord } from '#shared/domain/sampling/draw-record.ts';

import barometer from '../../../resources/benchmarks/boernesagsbarometer.json' with { type: 'json' };
import barnetsLovFile from '../../../resources/checklists/barnets-lov.json' with { type: 'json' };

export const barnetsLov: ChecklistTemplate = checklistTemplate.parse(barnetsLovFile);
export const benchmarks = benchmarkFile.parse(barometer);
export const templateItems = barnetsLov.sections.flatMap((section) => section.items);

/** A small generator, so that the same fixture comes out every time. */
export function numbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_664_525 + 1_013_904_223) % 4_294_967_296;
    return state / 4_294_967_296;
  };
}

export interface FixtureOptions {
  readonly strata?: readonly { readonly name: string; readonly size: number; readonly drawn: number }[];
  readonly targeted?: number;
  /** How many of the randomly drawn cases are read and closed; all when left out. */
  readonly closed?: number;
  readonly answers?: (caseIndex: number, itemIndex: number) => AnswerValue | null;
  readonly note?: string;
}

export const childName = (index: number): string => `Sofie Testbarn${index}`;
export const caseworkers = ['Mette Prøvesen', 'Anders Afprøvet'];

/** A round as the store would hand it over: 30 cases of 420 read in the 45 items of barnets lov, unless told otherwise. */
export function reportSource(options: FixtureOptions = {}): ReportSource {
  const strata: DrawnStratum[] = (options.strata ?? [{ name: '', size: 420, drawn: 30 }]).map((stratum) => ({
    part: 'random',
    partIndex: 0,
    ...stratum,
  }));
  const targeted = options.targeted ?? 0;
  if (targeted > 0)
    strata.push({ part: 'targeted', partIndex: 1, name: 'bfu-over-4-maaneder', size: 25, drawn: targeted });
  const cases = strata.flatMap(drawnCases);
  const record = recordOf(strata, cases);
  const reviews = reviewsOf(cases, options);
  const round = { template: barnetsLov, record, cases, reviews };
  return {
    ...round,
    profile: { municipality: 'Prøvekøbing Kommune', department: 'Børn og Familie', reviewer: 'Karen Læser' },
    programVersion: '0.1.0',
    created: '2026-01-20T09:30:00.000Z',
    today: '2026-01-20' as LocalDate,
    round: { name: '4. kvartal 2025', example: false },
    imported: {
      fileName: 'sager.xlsx',
      rows: { total: 437, header: 4, blank: 4, accepted: 420, rejected: 9 },
      cases: 420,
      problems: [{ code: 'invalid-date', count: 3 }],
    },
    actions: fixtureActions(cases),
    readers: 1,
    words: proposeWords(figuresOf(round), barnetsLov, 5),
    benchmarks,
    earlier: [],
    threshold: 5,
    team: null,
  };
}

function drawnCases(stratum: DrawnStratum): ReportCase[] {
  return Array.from({ length: stratum.drawn }, (_, index) => {
    const caseId = `${stratum.part === 'random' ? 'BF' : 'MB'}${stratum.name.slice(0, 3)}-2025-${String(1000 + index * 7)}`;
    return {
      drawn: {
        part: stratum.part,
        partIndex: stratum.partIndex,
        stratum: stratum.name,
        rank: index + 1,
        caseId,
        ticket: '0'.repeat(64),
      },
      replacedBy: null,
      case: {
        id: caseId,
        values: {
          case_id: caseId,
          child_name: childName(index),
          caseworker: caseworkers[index % 2]!,
          cpr: '610112-1234',
        },
        facts: {},
        activities: [],
      },
    };
  });
}

function recordOf(strata: readonly DrawnStratum[], cases: readonly ReportCase[]): DrawRecord {
  const size = (part: 'random' | 'targeted') =>
    strata.filter((stratum) => stratum.part === part).reduce((sum, stratum) => sum + stratum.size, 0);
  const stratified = strata.filter(({ part }) => part === 'random').length > 1;
  return {
    format: 'ledelsestilsyn-draw-record',
    version: 1,
    method: 'LT1',
    programVersion: '0.1.0',
    drawnAt: '2026-01-05T08:00:00.000Z',
    drawNumber: 1,
    redrawReason: null,
    file: { sha256: 'ab'.repeat(32), mapping: { sheet: null, headerRow: 4, columns: [] } },
    plan: {
      asOf: null,
      seed: '20260115-4711',
      unit: 'case',
      parts: [
        { kind: 'random', size: 30, stratifyBy: stratified ? 'team' : null, allocation: 'proportional', where: [] },
        ...(size('targeted') > 0
          ? [{ kind: 'targeted' as const, rule: 'bfu-over-4-maaneder', size: 5, where: [] }]
          : []),
      ],
      exclude: {},
    },
    asOf: '2026-01-05',
    seed: '20260115-4711',
    populationFingerprint: '8a1df02ec7de1071952c2dcc4e254632d2e97d950ccc7e88e6cbd0d8d1c51a2e',
    populationSize: size('random'),
    excluded: [],
    frames: [{ partIndex: 0, size: size('random'), fingerprint: 'cd'.repeat(32) }],
    strata: [...strata],
    cases: cases.map(({ drawn }) => drawn),
    replaced: [],
  };
}

function reviewsOf(cases: readonly ReportCase[], options: FixtureOptions): ReportReview[] {
  const answer = options.answers ?? likelyAnswer();
  const random = cases.filter(({ drawn }) => drawn.part === 'random').length;
  const closed = options.closed ?? random;
  return cases.flatMap(({ drawn }, caseIndex): ReportReview[] => {
    if (drawn.part === 'random' && caseIndex >= closed) return [];
    const answers = templateItems.map((item, itemIndex): ItemAnswer => {
      const value = answer(caseIndex, itemIndex);
      const isFinding = value === 'no' || value === 'partly';
      const note =
        options.note ?? 'Samtalen er nævnt i journalen, men barnets egne ord om den konkrete støtte mangler.';
      return {
        itemId: item.id,
        value,
        note: isFinding ? note : '',
        evidence: isFinding ? 'Journal 12-05-2025, s. 4' : '',
      };
    });
    const isClosed = answers.every(({ value }) => value !== null);
    return [
      {
        caseId: drawn.caseId,
        state: isClosed ? 'done' : 'draft',
        answers,
        closedAt: isClosed ? '2026-01-18T12:00:00.000Z' : null,
      },
    ];
  });
}

/** Items differ in how often they are kept, and the later sections are often not relevant. */
function likelyAnswer(): (caseIndex: number, itemIndex: number) => AnswerValue {
  const random = numbers(7);
  return (_, itemIndex) => {
    const relevant = itemIndex % 5 === 4 ? 0.4 : itemIndex % 3 === 0 ? 1 : 0.9;
    if (random() > relevant) return 'na';
    const kept = 0.72 + ((itemIndex * 37) % 25) / 100;
    const drawn = random();
    if (drawn < kept) return 'yes';
    if (drawn < kept + (1 - kept) * 0.4) return 'partly';
    return drawn < kept + (1 - kept) * 0.85 ? 'no' : 'cannot-tell';
  };
}

function fixtureActions(cases: readonly ReportCase[]): Action[] {
  const action = (
    id: string,
    kind: 'case' | 'practice',
    text: string,
    owner: string,
    due: string,
    done: string | null,
  ) => ({
    id,
    roundId: 'r1',
    caseId: kind === 'case' ? cases[0]!.drawn.caseId : null,
    itemId: kind === 'case' ? templateItems[0]!.id : null,
    kind,
    text,
    owner,
    due,
    critical: kind === 'case',
    created: '2026-01-18',
    done,
    category: null,
    measured: null,
  });
  return [
    action('a1', 'practice', 'Fast skabelon for samtale før afgørelse', 'Afdelingsleder', '2026-02-01', null),
    action(
      'a2',
      'practice',
      'Ugentlig liste over undersøgelser, der nærmer sig fire måneder.',
      'Teamlederne',
      '2026-01-31',
      null,
    ),
    action('a3', 'practice', 'Samme spørgsmål måles igen i 2. kvartal 2026.', 'Karen Læser', '2026-06-30', null),
    action('a4', 'case', 'Barnet er indkaldt til samtale.', 'Mette Prøvesen', '2026-01-19', '2026-01-18'),
  ];
}
