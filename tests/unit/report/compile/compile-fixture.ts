import { answerCode, type AnswerTable, measureOf } from '#shared/domain/report/compile/answer-table.ts';
import type { CompileRound } from '#shared/domain/report/compile/compile-round.ts';
import type { ReportSource } from '#shared/domain/report/source.ts';
import type { AnswerValue } from '#shared/domain/review/answer.ts';
import { type ChecklistTemplate, templateItems } from '#shared/domain/review/template.ts';
import type { DrawnStratum, ReplacementReason } from '#shared/domain/sampling/draw-record.ts';
import type { PlanPart, RandomPart } from '#shared/domain/sampling/plan.ts';

import { barnetsLov } from '../report-fixture.ts';

/** The answers of a source as a table, without SQL. */
export function tableOf({
  cases,
  reviews,
  template,
}: Pick<ReportSource, 'cases' | 'reviews' | 'template'>): AnswerTable {
  const itemIds = templateItems(template).map(({ id }) => id);
  const codes = new Uint8Array(cases.length * itemIds.length);
  const byCase = new Map(reviews.map((review) => [review.caseId, review]));
  cases.forEach(({ drawn }, row) => {
    for (const answer of byCase.get(drawn.caseId)?.answers ?? []) {
      codes[row * itemIds.length + itemIds.indexOf(answer.itemId)] = answerCode(answer);
    }
  });
  return {
    itemIds,
    codes,
    cases: cases.map(({ drawn, replacedBy, case: { values } }) => ({
      ...drawn,
      replacedBy,
      team: values.team ?? '',
      measure: measureOf([values.case_type ?? null, values.placement_form ?? null, values.legal_basis ?? null]),
      state: byCase.get(drawn.caseId)?.state ?? 'not-started',
      reader: byCase.has(drawn.caseId) ? 'Karen Læser' : '',
    })),
  };
}

/** A source's round, as it stands beside others. */
export function compileRoundOf(source: ReportSource, about: Partial<CompileRound> = {}): CompileRound {
  return {
    roundId: 'r1',
    name: source.round.name,
    unit: '',
    asOf: source.record.asOf,
    createdAt: source.created,
    example: source.round.example,
    template: source.template,
    record: source.record,
    table: tableOf(source),
    ...about,
  };
}

/** A case of a small round: what is answered to the first item, and of which team it is. */
export interface SmallCase {
  readonly value: AnswerValue | null;
  readonly team?: string;
  readonly measure?: string;
  readonly stratum?: string;
  readonly part?: 'random' | 'targeted';
  readonly partIndex?: number;
  readonly outside?: boolean;
}

export interface SmallRound {
  readonly unit?: string;
  readonly roundId?: string;
  readonly asOf?: string;
  readonly example?: boolean;
  readonly template?: ChecklistTemplate;
  /** Of the strata of the parts; one without a name where nothing is said. */
  readonly sizes?: Readonly<Record<string, number>>;
  readonly size?: number;
  readonly plan?: Partial<RandomPart>;
  readonly parts?: readonly PlanPart[];
  readonly strata?: readonly DrawnStratum[];
  readonly cases: readonly SmallCase[];
}

const randomPart: RandomPart = { kind: 'random', size: 10, stratifyBy: null, allocation: 'proportional', where: [] };

/** A round in which only the first item is answered, so that everything can be worked out by hand. */
export function smallRound(round: SmallRound): CompileRound {
  const { unit = '', roundId = `r-${unit}`, asOf = '2026-01-05', template = barnetsLov, plan = {}, cases } = round;
  const sizes = round.sizes ?? { '': round.size ?? cases.length };
  const itemIds = templateItems(template).map(({ id }) => id);
  const codes = new Uint8Array(cases.length * itemIds.length);
  cases.forEach(({ value }, row) => {
    codes[row * itemIds.length] = answerCode({ value });
  });
  const rows = cases.map((each, index) => ({
    caseId: `${roundId}-${index}`,
    part: each.part ?? ('random' as const),
    partIndex: each.partIndex ?? 0,
    stratum: each.stratum ?? '',
    replacedBy: each.outside === true ? `${roundId}-x` : null,
    team: each.team ?? '',
    measure: each.measure ?? '',
    state: each.value === null ? ('not-started' as const) : ('draft' as const),
    reader: each.value === null ? '' : `Leder ${unit}`,
  }));
  const reason: ReplacementReason = 'outside-frame';
  return {
    roundId,
    name: `${unit} ${asOf}`.trim(),
    unit,
    asOf,
    createdAt: `${asOf}T08:00:00.000Z`,
    example: round.example ?? false,
    template,
    record: {
      plan: {
        asOf: null,
        seed: null,
        unit: 'case',
        parts: [...(round.parts ?? [{ ...randomPart, ...plan }])],
        exclude: {},
      },
      strata: [
        ...(round.strata ??
          Object.entries(sizes).map(([name, size]) => ({
            part: 'random' as const,
            partIndex: 0,
            name,
            size,
            drawn: rows.filter(({ stratum }) => stratum === name).length,
          }))),
      ],
      replaced: rows.flatMap(({ caseId, replacedBy }) =>
        replacedBy === null ? [] : [{ caseId, replacedBy, reason, at: '2026-01-06T08:00:00.000Z' }],
      ),
    },
    table: { itemIds, codes, cases: rows },
  };
}

/** So many cases with the answer. */
export const times = (count: number, value: AnswerValue | null, about: Partial<SmallCase> = {}): readonly SmallCase[] =>
  Array.from({ length: count }, () => ({ value, ...about }));

export const firstItem = templateItems(barnetsLov)[0]!;
