import { Button, NativeSelect, SegmentedControl, Textarea, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';

import { type ActionDraft, type ActionKind, recommendations } from '#shared/domain/review/action.ts';
import { recommendationWords } from '#shared/words/recommendations.ts';

import { DateField } from '../../components/date-field.tsx';
import { ErrorNotice } from '../../components/error-notice.tsx';
import { useFirstFocus } from '../../hooks/use-first-focus.ts';
import { useCommand } from '../../hooks/use-command.ts';
import { useNamedState } from '../../hooks/use-named-state.ts';
import { actionWords } from '../../words/actions.ts';
import { commonWords } from '../../words/common.ts';
import classes from './actions.module.css';

interface ActionFormProps {
  readonly draft: ActionDraft;
  /** The action being changed, or nothing for a new one. */
  readonly id?: string;
  readonly onDone: () => void;
}

/** What shall happen, by whom, by when. Opens in place, never in a dialog. */
export function ActionForm({ draft, id, onDone }: ActionFormProps) {
  const [form, setForm] = useNamedState(draft);
  const [tried, setTried] = useState(false);
  const lacksCategory = form.kind === 'practice' && form.category === null;
  const first = useFirstFocus<HTMLTextAreaElement>();
  const saving = useCommand('review.saveAction');
  const save = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    setTried(true);
    if (lacksCategory) return;
    if ((await saving.run({ id: id ?? null, action: form })) !== undefined) {
      onDone();
    }
  };
  return (
    <form className={classes['form']} onSubmit={(event) => void save(event)}>
      <Textarea
        label={actionWords.text}
        autosize
        minRows={2}
        maxLength={2_000}
        ref={first}
        value={form.text}
        onChange={(event) => setForm({ ...form, text: event.currentTarget.value })}
      />
      {form.caseId !== null && (
        <SegmentedControl
          className={classes['filter']}
          aria-label={actionWords.kind}
          value={form.kind}
          onChange={(kind) => setForm({ ...form, kind: kind as ActionKind })}
          data={[
            { value: 'case', label: actionWords.kinds.case },
            { value: 'practice', label: actionWords.kinds.practice },
          ]}
        />
      )}
      {form.kind === 'practice' && (
        <CategoryField
          value={form.category}
          missing={tried && lacksCategory}
          onChange={(category) => setForm({ ...form, category })}
        />
      )}
      <div className={classes['fields']}>
        <TextInput
          label={actionWords.owner}
          maxLength={200}
          value={form.owner}
          onChange={(event) => setForm({ ...form, owner: event.currentTarget.value })}
        />
        <DateField
          label={actionWords.due}
          value={form.due ?? ''}
          onChange={(due) => setForm({ ...form, due: due === '' ? null : due })}
        />
      </div>
      <ErrorNotice error={saving.state.status === 'failed' ? saving.state.error : undefined} />
      <div className={classes['buttons']}>
        <Button type="submit" loading={saving.state.status === 'running'} disabled={form.text.trim() === ''}>
          {actionWords.save}
        </Button>
        <Button variant="default" onClick={onDone}>
          {commonWords.cancel}
        </Button>
      </div>
    </form>
  );
}

interface CategoryFieldProps {
  readonly value: ActionDraft['category'];
  readonly missing: boolean;
  readonly onChange: (category: ActionDraft['category']) => void;
}

/** Which of the eight recommendations a change of practice answers; without one it is not saved. */
function CategoryField({ value, missing, onChange }: CategoryFieldProps) {
  const data = recommendations.map((id) => ({ value: id, label: recommendationWords[id] }));
  return (
    <NativeSelect
      label={actionWords.category}
      description={actionWords.categoryNote}
      error={missing ? actionWords.categoryMissing : undefined}
      value={value ?? ''}
      data={[{ value: '', label: actionWords.chooseCategory }, ...data]}
      onChange={(event) => onChange(recommendations.find((id) => id === event.currentTarget.value) ?? null)}
    />
  );
}
