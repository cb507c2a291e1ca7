import type { ReportKind } from '#shared/contract/report.ts';
import type { PersonDataHit } from '#shared/domain/report/person-data.ts';

/** What the page shows. */
export interface ReportChoice {
  readonly roundId: string;
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

export function beginning(roundId: string, kind: ReportKind): ReportChoice {
  return { roundId, kind, team: null, format: 'xlsx', sheet: null, target: null };
}

export function isForCommittee(kind: ReportKind): kind is 'political' | 'year' {
  return kind === 'political' || kind === 'year';
}
