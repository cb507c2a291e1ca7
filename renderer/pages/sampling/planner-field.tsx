import { NumberInput } from '@mantine/core';

import classes from './planner.module.css';

interface PlannerFieldProps {
  readonly label: string;
  /** NaN while nothing is written. */
  readonly value: number;
  readonly min?: number;
  readonly max: number;
  readonly decimals?: boolean;
  readonly onChange: (value: number) => void;
  /** When the writing is done: Enter, or the field is left. */
  readonly onDone?: () => void;
}

/** A number inside a sentence of the planner. */
export function PlannerField({ label, value, min = 1, max, decimals = false, onChange, onDone }: PlannerFieldProps) {
  return (
    <NumberInput
      className={classes['number']}
      aria-label={label}
      hideControls
      min={min}
      max={max}
      allowNegative={false}
      allowDecimal={decimals}
      decimalScale={decimals ? 1 : 0}
      decimalSeparator=","
      thousandSeparator="."
      value={Number.isNaN(value) ? '' : value}
      onChange={(written) => onChange(written === '' ? Number.NaN : Number(written))}
      onBlur={onDone}
      onKeyDown={(event) => event.key === 'Enter' && onDone?.()}
    />
  );
}
