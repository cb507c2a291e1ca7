import type { ItemAnswer } from '../review/answer.ts';
import { type Finding, findings } from '../review/findings.ts';
import { reviewedCases } from './round-facts.ts';
import type { ReportCase, ReportSource } from './source.ts';

/** A finding with the case it is in and what the reader wrote about it. */
export interface CaseFinding extends Finding {
  readonly row: ReportCase;
  readonly answer: ItemAnswer;
}

/** Every finding of the round: the cases in the order of the draw, each with its critical findings first. */
export function listFindings(source: ReportSource): readonly CaseFinding[] {
  return reviewedCases(source).flatMap(({ row, review }) => {
    const answers = new Map(review.answers.map((answer) => [answer.itemId, answer]));
    return findings(source.template, review.answers).flatMap((finding) => {
      const answer = answers.get(finding.item.id);
      return answer === undefined ? [] : [{ ...finding, row, answer }];
    });
  });
}

/** The same by case number. */
export function findingsByCase(source: ReportSource): ReadonlyMap<string, readonly CaseFinding[]> {
  const byCase = new Map<string, CaseFinding[]>();
  for (const finding of listFindings(source)) {
    const { caseId } = finding.row.drawn;
    byCase.set(caseId, [...(byCase.get(caseId) ?? []), finding]);
  }
  return byCase;
}
