import { administrativeWords as words } from '../../../words/administrative-report.ts';
import { qualityColumnWords as columns, qualityWords } from '../../../words/administrative-sheets.ts';
import { problemWords } from '../../../words/importing.ts';
import { overrideReasonLabels } from '../../../words/review.ts';
import type { ProblemCode } from '../../importing/problem.ts';
import type { LocalDate } from '../../calendar/local-date.ts';
import { type DateCheckRule, dateCheckRules } from '../../population/date-check.ts';
import { type OverrideReason, overrideReasons } from '../../review/answer.ts';
import { judgeRules } from '../../review/rules/evaluate-rule.ts';
import { templateItems } from '../../review/template.ts';
import type { RegisterErrors } from '../register-errors.ts';
import { column, type DescribedSheet, describedTable } from '../sheet-parts.ts';
import type { ReportSource } from '../source.ts';
import { rowShare } from './live-figures.ts';

interface QualityRow {
  readonly about: string;
  readonly what: string;
  readonly count: number;
  /** What the count is a part of; null where it is of nothing that was counted. */
  readonly of: number | null;
}

/** Where the columns stand, counted from 1. */
const at = { count: 3, of: 4 };

/** What was wrong with the data: the import's problems, suggestions that were wrong, and dates that are missing. */
export function qualitySheet(source: ReportSource, errors: RegisterErrors): DescribedSheet {
  return describedTable<QualityRow>({
    name: words.sheets.quality,
    ...qualityWords.table,
    columns: [
      column(columns.about, 18, ({ about }) => about),
      column(columns.what, 78, ({ what }) => what),
      column(columns.count, 9, ({ count }) => count, true),
      column(columns.of, 9, ({ of }) => of, true),
      column(columns.share, 9, (row) => shareOf(row), true),
    ],
    rows: [...importRows(source), ...registerRows(errors), ...missingDateRows(source)],
    example: source.round.example,
  });
}

function shareOf({ count, of }: QualityRow) {
  return of === null || of === 0 ? null : rowShare(at.count, at.of, { rate: count / of, weighted: false });
}

/** The import's lines that were left out, and its problems by kind. */
function importRows({ imported }: ReportSource): readonly QualityRow[] {
  if (imported === null) return [];
  const about = qualityWords.import;
  const { total, rejected } = imported.rows;
  const counts = new Map<string, number>();
  for (const { code, count } of imported.problems) counts.set(code, (counts.get(code) ?? 0) + count);
  return [
    { about, what: qualityWords.rejected, count: rejected, of: total },
    ...[...counts].map(([code, count]) => ({
      about,
      what: problemWords({ code: code as ProblemCode }),
      count,
      of: null,
    })),
  ];
}

function registerRows({ suggested, changed, reasons, unexplained }: RegisterErrors): readonly QualityRow[] {
  if (suggested === 0) return [];
  const about = qualityWords.register;
  const because = (reason: OverrideReason) => qualityWords.because(overrideReasonLabels[reason]);
  return [
    { about, what: qualityWords.changed, count: changed, of: suggested },
    ...overrideReasons.map((reason) => ({ about, what: because(reason), count: reasons[reason], of: changed })),
    { about, what: qualityWords.unexplained, count: unexplained, of: changed },
  ].filter(({ count, of }) => count > 0 || of === suggested);
}

/** For each item with a date rule: in how many cases, of those it concerns, a date is missing so that it cannot judge. */
function missingDateRows({ template, cases, record }: ReportSource): readonly QualityRow[] {
  const checked: ReadonlySet<string> = new Set<DateCheckRule>(dateCheckRules);
  const items = templateItems(template).filter(({ rule }) => rule !== null && checked.has(rule));
  const rules = items.map(({ rule }) => rule ?? '');
  const counts = items.map(() => ({ missing: 0, concerned: 0 }));
  for (const { replacedBy, case: each, asOf = record.asOf } of cases) {
    if (replacedBy !== null) continue;
    judgeRules(rules, each, asOf as LocalDate).forEach((judged, index) => {
      const count = counts[index];
      if (count === undefined || judged === null || judged.verdict === 'not-relevant') return;
      count.concerned += 1;
      if (judged.verdict === 'missing') count.missing += 1;
    });
  }
  return items.flatMap(({ question }, index) => {
    const { missing = 0, concerned = 0 } = counts[index] ?? {};
    return missing === 0 ? [] : [{ about: qualityWords.dates, what: question, count: missing, of: concerned }];
  });
}
