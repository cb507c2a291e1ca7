import { leaderWords as words } from '../../../words/leader-report.ts';
import { administrativeWords } from '../../../words/administrative-report.ts';
import { actionsSheet, casesSheet, findingsSheet } from '../case-tables.ts';
import type { Figures } from '../figures.ts';
import { periodOf, unitOf } from '../round-facts.ts';
import type { ReportSource } from '../source.ts';
import type { Workbook } from '../workbook.ts';
import { ofTeam } from './of-team.ts';

/** The report for the leader of a team: what is read and what remains, what was found and what is agreed. */
export function leaderWorkbook(source: ReportSource, _figures: Figures): Workbook {
  const own = ofTeam(source);
  return {
    title: words.title,
    subject: words.subject,
    classification: words.classification,
    footer: administrativeWords.footer(unitOf(source), periodOf(source)),
    created: source.created,
    sheets: [casesSheet(own), findingsSheet(own), actionsSheet(own)],
  };
}
