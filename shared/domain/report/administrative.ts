import { administrativeWords as words } from '../../words/administrative-report.ts';
import { actionsSheet, casesSheet, findingsSheet } from './case-tables.ts';
import type { Figures } from './figures.ts';
import { frontSheet } from './front-sheet.ts';
import { areasSheet, censusSheet, overviewSheet, targetedSheet } from './item-tables.ts';
import { methodSheet } from './method-sheet.ts';
import { givenAnswers, registerSheet, secondReadingSheet } from './reading-sheets.ts';
import { registerErrors } from './register-errors.ts';
import { periodOf, unitOf } from './round-facts.ts';
import type { ReportSource } from './source.ts';
import type { Workbook } from './workbook.ts';

/** The report for the administrative leadership: every figure, every case of the sample, every finding, the whole draw. */
export function administrativeWorkbook(source: ReportSource, figures: Figures): Workbook {
  const { template, round } = source;
  const targeted = figures.coverage.targeted.drawn > 0 ? [targetedSheet(template, figures, round.example)] : [];
  const census = figures.coverage.census === undefined ? [] : [censusSheet(template, figures, round.example)];
  const twice =
    source.secondReading === undefined ? [] : [secondReadingSheet(template, source.secondReading, round.example)];
  const errors = registerErrors(givenAnswers(source));
  const register = errors.suggested > 0 ? [registerSheet(source, errors)] : [];
  const sheets = [
    overviewSheet(template, figures, round.example),
    areasSheet(template, figures, round.example),
    ...census,
    ...targeted,
    casesSheet(source),
    findingsSheet(source),
    actionsSheet(source),
    ...twice,
    ...register,
    methodSheet(source),
  ];
  return {
    title: words.title,
    subject: words.subject,
    classification: words.classification,
    footer: words.footer(unitOf(source), periodOf(source)),
    created: source.created,
    sheets: [
      frontSheet(
        source,
        figures,
        sheets.map(({ name }) => name),
      ),
      ...sheets,
    ],
  };
}
