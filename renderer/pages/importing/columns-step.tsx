import { useState } from 'react';

import type { Inspection } from '#shared/contract/importing.ts';

import { importingWords } from '../../words/importing.ts';
import { blockersOf } from './blockers.ts';
import { ColumnsHead } from './columns-head.tsx';
import { ColumnsTable } from './columns-table.tsx';
import { type ColumnState, columnStates } from './column-state.ts';
import { PlaceFields } from './place-fields.tsx';
import { RememberFields } from './remember-fields.tsx';
import { RunBar } from './run-bar.tsx';
import { Step } from './step.tsx';
import type { ImportFlow } from './use-import-flow.ts';

/** What each column means: the guess, to be changed where it is wrong, and then the reading. */
export function ColumnsStep({ flow }: { flow: ImportFlow }) {
  const { inspection, choices } = flow;
  return (
    <Step
      title={importingWords.steps.columns}
      waiting={importingWords.waiting.columns}
      reached={inspection !== undefined}
      flush
    >
      {inspection !== undefined && (
        <Columns flow={flow} inspection={inspection} states={columnStates(inspection, choices)} />
      )}
    </Step>
  );
}

interface ColumnsProps {
  readonly flow: ImportFlow;
  readonly inspection: Inspection;
  readonly states: readonly ColumnState[];
}

function Columns({ flow, inspection, states }: ColumnsProps) {
  const { choices, decide } = flow;
  const [showNames, setShowNames] = useState(false);
  return (
    <>
      <PlaceFields
        inspection={inspection}
        unit={choices.unit ?? inspection.unit}
        onLook={flow.look}
        onUnit={(unit) => decide({ unit })}
      />
      <ColumnsHead inspection={inspection} states={states} showNames={showNames} onShowNames={setShowNames} />
      <ColumnsTable inspection={inspection} choices={choices} showNames={showNames} decide={decide} />
      <RememberFields flow={flow} inspection={inspection} />
      <RunBar flow={flow} states={states} blockers={blockersOf(states)} />
    </>
  );
}
