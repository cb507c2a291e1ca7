import { Button, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';

import { ErrorNotice } from '../../components/error-notice.tsx';
import { Notice } from '../../components/notice.tsx';
import { useCommand } from '../../hooks/use-command.ts';
import { reviewWords } from '../../words/review.ts';
import classes from './review.module.css';
import type { ReadingKey } from './use-case-review.ts';

interface ClosedNoticeProps {
  readonly of: ReadingKey;
  readonly state: 'done' | 'locked';
  readonly onReopened: () => void;
}

/** The case is closed or locked; opening it again needs a reason, which goes into the log. */
export function ClosedNotice({ of, state, onReopened }: ClosedNoticeProps) {
  const [reason, setReason] = useState('');
  const reopening = useCommand('review.reopen');
  const reopen = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    const { roundId, caseId, reading } = of;
    if ((await reopening.run({ roundId, caseId, reading, reason })) !== undefined) {
      onReopened();
    }
  };
  return (
    <Notice title={reviewWords.closedStates[state]}>
      <form className={classes['reopen']} onSubmit={(event) => void reopen(event)}>
        <TextInput
          label={reviewWords.reopenReason}
          value={reason}
          maxLength={500}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
        <Button type="submit" variant="default" disabled={reason.trim() === ''}>
          {reviewWords.reopen}
        </Button>
      </form>
      <ErrorNotice error={reopening.state.status === 'failed' ? reopening.state.error : undefined} />
    </Notice>
  );
}
