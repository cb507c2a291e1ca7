import { administrativeWords as words, columnWords as names } from '../../../words/administrative-report.ts';
import { dataWords } from '../../../words/administrative-sheets.ts';
import { outcomeWords, partWords, stateWords } from '../../../words/report.ts';
import { answersByItem, type AnswerValue } from '../../review/answer.ts';
import { areaOutcome } from '../../review/outcome.ts';
import { templateItems } from '../../review/template.ts';
import { stratumText } from '../case-tables.ts';
import { teamOf } from '../leader/of-team.ts';
import { samplePartOf } from '../sample-part.ts';
import { column, type Column, type DescribedSheet, describedTable } from '../sheet-parts.ts';
import type { ReportCase, ReportSource } from '../source.ts';
import type { NamedRange } from '../workbook.ts';
import { rangeNames } from './range-names.ts';

interface DataRow {
  readonly row: ReportCase;
  readonly state: string;
  readonly answers: ReadonlyMap<string, AnswerValue>;
}

/** The cases of the round as data, and the names that formulas find their columns by. */
export interface DataSheet extends DescribedSheet {
  readonly names: readonly NamedRange[];
  /** Each range beside the column it names. */
  readonly ranges: DataRanges;
}

/** The names of the columns of the data sheet, by what they hold. */
export interface DataRanges {
  readonly part: string;
  readonly items: ReadonlyMap<string, string>;
  readonly areas: ReadonlyMap<string, string>;
}

/** A row for each case that counts, replaced ones left out: what was answered to each item, and each area's outcome. */
export function dataSheet(source: ReportSource): DataSheet {
  const { template, round } = source;
  const reviews = new Map(source.reviews.map((review) => [review.caseId, review]));
  const rows = source.cases
    .filter(({ replacedBy }) => replacedBy === null)
    .map((row): DataRow => {
      const review = reviews.get(row.drawn.caseId);
      const answers = answersByItem(review?.answers ?? []);
      return { row, state: stateWords[review?.state ?? 'not-started'], answers };
    });
  const fixed = fixedColumns(source);
  const items = templateItems(template);
  const columns = [...fixed, ...items.map(({ id, question }) => itemColumn(id, question)), ...areaColumns(source)];
  const table = { name: words.sheets.data, ...dataWords.table, columns, rows, example: round.example };
  const made = describedTable({ ...table, acrossPages: true });
  const ids = [
    ...fixed.map(({ header }) => header),
    ...items.map(({ id }) => id),
    ...template.areas.map(({ id }) => id),
  ];
  const prefixes = [...fixed.map(() => 'Data'), ...items.map(() => 'Svar'), ...template.areas.map(() => 'Udfald')];
  const taken = rangeNames(ids.map((id, index) => `${prefixes[index] ?? ''}_${id}`));
  const nameAt = (index: number) => taken[index] ?? '';
  return {
    ...made,
    names: rows.length === 0 ? [] : namedColumns(made.sheet.rows.length, rows.length, taken),
    ranges: {
      part: nameAt(fixed.findIndex(({ header }) => header === names.part.name)),
      items: new Map(items.map(({ id }, index) => [id, nameAt(fixed.length + index)])),
      areas: new Map(template.areas.map(({ id }, index) => [id, nameAt(fixed.length + items.length + index)])),
    },
  };
}

function namedColumns(lastRow: number, count: number, taken: readonly string[]): readonly NamedRange[] {
  return taken.map((name, index) => ({
    name,
    sheet: words.sheets.data,
    column: index + 1,
    firstRow: lastRow - count + 1,
    lastRow,
  }));
}

function fixedColumns({ record }: ReportSource): readonly Column<DataRow>[] {
  const partOf = samplePartOf(record.plan);
  return [
    column(names.caseId, 16, ({ row }) => row.drawn.caseId),
    column(names.part, 11, ({ row }) => partWords[partOf(row.drawn)]),
    column(names.stratum, 22, ({ row }) => stratumText(row.drawn.stratum)),
    column(names.team, 14, ({ row }) => teamOf(row) || dataWords.noTeam),
    column(names.state, 14, ({ state }) => state),
  ];
}

function itemColumn(id: string, question: string): Column<DataRow> {
  return column({ name: id, meaning: question }, widthOf(id), ({ answers }) => {
    return dataWords.answers[answers.get(id) ?? 'unanswered'];
  });
}

/** A case that nobody has read is unfinished, also in an area without legal requirements. */
function areaColumns({ template }: ReportSource): readonly Column<DataRow>[] {
  return template.areas.map(({ id, name, short }) => {
    const header = dataWords.outcome(short);
    const meaning = dataWords.outcomeMeaning(name);
    return column({ name: header, meaning }, widthOf(header), ({ answers }) =>
      answers.size === 0 ? outcomeWords.unfinished : outcomeWords[areaOutcome(template, id, answers)],
    );
  });
}

/** Room for the longest word of a heading; ids break at their hyphens. */
function widthOf(header: string): number {
  return Math.max(13, ...header.split(/[\s-]/u).map((word) => word.length + 3));
}
