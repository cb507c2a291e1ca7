import { Radio } from '@mantine/core';

import type { DateOrder } from '#shared/domain/importing/mapping.ts';
import { monthNames } from '#shared/words/calendar.ts';

import { importingWords } from '../../words/importing.ts';
import type { ColumnState } from './column-state.ts';
import classes from './importing.module.css';

const words = importingWords.dates;
const orders: readonly DateOrder[] = ['day-month', 'month-day'];

interface DateQuestionProps {
  readonly state: ColumnState;
  readonly onAnswer: (order: DateOrder) => void;
}

/** "Hvad er 03/04-2025? 3. april / 4. marts": asked once for a column whose values do not tell. */
export function DateQuestion({ state: { examples, order, name }, onAnswer }: DateQuestionProps) {
  const example = doubtfulExample(examples);
  const labels: Readonly<Record<DateOrder, string>> =
    example === null
      ? { 'day-month': words.dayMonth, 'month-day': words.monthDay }
      : { 'day-month': dateOf(example.first, example.second), 'month-day': dateOf(example.second, example.first) };
  return (
    <Radio.Group
      label={example === null ? words.askOrder : words.ask(example.text)}
      aria-label={`${name}: ${example === null ? words.askOrder : words.ask(example.text)}`}
      description={words.why}
      value={order === 'asked' ? null : order}
      onChange={(value) => orders.filter((one) => one === value).forEach(onAnswer)}
    >
      <div className={classes['answers']}>
        {orders.map((value) => (
          <Radio key={value} value={value} label={labels[value]} />
        ))}
      </div>
    </Radio.Group>
  );
}

interface DoubtfulExample {
  readonly text: string;
  readonly first: number;
  readonly second: number;
}

/** The first value that is a day either way, and not the same one. */
function doubtfulExample(examples: readonly string[]): DoubtfulExample | null {
  for (const text of examples) {
    const [, first, second] = (/^(\d{1,2})\s?[-./]\s?(\d{1,2})\D/.exec(text) ?? []).map(Number);
    if (first !== undefined && second !== undefined && first !== second && first <= 12 && second <= 12) {
      return { text, first, second };
    }
  }
  return null;
}

function dateOf(day: number, month: number): string {
  return words.date(String(day), monthNames[month - 1] ?? '');
}
