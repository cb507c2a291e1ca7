import { Checkbox } from '@mantine/core';

import classes from './templates.module.css';

interface CheckListProps {
  readonly label: string;
  readonly options: readonly { readonly value: string; readonly label: string }[];
  readonly chosen: readonly string[];
  readonly onChange: (chosen: readonly string[]) => void;
}

/** Several of a few. */
export function CheckList({ label, options, chosen, onChange }: CheckListProps) {
  return (
    <fieldset className={classes['checks']}>
      <legend>{label}</legend>
      {options.map(({ value, label: said }) => (
        <Checkbox
          key={value}
          size="sm"
          label={said}
          checked={chosen.includes(value)}
          onChange={({ currentTarget }) =>
            onChange(
              options
                .map((each) => each.value)
                .filter((each) => (each === value ? currentTarget.checked : chosen.includes(each))),
            )
          }
        />
      ))}
    </fieldset>
  );
}
