import { Button, NativeSelect, SegmentedControl } from '@mantine/core';

import { formatNumber } from '../../components/formats.ts';
import { reportWords as words } from '../../words/report.ts';
import { turnedOff } from './turned-off.ts';
import classes from './report.module.css';

interface SheetChoiceProps {
  readonly names: readonly string[];
  readonly index: number;
  readonly onChange: (name: string) => void;
}

/** More than these do not fit side by side. */
const mostTabs = 3;

/** Which sheet is shown: side by side where they are few, else a list with the sheet before and after. */
export function SheetChoice({ names, index, onChange }: SheetChoiceProps) {
  if (names.length < 2) return null;
  if (names.length <= mostTabs) {
    return (
      <SegmentedControl
        aria-label={words.sheets}
        className={classes['tabs']}
        value={names[index] ?? ''}
        onChange={onChange}
        data={[...names]}
      />
    );
  }
  return <SheetList names={names} index={index} onChange={onChange} />;
}

function SheetList({ names, index, onChange }: SheetChoiceProps) {
  const step = (by: number, label: string, sign: string) => {
    const to = names[index + by];
    return (
      <Button
        variant="default"
        aria-label={label}
        {...(to === undefined ? turnedOff : {})}
        onClick={() => {
          if (to !== undefined) onChange(to);
        }}
      >
        {sign}
      </Button>
    );
  };
  const count = formatNumber(names.length);
  return (
    <div className={classes['sheets']}>
      {step(-1, words.previousSheet, '‹')}
      <NativeSelect
        aria-label={words.sheets}
        value={names[index] ?? ''}
        data={names.map((name, at) => ({ value: name, label: words.sheetOf(name, formatNumber(at + 1), count) }))}
        onChange={(event) => onChange(event.currentTarget.value)}
      />
      {step(1, words.nextSheet, '›')}
    </div>
  );
}
