import { Button, NativeSelect, NumberInput } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';

import type { Inspection } from '#shared/contract/importing.ts';

import { ErrorNotice } from '../../components/error-notice.tsx';
import { ProgressPanel } from '../../components/progress-panel.tsx';
import { importingWords } from '../../words/importing.ts';
import { columnStates } from './column-state.ts';
import { ColumnsTable } from './columns-table.tsx';
import classes from './importing.module.css';
import { Step } from './step.tsx';
import type { ImportFlow } from './use-import-flow.ts';

const words = importingWords.columns;

/** What each column means: the guess, to be changed where it is wrong, and then the reading. */
export function ColumnsStep({ flow }: { flow: ImportFlow }) {
  const { inspection, choices, opening, readError, cancelled } = flow;
  const states = inspection === undefined ? [] : columnStates(inspection.columns, choices);
  const hasCaseId = states.some(({ target }) => target === 'case_id');
  const ready = hasCaseId && !states.some(({ twice }) => twice) && !opening;
  return (
    <Step
      title={importingWords.steps.columns}
      waiting={importingWords.waiting.columns}
      reached={inspection !== undefined}
      note={words.hiddenNote}
      flush
    >
      {inspection !== undefined && <PlaceFields inspection={inspection} onLook={flow.look} />}
      <ColumnsTable states={states} onChange={flow.setTarget} />
      <div className={classes['run']}>
        {!hasCaseId && <output>{words.needCaseId}</output>}
        <ReadPart flow={flow} ready={ready} />
        <output>{cancelled && importingWords.reading.cancelled}</output>
        <ErrorNotice error={readError} />
      </div>
    </Step>
  );
}

/** The button, or the reading it started. Focus comes back to the button when the reading ends without a result. */
function ReadPart({ flow, ready }: { flow: ImportFlow; ready: boolean }) {
  const { reading, summary } = flow;
  const button = useRef<HTMLButtonElement>(null);
  const wasReading = useRef(false);
  const isReading = reading !== null;
  useEffect(() => {
    if (wasReading.current && !isReading && summary === null) {
      button.current?.focus();
    }
    wasReading.current = isReading;
  }, [isReading, summary]);
  return reading === null ? (
    <Button
      ref={button}
      onClick={() => void flow.read()}
      disabled={!ready}
      variant={summary === null ? 'filled' : 'default'}
    >
      {summary === null ? words.read : words.readAgain}
    </Button>
  ) : (
    <ProgressPanel
      label={importingWords.reading.label}
      progress={reading.progress}
      cancelling={reading.cancelling}
      onCancel={flow.cancel}
    />
  );
}

interface PlaceFieldsProps {
  readonly inspection: Inspection;
  readonly onLook: ImportFlow['look'];
}

/** Which sheet, and which row holds the column names; a change looks at the file again. */
function PlaceFields({ inspection, onLook }: PlaceFieldsProps) {
  const { sheets, sheet, headerRow } = inspection;
  const [typed, setTyped] = useState<{ readonly of: number; readonly row: number | string }>();
  const shown = typed?.of === headerRow ? typed.row : headerRow;
  const commit = (): void => {
    if (typeof shown === 'number' && shown !== headerRow) {
      void onLook({ headerRow: shown });
    }
  };
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
    </div>
  );
}
