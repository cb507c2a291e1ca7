import {
  leaderColumns as names,
  leaderTableWords,
  leaderWords,
  remainingWords as words,
} from '../../../words/leader-report.ts';
import { partWords, stateWords } from '../../../words/report.ts';
import { templateItems } from '../../review/template.ts';
import { listFindings } from '../list-findings.ts';
import { type Column, column, type DescribedSheet, describedTable } from '../sheet-parts.ts';
import type { ReportSource } from '../source.ts';
import { type TeamCase, teamCases, withoutAction } from './team-facts.ts';

interface OpenCase extends TeamCase {
  readonly missing: number;
  /** Critical findings that must have an action before the case can be closed. */
  readonly loose: number;
}

/** The cases that are not closed, and what each lacks; those that are begun stand first. */
export function remainingSheet(source: ReportSource): DescribedSheet {
  const items = templateItems(source.template).length;
  const loose = withoutAction(source, listFindings(source));
  const open = teamCases(source)
    .filter(({ state }) => state !== 'closed')
    .map((each) => ({
      ...each,
      missing: items - each.answered,
      loose: loose.filter(({ row }) => row.drawn.caseId === each.row.drawn.caseId).length,
    }))
    .toSorted((a, b) => Number(a.state === 'untouched') - Number(b.state === 'untouched'));
  return describedTable({
    name: leaderWords.sheets.remaining,
    ...leaderTableWords.remaining,
    columns,
    rows: open,
    example: source.round.example,
    orientation: 'portrait',
  });
}

const columns: readonly Column<OpenCase>[] = [
  column(names.caseId, 18, ({ row }) => row.drawn.caseId),
  column(names.part, 12, ({ part }) => partWords[part]),
  column(names.state, 14, ({ review }) => stateWords[review?.state ?? 'not-started']),
  column(names.answered, 10, ({ answered }) => answered, true),
  column(names.missing, 11, ({ missing }) => missing, true),
  column(names.remains, 30, remains),
];

function remains({ answered, missing, loose }: OpenCase): string {
  if (answered === 0) return words.notBegun;
  const lacking = [missing > 0 ? words.unanswered(missing) : '', loose > 0 ? words.noAction(loose) : ''].filter(
    Boolean,
  );
  return lacking.length === 0 ? words.close : lacking.join('\n');
}
