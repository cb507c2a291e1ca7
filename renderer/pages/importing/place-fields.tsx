import { NativeSelect, NumberInput } from '@mantine/core';
import { useId, useState } from 'react';

import type { Inspection } from '#shared/contract/importing.ts';
import { type SamplingUnit, samplingUnit, samplingUnits } from '#shared/domain/sampling/plan.ts';
import { unitNotes } from '#shared/words/sampling.ts';

import { importingWords } from '../../words/importing.ts';
import classes from './importing.module.css';
import type { ImportFlow } from './use-import-flow.ts';

const { columns: words, unit: unitWords } = importingWords;

interface PlaceFieldsProps {
  readonly inspection: Inspection;
  readonly unit: SamplingUnit;
  readonly onLook: ImportFlow['look'];
  readonly onUnit: (unit: SamplingUnit) => void;
}

/** Which sheet, which row holds the column names, and what the list counts; the first two look at the file again. */
export function PlaceFields({ inspection, unit, onLook, onUnit }: PlaceFieldsProps) {
  const { sheets, sheet, headerRow } = inspection;
  const meaning = useId();
  return (
    <div className={classes['places']}>
      {sheets.length > 1 && (
        <NativeSelect
          label={words.sheet}
          value={sheet ?? ''}
          onChange={(event) => void onLook({ sheet: event.currentTarget.value })}
          data={sheets.map(({ name, hidden }) => ({ value: name, label: hidden ? words.hiddenSheet(name) : name }))}
        />
      )}
      <HeaderRowField headerRow={headerRow} onLook={onLook} />
      <NativeSelect
        label={unitWords.label}
        aria-describedby={meaning}
        value={unit}
        onChange={(event) => onUnit(samplingUnit.parse(event.currentTarget.value))}
        data={samplingUnits.map((value) => ({ value, label: unitWords.options[value] }))}
      />
      <p id={meaning} className={classes['meaning']}>
        {unitNotes[unit]}
      </p>
    </div>
  );
}

/** A number that takes effect when the field is left, or on Enter. */
function HeaderRowField({ headerRow, onLook }: { headerRow: number; onLook: ImportFlow['look'] }) {
  const [typed, setTyped] = useState<{ readonly of: number; readonly row: number | string }>();
  const shown = typed?.of === headerRow ? typed.row : headerRow;
  const commit = (): void => {
    if (typeof shown === 'number' && shown !== headerRow) {
      void onLook({ headerRow: shown });
    }
  };
  return (
    <NumberInput
      label={words.headerRow}
      value={shown}
      min={1}
      allowDecimal={false}
      allowNegative={false}
      hideControls
      className={classes['headerRow']}
      onChange={(row) => setTyped({ of: headerRow, row })}
      onBlur={commit}
      onKeyDown={(event) => event.key === 'Enter' && commit()}
    />
  );
}
