import {
  administrativeWords as words,
  columnWords as names,
  registerWords,
  secondReadingSheetWords as second,
} from '../../words/administrative-report.ts';
import { overrideReasonLabels } from '../../words/review.ts';
import { agreedText } from '../review/agreement-text.ts';
import { type ItemAnswer, overrideReasons } from '../review/answer.ts';
import type { ItemAgreement } from '../review/second-reading.ts';
import { type ChecklistTemplate, templateItems } from '../review/template.ts';
import { type ItemRegisterErrors, type RegisterErrors, registerErrorsByItem } from './register-errors.ts';
import { reviewedCases } from './round-facts.ts';
import { column, type Column, type DescribedSheet, describedTable, shareCell as share } from './sheet-parts.ts';
import type { ReportAgreement, ReportSource } from './source.ts';
import type { CellValue } from './workbook.ts';

type Named<R> = R & { readonly question: string };

const rounded = (value: number | null): CellValue => (value === null ? second.cannotCompute : Number(value.toFixed(2)));

const agreementColumns: readonly Column<Named<ItemAgreement>>[] = [
  column(names.question, 56, ({ question }) => question),
  column(names.pairs, 8, ({ pairs }) => pairs, true),
  column(names.agreed, 8, ({ agreed }) => agreed, true),
  column(names.agreedShare, 10, (row) => share(row.share), true),
  column(names.agreedLow, 8, ({ interval }) => share(interval?.low ?? null), true),
  column(names.agreedHigh, 8, ({ interval }) => share(interval?.high ?? null), true),
  column(names.ac1, 16, ({ ac1 }) => rounded(ac1), true),
];

/**
 * How far two readers agree, a row an item, the worst first; all items together above them. Kappa is left out: it
 * misleads where nearly all answers are equal.
 */
export function secondReadingSheet(
  template: ChecklistTemplate,
  agreement: ReportAgreement,
  example: boolean,
): DescribedSheet {
  const { picked, bothClosed, total, items } = agreement;
  const rows = [{ ...total, question: second.all }, ...withQuestions(template, items)];
  return describedTable({
    name: words.sheets.secondReading,
    title: second.title,
    intro: second.intro(bothClosed, picked, agreedText(total)),
    nothing: second.nothing(picked),
    columns: agreementColumns,
    rows: bothClosed === 0 ? [] : rows,
    example,
  });
}

const registerColumns: readonly Column<Named<ItemRegisterErrors>>[] = [
  column(names.question, 50, ({ question }) => question),
  column(names.suggested, 9, ({ suggested }) => suggested, true),
  column(names.changed, 9, ({ changed }) => changed, true),
  ...overrideReasons.map((reason) =>
    column<Named<ItemRegisterErrors>>(
      { name: overrideReasonLabels[reason], meaning: registerWords.reason(overrideReasonLabels[reason]) },
      15,
      ({ reasons }) => reasons[reason],
      true,
    ),
  ),
  column(names.unexplained, 10, ({ unexplained }) => unexplained, true),
];

/** How often the registered dates suggested something else than what the reader found, a row an item. */
export function registerSheet(source: ReportSource, all: RegisterErrors): DescribedSheet {
  const ids = templateItems(source.template).map(({ id }) => id);
  return describedTable({
    name: words.sheets.register,
    title: registerWords.title,
    intro: registerWords.intro(registerWords.count(all.changed, all.suggested)),
    nothing: registerWords.nothing,
    columns: registerColumns,
    rows: withQuestions(source.template, registerErrorsByItem(ids, givenAnswers(source))),
    example: source.round.example,
  });
}

/** Every answer of the cases that are still in the round. */
export function givenAnswers(source: ReportSource): readonly ItemAnswer[] {
  return reviewedCases(source).flatMap(({ review }) => review.answers);
}

function withQuestions<R extends { readonly itemId: string }>(
  template: ChecklistTemplate,
  rows: readonly R[],
): readonly Named<R>[] {
  const questions = new Map(templateItems(template).map(({ id, question }) => [id, question]));
  return rows.map((row) => ({ ...row, question: questions.get(row.itemId) ?? row.itemId }));
}
