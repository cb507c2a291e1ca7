import { Button, Checkbox, Textarea, TextInput } from '@mantine/core';
import type { FormEvent } from 'react';

import type { GoodPractice } from '#shared/domain/report/good-practice/catalogue.ts';

import { ErrorNotice } from '../../components/error-notice.tsx';
import { Notice } from '../../components/notice.tsx';
import { useCommand } from '../../hooks/use-command.ts';
import { useFirstFocus } from '../../hooks/use-first-focus.ts';
import { useNamedState } from '../../hooks/use-named-state.ts';
import { commonWords } from '../../words/common.ts';
import { practiceWords as words } from '../../words/good-practice.ts';
import classes from './practice.module.css';

const longest = 2_000;

/** What the catalogue says of one example. Opens in its place. */
export function PracticeForm({ entry, onDone }: { entry: GoodPractice; onDone: () => void }) {
  const { roundId, caseId, itemId, question } = entry;
  const { what, why, ask, hidden } = entry;
  const [form, setForm] = useNamedState({ what, why, ask, hidden });
  const first = useFirstFocus<HTMLTextAreaElement>();
  const { state, run } = useCommand('goodPractice.save');
  const save = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if ((await run({ roundId, caseId, itemId, ...form })) !== undefined) onDone();
  };
  const error = state.status === 'failed' ? state.error : undefined;
  const isNamed = error?.code === 'report-contains-person-data';
  return (
    <form className={classes['form']} aria-label={words.editOf(question)} onSubmit={(event) => void save(event)}>
      <p className={classes['quiet']}>{words.editNote}</p>
      <Textarea
        ref={first}
        label={words.what}
        autosize
        minRows={2}
        maxLength={longest}
        value={form.what}
        onChange={(event) => setForm({ ...form, what: event.currentTarget.value })}
      />
      <Textarea
        label={words.why}
        autosize
        minRows={2}
        maxLength={longest}
        value={form.why}
        onChange={(event) => setForm({ ...form, why: event.currentTarget.value })}
      />
      <TextInput
        label={words.ask}
        maxLength={longest}
        value={form.ask}
        onChange={(event) => setForm({ ...form, ask: event.currentTarget.value })}
      />
      <Checkbox
        label={words.leaveOut}
        checked={form.hidden}
        onChange={(event) => setForm({ ...form, hidden: event.currentTarget.checked })}
      />
      {isNamed && <Notice title={words.names.title}>{words.names.next}</Notice>}
      <ErrorNotice error={isNamed ? undefined : error} />
      <div className={classes['buttons']}>
        <Button type="submit" loading={state.status === 'running'}>
          {words.save}
        </Button>
        <Button variant="default" onClick={onDone}>
          {commonWords.cancel}
        </Button>
      </div>
    </form>
  );
}
