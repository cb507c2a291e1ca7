import { Button } from '@mantine/core';
import { useState } from 'react';

import type { QueueLine } from '#shared/contract/review.ts';
import { isClosed } from '#shared/domain/review/answer.ts';

import { ConfirmDialog } from '../../components/confirm-dialog.tsx';
import { ErrorNotice } from '../../components/error-notice.tsx';
import { formatCount } from '../../components/formats.ts';
import { Notice } from '../../components/notice.tsx';
import { useCommand } from '../../hooks/use-command.ts';
import { reviewWords } from '../../words/review.ts';

interface LockRoundProps {
  readonly roundId: string;
  readonly queue: readonly QueueLine[];
}

/** When every case is closed, the round can be locked, as when its figures have been handed over. */
export function LockRound({ roundId, queue }: LockRoundProps) {
  const [asking, setAsking] = useState(false);
  const locking = useCommand('review.lock');
  const lock = async (): Promise<void> => {
    await locking.run({ roundId });
    setAsking(false);
  };
  const current = queue.filter(({ replacedBy }) => replacedBy === null);
  if (current.length === 0 || !current.every(({ state }) => isClosed(state))) return null;
  if (current.every(({ state }) => state === 'locked')) return <Notice>{reviewWords.lockedAll}</Notice>;
  return (
    <Notice>
      <p>{reviewWords.lockHint}</p>
      <div>
        <Button variant="default" onClick={() => setAsking(true)}>
          {reviewWords.lockRound}
        </Button>
      </div>
      <ErrorNotice error={locking.state.status === 'failed' ? locking.state.error : undefined} />
      <ConfirmDialog
        opened={asking}
        title={reviewWords.lockTitle(formatCount(current.length, 'sag', 'sager'))}
        confirm={reviewWords.lockConfirm}
        busy={locking.state.status === 'running'}
        onConfirm={() => void lock()}
        onClose={() => setAsking(false)}
      >
        <p>{reviewWords.lockConsequence}</p>
      </ConfirmDialog>
    </Notice>
  );
}
