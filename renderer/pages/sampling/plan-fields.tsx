import { Checkbox, NumberInput } from '@mantine/core';

import type { CountedValue } from '#shared/contract/population.ts';

import { formatNumber } from '../../components/formats.ts';
import { planWords } from '../../words/sampling-plan.ts';
import classes from './plan.module.css';

interface CountFieldProps {
  readonly label: string;
  readonly value: number;
  readonly onChange: (value: number) => void;
}

/** A number of cases in a sentence; 0 stands for none written. */
export function CountField({ label, value, onChange }: CountFieldProps) {
  return (
    <NumberInput
      className={classes['number']}
      aria-label={label}
      min={1}
      max={100_000}
      allowDecimal={false}
      value={value === 0 ? '' : value}
      onChange={(size) => onChange(Number(size))}
    />
  );
}

interface ValueListProps {
  readonly label: string;
  readonly values: readonly CountedValue[];
  readonly chosen: readonly string[];
  readonly onChange: (chosen: readonly string[]) => void;
}

/** The values of the export with their counts, to tick; a long list scrolls. */
export function ValueList({ label, values, chosen, onChange }: ValueListProps) {
  return (
    <fieldset className={classes['values']} aria-label={label}>
      {values.map(({ value, count }) => (
        <Checkbox
          key={value}
          size="sm"
          label={planWords.condition.value(value, formatNumber(count))}
          checked={chosen.includes(value)}
          onChange={({ currentTarget }) =>
            onChange(currentTarget.checked ? [...chosen, value] : chosen.filter((other) => other !== value))
          }
        />
      ))}
    </fieldset>
  );
}
