import type { RoundRole } from '#shared/contract/exchange.ts';
import { type ReportKind, reportKinds } from '#shared/contract/report.ts';
import type { RoundSummary } from '#shared/contract/sampling.ts';
import type { PersonDataHit } from '#shared/domain/report/person-data.ts';

/** What the page shows. */
export interface ReportChoice {
  readonly kind: ReportKind;
  /** For the leader's report; null for all teams. */
  readonly team: string | null;
  /** The committee's report, or the text of its agenda item. */
  readonly format: 'xlsx' | 'docx';
  /** Null for the first sheet. */
  readonly sheet: string | null;
  /** A place to go to on the sheet; a new object goes there again. */
  readonly target: Pick<PersonDataHit, 'row'> | null;
}

/** What may change by itself; another round or reader begins anew. */
export type ChoiceChange = Partial<Pick<ReportChoice, 'team' | 'format' | 'sheet' | 'target'>>;

export function beginning(kind: ReportKind): ReportChoice {
  return { kind, team: null, format: 'xlsx', sheet: null, target: null };
}

export function isForCommittee(kind: ReportKind): kind is 'political' | 'year' {
  return kind === 'political' || kind === 'year';
}

/** The rounds that a report is about, as it is asked for: one, and what stands together with it. */
export interface ReportSet {
  readonly roundId: string;
  readonly with?: string[];
}

export function reportSet([first, ...others]: readonly [RoundSummary, ...RoundSummary[]]): ReportSet {
  const { roundId } = first;
  return others.length === 0 ? { roundId } : { roundId, with: others.map((each) => each.roundId) };
}

const partRoles: ReadonlySet<RoundRole> = new Set(['received', 'second-reading']);
const ofPart: readonly ReportKind[] = ['leader', 'casework'];

/** Cases that were received are a part of a sample that was drawn elsewhere: the other reports are made there. */
export function kindsFor({ role }: Pick<RoundSummary, 'role'>): readonly ReportKind[] {
  return partRoles.has(role) ? ofPart : reportKinds;
}
