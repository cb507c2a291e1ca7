import { TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';

import type { DeletionPreview, DeletionReceipt, RoundRetention } from '#shared/contract/deletion.ts';

import { ErrorNotice } from '../../../components/error-notice.tsx';
import { formatCount } from '../../../components/formats.ts';
import { Panel } from '../../../components/panel.tsx';
import { QueryView } from '../../../components/query-view.tsx';
import { useCommand } from '../../../hooks/use-command.ts';
import { useFirstFocus } from '../../../hooks/use-first-focus.ts';
import { useQuery } from '../../../hooks/use-query.ts';
import { deletionWords } from '../../../words/deletion.ts';
import { FormButtons } from '../form-buttons.tsx';
import classes from '../security.module.css';

const words = deletionWords.deletion;

interface DeleteFormProps {
  readonly round: RoundRetention;
  readonly onDeleted: (receipt: DeletionReceipt) => void;
  /** The round may be gone although a file of it is not: what is listed is read again. */
  readonly onFailed: () => void;
  readonly onCancel: () => void;
}

/** Exactly what goes and what stays, in numbers; then the round's name, typed. */
export function DeleteForm({ round, onDeleted, onFailed, onCancel }: DeleteFormProps) {
  const { roundId, name } = round;
  const preview = useQuery('deletion.preview', { roundId });
  const [typed, setTyped] = useState('');
  const field = useFirstFocus<HTMLDivElement>();
  const { state, run } = useCommand('deletion.run');
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    const receipt = await run({ roundId, name: typed });
    if (receipt === undefined) onFailed();
    else onDeleted(receipt);
  };
  return (
    <Panel title={words.previewTitle(name)}>
      <div ref={field} tabIndex={-1} className={classes['stack']}>
        <QueryView query={preview} height={200}>
          {(data) => <WhatGoes preview={data} />}
        </QueryView>
        <form className={classes['fields']} onSubmit={(event) => void submit(event)}>
          <p>{words.noUndo}</p>
          <TextInput
            label={words.typeName(name)}
            value={typed}
            autoComplete="off"
            onChange={(event) => setTyped(event.currentTarget.value)}
          />
          <ErrorNotice error={state.status === 'failed' ? state.error : undefined} />
          <FormButtons
            label={words.run}
            ready={typed.trim() === name.trim() && preview.data !== undefined}
            running={state.status === 'running'}
            onCancel={onCancel}
          />
        </form>
      </div>
    </Panel>
  );
}

function WhatGoes({ preview }: { preview: DeletionPreview }) {
  const { cases, reviews, answers, actions, populations, backups, keeps } = preview;
  const goes = [
    formatCount(cases, ...words.units.case),
    formatCount(reviews, ...words.units.review),
    formatCount(answers, ...words.units.answer),
    formatCount(actions, ...words.units.action),
    ...(populations.length > 0 ? [words.populations(populations.join(', '))] : []),
    formatCount(backups, ...words.units.backup),
  ];
  return (
    <div className={classes['both']}>
      <Lines title={words.goes} lines={goes} />
      <Lines title={words.stays} lines={keeps.map((thing) => words.kept[thing])} />
    </div>
  );
}

function Lines({ title, lines }: { title: string; lines: readonly string[] }) {
  return (
    <section aria-label={title}>
      <h3>{title}</h3>
      <ul className={classes['list']}>
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </section>
  );
}
