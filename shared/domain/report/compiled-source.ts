import { reportSetWords as words } from '../../words/report-set.ts';
import type { RowCounts } from '../importing/problem.ts';
import type { Action } from '../review/action.ts';
import { templateItems } from '../review/template.ts';
import type { DrawnCase, DrawRecord } from '../sampling/draw-record.ts';
import type { CommitteeWords } from './committee-words.ts';
import { differentReaders, roundsThatCount, setTitle } from './compile/set-of-rounds.ts';
import { commonTemplate } from './compile/common-template.ts';
import { inTime } from './compile/compile-round.ts';
import type { EarlierRound, NotTogether, ReportReview, ReportSource, TogetherRound } from './source.ts';

/** A round of a set as it is loaded: its own source, and what else the set asks of it. */
export interface SetRound {
  readonly roundId: string;
  readonly unit: string;
  /** In whose figures its cases stand: several of a round that was shared out. */
  readonly units: ReadonlySet<string>;
  readonly createdAt: string;
  readonly importId: string;
  /** The name of the first reader of each case that was begun. */
  readonly readers: readonly string[];
  readonly source: ReportSource;
}

export interface SetExtras {
  readonly earlier: readonly EarlierRound[];
  readonly secondReading?: NonNullable<ReportSource['secondReading']>;
}

const noWords: CommitteeWords = { conclusion: '', works: [], improve: [], recommendation: '' };

/**
 * What the reports draw on, over several rounds: the strata and parts of each stay apart, and case numbers that occur
 * in several rounds get their round's name in front. What `compile` leaves out is left out here too, so that the page
 * and the reports say the same. The committee's words are empty. Null where the checklists are not editions of one.
 */
export function compiledSource(set: readonly SetRound[], { earlier, secondReading }: SetExtras): ReportSource | null {
  const all = set.map((round) => ({ ...round, ...timeOf(round) })).toSorted(inTime);
  const { rounds, leftOut } = roundsThatCount(all, isRead);
  const common = commonTemplate(rounds);
  const last = rounds.at(-1);
  if (common === null || last === undefined) return null;
  const labels = labelsOf(all);
  const parts = partsOf(rounds, labels);
  const newest = rounds.reduce((one, other) => (one.source.created >= other.source.created ? one : other)).source;
  const { created, today, logged } = newest;
  const asked = new Set(templateItems(common.template).map(({ id }) => id));
  const notTogether = [...leftOut, ...common.leftOut].map((each): NotTogether => ({
    label: labels.get(each.roundId) ?? '',
    questions: each.questions,
    reason: each.reason,
  }));
  return {
    ...last.source,
    created,
    today,
    ...(logged === undefined ? {} : { logged }),
    round: { name: setTitle(rounds), example: last.example },
    record: recordOf(parts),
    together: rounds.map(({ roundId, units, source }): TogetherRound => ({
      label: labels.get(roundId) ?? '',
      units,
      source,
    })),
    ...(notTogether.length === 0 ? {} : { notTogether }),
    leftOutCases: all.filter((round) => !rounds.includes(round)).flatMap(({ source }) => source.cases),
    template: common.template,
    imported: importedOf(rounds),
    cases: parts.flatMap(({ round, place, idOf }) =>
      round.source.cases.map((row) => ({
        ...row,
        drawn: place(row.drawn),
        replacedBy: row.replacedBy === null ? null : idOf(row.replacedBy),
        asOf: round.asOf,
      })),
    ),
    reviews: parts.flatMap(({ round, idOf }) => round.source.reviews.map((review) => reviewOf(review, idOf, asked))),
    actions: parts.flatMap(({ round, idOf }) => round.source.actions.map((action) => actionOf(action, idOf))),
    talks: Object.fromEntries(
      parts.flatMap(({ round, idOf }) =>
        Object.entries(round.source.talks ?? {}).map(([id, talk]) => [idOf(id), talk]),
      ),
    ),
    readers: Math.max(1, differentReaders(rounds.flatMap(({ readers }) => readers))),
    ...(secondReading === undefined ? {} : { secondReading }),
    words: noWords,
    earlier,
  };
}

interface TimedRound extends SetRound {
  readonly name: string;
  readonly asOf: string;
  readonly example: boolean;
  readonly template: ReportSource['template'];
}

function timeOf({ source }: SetRound): Pick<TimedRound, 'name' | 'asOf' | 'example' | 'template'> {
  return { ...source.round, asOf: source.record.asOf, template: source.template };
}

function isRead({ source: { cases, reviews } }: TimedRound): boolean {
  const read = new Set(
    reviews.flatMap(({ caseId, answers }) => (answers.some(({ value }) => value !== null) ? [caseId] : [])),
  );
  return cases.some(({ drawn, replacedBy }) => replacedBy === null && read.has(drawn.caseId));
}

