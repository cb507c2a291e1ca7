import { dataWords } from '../../../words/administrative-sheets.ts';
import { outcomeWords, partWords } from '../../../words/report.ts';
import type { AnswerValue } from '../../review/answer.ts';
import type { Outcome } from '../../review/template.ts';
import type { SamplePart } from '../figures.ts';
import { shareCell } from '../sheet-parts.ts';
import type { CellValue } from '../workbook.ts';
import type { DataRanges } from './data-sheet.ts';

/** How many cases of a part have an answer to an item, counted on the data sheet; null: are without one. */
export function answerCount(
  ranges: DataRanges,
  part: SamplePart,
  itemId: string,
  value: AnswerValue | null,
  result: number,
): CellValue {
  const word = dataWords.answers[value ?? 'unanswered'];
  return countWhere(ranges, part, ranges.items.get(itemId), word, result);
}

/** How many cases of a part come out like this on an area, counted on the data sheet. */
export function outcomeCount(
  ranges: DataRanges,
  part: SamplePart,
  areaId: string,
  outcome: Outcome,
  result: number,
): CellValue {
  return countWhere(ranges, part, ranges.areas.get(areaId), outcomeWords[outcome], result);
}

/** A sum over columns of the same row, counted from 1. */
export function rowSum(columns: readonly number[], result: number): CellValue {
  return { formula: { kind: 'sum-of-row', columns }, result };
}

/** One column of the row through another; where the rate is weighted it is no such quotient, and stands as computed. */
export function rowShare(
  part: number,
  whole: number,
  { rate, weighted }: { readonly rate: number | null; readonly weighted: boolean },
): CellValue {
  if (weighted) return shareCell(rate);
  const result = rate === null ? null : { share: rate };
  return { formula: { kind: 'share-of-row', part: [part], whole: [whole] }, result };
}

function countWhere(
  { part: partRange }: DataRanges,
  part: SamplePart,
  range: string | undefined,
  word: string,
  result: number,
): CellValue {
  if (range === undefined) return result;
  const where = [
    { range: partRange, equals: partWords[part] },
    { range, equals: word },
  ];
  return { formula: { kind: 'count-where', where }, result };
}
