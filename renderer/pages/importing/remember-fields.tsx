import { Button, TextInput } from '@mantine/core';
import { useState } from 'react';

import type { Inspection } from '#shared/contract/importing.ts';

import { ErrorNotice } from '../../components/error-notice.tsx';
import { useCommand } from '../../hooks/use-command.ts';
import { useFiles } from '../../hooks/use-files.ts';
import { importingWords } from '../../words/importing.ts';
import { listInWords } from './blockers.ts';
import { takeMapping, mappingWith } from './column-choices.ts';
import classes from './importing.module.css';
import { SaveMappingButton } from './save-mapping-button.tsx';
import type { ImportFlow } from './use-import-flow.ts';

const words = importingWords.memory;

interface RememberFieldsProps {
  readonly flow: ImportFlow;
  readonly inspection: Inspection;
}

/** The name that the choice of columns is remembered under, and the same choice to and from a file. */
export function RememberFields({ flow, inspection }: RememberFieldsProps) {
  const { rememberAs, choices, file } = flow;
  const name = rememberAs.trim() === '' ? (file?.name ?? words.fileName) : rememberAs.trim();
  return (
    <div className={classes['remember']}>
      <TextInput
        label={words.label}
        description={words.hint}
        value={rememberAs}
        maxLength={100}
        onChange={(event) => flow.setRememberAs(event.currentTarget.value)}
      />
      <div className={classes['buttons']}>
        <SaveMappingButton name={name} mapping={mappingWith(inspection, choices)} label={words.save} />
        <TakeFromFile flow={flow} inspection={inspection} />
      </div>
    </div>
  );
}

function TakeFromFile({ flow, inspection }: RememberFieldsProps) {
  const files = useFiles();
  const reading = useCommand('importing.readMapping');
  const [taken, setTaken] = useState<{ readonly from: string; readonly unknown: readonly string[] }>();
  const take = async (): Promise<void> => {
    setTaken(undefined);
    const file = await files.choose();
    const answer = file === null ? undefined : await reading.run({ file });
    if (file === null || answer === undefined) {
      return;
    }
    const { choices, unknown } = takeMapping(inspection, flow.choices, answer.mapping);
    flow.decide(choices);
    if (answer.name !== null && flow.rememberAs === '') {
      flow.setRememberAs(answer.name);
    }
    setTaken({ from: answer.name ?? file.name, unknown });
  };
  const { state } = reading;
  return (
    <>
      <Button variant="default" onClick={() => void take()} disabled={state.status === 'running'}>
        {words.read}
      </Button>
      <output>
        {taken !== undefined && words.fromFile(taken.from)}
        {taken !== undefined && taken.unknown.length > 0 && ` ${words.fileUnknown(listInWords(taken.unknown))}`}
      </output>
      <ErrorNotice error={state.status === 'failed' ? state.error : undefined} />
    </>
  );
}