/** The name of each round by its id: its unit and its own name, numbered where two are alike. */
function labelsOf(rounds: readonly TimedRound[]): ReadonlyMap<string, string> {
  const names = rounds.map(({ unit, name, asOf }) => words.label(unit, name.trim() || asOf));
  return new Map(
    rounds.map(({ roundId }, index) => {
      const name = names[index] ?? '';
      const isOne = names.indexOf(name) === names.lastIndexOf(name);
      return [roundId, isOne ? name : words.numbered(name, index + 1)];
    }),
  );
}

/** A round's place among the others: where its parts begin, and what its cases are called. */
interface SetPart {
  readonly round: TimedRound;
  readonly offset: number;
  readonly idOf: (caseId: string) => string;
  readonly place: (drawn: DrawnCase) => DrawnCase;
}

function partsOf(rounds: readonly TimedRound[], labels: ReadonlyMap<string, string>): readonly SetPart[] {
  const counts = new Map<string, number>();
  for (const { source } of rounds) {
    for (const { drawn } of source.cases) counts.set(drawn.caseId, (counts.get(drawn.caseId) ?? 0) + 1);
  }
  let next = 0;
  return rounds.map((round) => {
    const offset = next;
    next += round.source.record.plan.parts.length;
    const label = labels.get(round.roundId) ?? '';
    const idOf = (caseId: string) => ((counts.get(caseId) ?? 0) > 1 ? words.caseId(label, caseId) : caseId);
    const place = (drawn: DrawnCase) => ({ ...drawn, partIndex: drawn.partIndex + offset, caseId: idOf(drawn.caseId) });
    return { round, offset, idOf, place };
  });
}

/** All strata, cases and steps of the rounds in one record. It repeats no draw: each round's own record does. */
function recordOf(parts: readonly SetPart[]): DrawRecord {
  const records = parts.map((part) => ({ ...part, record: part.round.source.record }));
  const last = records.at(-1)?.record;
  if (last === undefined) throw new RangeError('a set has a round');
  const latest = (dates: readonly string[]) => dates.toSorted().at(-1) ?? '';
  return {
    ...last,
    plan: { ...last.plan, parts: records.flatMap(({ record }) => record.plan.parts) },
    redrawReason: null,
    seed: words.seeds(records.map(({ record }) => record.seed)),
    drawnAt: latest(records.map(({ record }) => record.drawnAt)),
    asOf: latest(records.map(({ record }) => record.asOf)),
    populationSize: records.reduce((sum, { record }) => sum + record.populationSize, 0),
    excluded: records.flatMap(({ record, idOf }) =>
      record.excluded.map((each) => ({ ...each, caseId: idOf(each.caseId) })),
    ),
    frames: records.flatMap(({ record, offset }) =>
      record.frames.map((frame) => ({ ...frame, partIndex: frame.partIndex + offset })),
    ),
    strata: records.flatMap(({ record, offset }) =>
      record.strata.map((stratum) => ({ ...stratum, partIndex: stratum.partIndex + offset })),
    ),
    cases: records.flatMap(({ record, place }) => record.cases.map(place)),
    replaced: records.flatMap(({ record, idOf }) =>
      record.replaced.map((step) => ({ ...step, caseId: idOf(step.caseId), replacedBy: idOf(step.replacedBy) })),
    ),
    enlargements: records.flatMap(({ record, offset }) =>
      (record.enlargements ?? []).map((step) => ({ ...step, partIndex: step.partIndex + offset })),
    ),
  };
}

function reviewOf(review: ReportReview, idOf: SetPart['idOf'], asked: ReadonlySet<string>): ReportReview {
  const answers = review.answers.filter(({ itemId }) => asked.has(itemId));
  return { ...review, caseId: idOf(review.caseId), answers };
}

function actionOf(action: Action, idOf: SetPart['idOf']): Action {
  return action.caseId === null ? action : { ...action, caseId: idOf(action.caseId) };
}

/** What the imports counted together, each once; null where none of them is known. */
function importedOf(rounds: readonly TimedRound[]): ReportSource['imported'] {
  const byImport = new Map(rounds.map(({ importId, source }) => [importId, source.imported]));
  const known = [...byImport.values()].filter((imported) => imported !== null);
  if (known.length === 0) return null;
  const sum = (field: keyof RowCounts) => known.reduce((total, { rows }) => total + rows[field], 0);
  return {
    fileName: words.files(known.map(({ fileName }) => fileName)),
    rows: {
      total: sum('total'),
      header: sum('header'),
      blank: sum('blank'),
      accepted: sum('accepted'),
      rejected: sum('rejected'),
    },
    cases: known.reduce((total, { cases }) => total + cases, 0),
    problems: known.flatMap(({ problems }) => problems),
  };
}
