import { Button, TextInput } from '@mantine/core';
import { type ChangeEvent, type FormEvent } from 'react';

import type { WorkspaceStatus } from '#shared/contract/workspace.ts';

import { ErrorNotice } from '../../components/error-notice.tsx';
import { Panel } from '../../components/panel.tsx';
import { QueryView } from '../../components/query-view.tsx';
import { useCommand } from '../../hooks/use-command.ts';
import { useQuery } from '../../hooks/use-query.ts';
import { useNamedState } from '../../hooks/use-named-state.ts';
import { settingsWords } from '../../words/settings.ts';
import classes from './settings.module.css';

const words = settingsWords.names;
const fields = ['municipality', 'department', 'reviewer'] as const;
type Names = Pick<WorkspaceStatus, (typeof fields)[number]>;

/** The names that stand on every page and report. */
export function NamesPanel() {
  const status = useQuery('workspace.status', {});
  return (
    <Panel title={words.title}>
      <QueryView query={status} height={288}>
        {(names) => <NamesForm names={names} />}
      </QueryView>
    </Panel>
  );
}

function NamesForm({ names }: { names: Names }) {
  const [changed, setChanged] = useNamedState<Partial<Names>>({});
  const { state, run } = useCommand('workspace.settings');
  const form: Names = { ...names, ...changed };

  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    const { municipality, department, reviewer } = form;
    await run({ municipality, department, reviewer });
  };
  const change = (field: keyof Names) => (event: ChangeEvent<HTMLInputElement>) => {
    const { value } = event.currentTarget;
    setChanged((before) => ({ ...before, [field]: value }));
  };

  return (
    <form className={classes['form']} onSubmit={submit}>
      {fields.map((field) => (
        <TextInput
          key={field}
          label={words[field]}
          description={field === 'reviewer' ? words.reviewerHint : undefined}
          value={form[field]}
          maxLength={100}
          onChange={change(field)}
        />
      ))}
      <ErrorNotice error={state.status === 'failed' ? state.error : undefined} />
      <div className={classes['save']}>
        <Button type="submit" variant="default" disabled={state.status === 'running'}>
          {words.save}
        </Button>
        <output className={classes['quiet']}>{state.status === 'done' && words.saved}</output>
      </div>
    </form>
  );
}
