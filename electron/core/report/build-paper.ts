import { AppError } from '#shared/contract/errors.ts';
import type { Input } from '#shared/contract/operations.ts';
import { buildAgendaItem, buildCaseReport, buildReport, type Report } from '#shared/domain/report/build-report.ts';
import { teamsOf } from '#shared/domain/report/leader/of-team.ts';
import type { ReportSource } from '#shared/domain/report/source.ts';

export type PaperRequest = Omit<Input<'report.write'>, 'target'>;

/** The kinds that are written for the committee. */
export function isForCommittee(kind: PaperRequest['kind']): kind is 'political' | 'year' {
  return kind === 'political' || kind === 'year';
}

/**
 * What is asked for as data. Throws `case-not-in-round`, `team-not-in-round` (a paper of no cases would look like a team
 * without findings), and `invalid-input` for a format that only the committee's reports have.
 */
export function buildPaper({ kind, caseId, format = 'xlsx' }: PaperRequest, source: ReportSource): Report {
  if (format === 'docx' && isForCommittee(kind)) return buildAgendaItem(kind, source);
  if (format !== 'xlsx' && !isForCommittee(kind))
    throw new AppError('invalid-input', `${kind} is not had as ${format}`);
  if (kind === 'leader' && source.team !== null && !teamsOf(source.cases).includes(source.team))
    throw new AppError('team-not-in-round', 'the round has no cases of the team');
  const report = kind === 'case' ? buildCaseReport(source, caseId ?? '') : buildReport(kind, source);
  if (report === undefined) throw new AppError('case-not-in-round', 'the case is not in the round');
  return report;
}
