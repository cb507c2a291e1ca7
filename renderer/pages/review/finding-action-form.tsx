import { Button, Textarea, TextInput } from '@mantine/core';
import { type FormEvent, type KeyboardEvent, useState } from 'react';

import type { CaseRecord } from '#shared/domain/population/case.ts';
import type { ActionDraft } from '#shared/domain/review/action.ts';

import { DateField } from '../../components/date-field.tsx';
import { ErrorNotice } from '../../components/error-notice.tsx';
import { useCommand } from '../../hooks/use-command.ts';
import { useFirstFocus } from '../../hooks/use-first-focus.ts';
import { useNamedState } from '../../hooks/use-named-state.ts';
import { actionWords } from '../../words/actions.ts';
import { commonWords } from '../../words/common.ts';
import { reviewWords } from '../../words/review.ts';
import { ActionForm } from '../actions/action-form.tsx';
import { PersonTextHint } from './person-text-hint.tsx';
import classes from './review.module.css';

interface FindingActionFormProps {
  /** Puts this case right, with a proposed text. */
  readonly draft: ActionDraft;
  readonly record: CaseRecord;
  /** A critical finding: the action needs an owner and a date. */
  readonly critical: boolean;
  readonly onSaved: () => void;
  readonly onCancel: () => void;
}

/** What is done about a finding: a text is proposed, and the owner is written first. */
export function FindingActionForm({ draft, record, critical, onSaved, onCancel }: FindingActionFormProps) {
  const [form, setForm] = useNamedState(draft);
  const [asked, setAsked] = useState(false);
  const first = useFirstFocus<HTMLInputElement>();
  const saving = useCommand('review.saveAction');
  const save = async (event: FormEvent<HTMLFormElement>): Promise<void> => {
    event.preventDefault();
    const missing = critical ? missingField(form) : null;
    setAsked(true);
    if (missing !== null) {
      event.currentTarget.querySelector<HTMLElement>(`[name=${missing}]`)?.focus();
    } else if ((await saving.run({ id: null, action: form })) !== undefined) {
      onSaved();
    }
  };
  if (form.kind === 'practice') return <ActionForm draft={form} onDone={onSaved} />;
  const needed = asked && critical;
  const onKeyDown = ({ key }: KeyboardEvent): void => (key === 'Escape' ? onCancel() : undefined);
  return (
    <form className={classes['action']} onSubmit={(event) => void save(event)}>
      <Textarea
        label={actionWords.text}
        rows={2}
        classNames={{ input: classes['growing'] ?? '' }}
        maxLength={2_000}
        onKeyDown={onKeyDown}
        value={form.text}
        onChange={(event) => setForm({ ...form, text: event.currentTarget.value })}
      />
      <PersonTextHint text={form.text} record={record} />
      <div className={classes['notes']}>
        <TextInput
          label={actionWords.owner}
          name="owner"
          maxLength={200}
          required={critical}
          ref={first}
          onKeyDown={onKeyDown}
          value={form.owner}
          error={needed && form.owner.trim() === '' ? reviewWords.ownerMissing : undefined}
          onChange={(event) => setForm({ ...form, owner: event.currentTarget.value })}
        />
        <DateField
          label={actionWords.due}
          name="due"
          required={critical}
          onKeyDown={onKeyDown}
          value={form.due ?? ''}
          description={needed && form.due === null ? reviewWords.dueMissing : undefined}
          onChange={(due) => setForm({ ...form, due: due === '' ? null : due })}
        />
      </div>
      <ErrorNotice error={saving.state.status === 'failed' ? saving.state.error : undefined} />
      <div className={classes['buttons']}>
        <Button type="submit" loading={saving.state.status === 'running'} disabled={form.text.trim() === ''}>
          {actionWords.save}
        </Button>
        <Button variant="default" onClick={onCancel}>
          {commonWords.cancel}
        </Button>
        <Button variant="subtle" onClick={() => setForm({ ...form, kind: 'practice' })}>
          {reviewWords.practiceInstead}
        </Button>
      </div>
    </form>
  );
}

function missingField({ owner, due }: ActionDraft): 'owner' | 'due' | null {
  if (owner.trim() === '') return 'owner';
  return due === null ? 'due' : null;
}
