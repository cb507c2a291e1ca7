import { administrativeWords } from '../../../words/administrative-report.ts';
import { leaderWords as words } from '../../../words/leader-report.ts';
import type { Figures } from '../figures.ts';
import { periodOf, unitOf } from '../round-facts.ts';
import type { ReportSource } from '../source.ts';
import { withoutNames } from '../without-names.ts';
import type { Workbook } from '../workbook.ts';
import { aboutSheet } from './about-sheet.ts';
import { teamActionsSheet } from './actions-sheet.ts';
import { teamFindingsSheet } from './findings-sheet.ts';
import { goodSheet } from './good-sheet.ts';
import { ofTeam } from './of-team.ts';
import { overviewSheet, titleOf } from './overview-sheet.ts';
import { remainingSheet } from './remaining-sheet.ts';
import { sinceSheet } from './since-sheet.ts';

/**
 * The report for the leader of a team: what is read and what remains, what works, what was found and what is agreed.
 * Counts only, no percentage and no name of a child or caseworker. `figures`: of the team's own cases.
 */
export function leaderWorkbook(source: ReportSource, figures: Figures): Workbook {
  const own = ofTeam(withoutNames(source, 'people'));
  const tables = [
    remainingSheet(own),
    teamFindingsSheet(own),
    teamActionsSheet(own),
    goodSheet(own),
    sinceSheet(own, figures),
  ];
  return {
    title: titleOf(source),
    subject: words.subject,
    classification: words.classification,
    footer: administrativeWords.footer(unitOf(source), periodOf(source)),
    created: source.created,
    sheets: [overviewSheet(own, figures), ...tables.map(({ sheet }) => sheet), aboutSheet(own, tables)],
  };
}
