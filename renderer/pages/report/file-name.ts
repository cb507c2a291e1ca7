import type { ReportFormat, ReportKind } from '#shared/contract/report.ts';

import { reportWords } from '../../words/report.ts';

/** What a report's file is called: which report, of which team, of which day, ending by its format. */
export function fileName(kind: ReportKind, team: string | null, asOf: string, format: ReportFormat): string {
  const parts = [reportWords.kinds[kind].file, ...(team === null ? [] : [plain(team)]), asOf];
  return `${parts.join('-')}.${format}`;
}

/** Letters and digits only, so that every disk takes it. */
function plain(text: string): string {
  return text
    .toLocaleLowerCase('da')
    .replaceAll(/[^\p{L}\p{N}]+/gu, '-')
    .replaceAll(/^-|-$/gu, '');
}
