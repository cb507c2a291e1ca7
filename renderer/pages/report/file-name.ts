import type { ReportFormat, ReportKind } from '#shared/contract/report.ts';
import type { RoundSummary } from '#shared/contract/sampling.ts';

import { reportWords } from '../../words/report.ts';

interface ReportFile {
  readonly kind: ReportKind;
  readonly team: string | null;
  readonly rounds: readonly Pick<RoundSummary, 'record'>[];
  readonly format: ReportFormat;
}

/** What a report's file is called: which report, of which team, that it is over several rounds, of which last day. */
export function fileName({ kind, team, rounds, format }: ReportFile): string {
  const asOf = rounds.reduce((last, { record }) => (record.asOf > last ? record.asOf : last), '');
  const parts = [
    reportWords.kinds[kind].file,
    ...(team === null ? [] : [plain(team)]),
    ...(rounds.length > 1 ? [reportWords.togetherFile] : []),
    asOf,
  ];
  return `${parts.join('-')}.${format}`;
}

/** Letters and digits only, so that every disk takes it. */
function plain(text: string): string {
  return text
    .toLocaleLowerCase('da')
    .replaceAll(/[^\p{L}\p{N}]+/gu, '-')
    .replaceAll(/^-|-$/gu, '');
}
