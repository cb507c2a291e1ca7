import { Button } from '@mantine/core';
import { useState } from 'react';

import { ConfirmDialog } from '../../components/confirm-dialog.tsx';
import { ErrorNotice } from '../../components/error-notice.tsx';
import { formatCount } from '../../components/formats.ts';
import { useCommand } from '../../hooks/use-command.ts';
import { reviewWords } from '../../words/review.ts';
import classes from './review.module.css';

interface LockRoundProps {
  readonly roundId: string;
  readonly cases: number;
  readonly locked: boolean;
}

/** When every case is closed, the round can be locked, as when its figures have been handed over. */
export function LockRound({ roundId, cases, locked }: LockRoundProps) {
  const [asking, setAsking] = useState(false);
  const locking = useCommand('review.lock');
  const lock = async (): Promise<void> => {
    await locking.run({ roundId });
    setAsking(false);
  };
  if (locked) {
    return <p className={classes['lock']}>{reviewWords.lockedAll}</p>;
  }
  return (
    <div className={classes['lock']}>
      <p>{reviewWords.lockHint}</p>
      <Button variant="default" onClick={() => setAsking(true)}>
        {reviewWords.lockRound}
      </Button>
      <ErrorNotice error={locking.state.status === 'failed' ? locking.state.error : undefined} />
      <ConfirmDialog
        opened={asking}
        title={reviewWords.lockTitle(formatCount(cases, 'sag', 'sager'))}
        confirm={reviewWords.lockConfirm}
        busy={locking.state.status === 'running'}
        onConfirm={() => void lock()}
        onClose={() => setAsking(false)}
      >
        <p>{reviewWords.lockConsequence}</p>
      </ConfirmDialog>
    </div>
  );
}
