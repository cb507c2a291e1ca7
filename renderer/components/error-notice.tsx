import { Button } from '@mantine/core';
import type { ReactNode } from 'react';

import { wordsOfError } from '#shared/words/errors.ts';
import type { ToldError } from '#shared/words/plan-errors.ts';

import { commonWords } from '../words/common.ts';
import classes from './notice.module.css';

interface ErrorNoticeProps {
  readonly error: ToldError | undefined;
  readonly onRetry?: () => void;
  readonly children?: ReactNode;
}

/** A failure where it happened: what is wrong, what was kept, what to do. Read aloud when it appears. */
export function ErrorNotice({ error, onRetry, children }: ErrorNoticeProps) {
  const words = error === undefined ? undefined : wordsOfError(error);
  return (
    <div role="alert">
      {words !== undefined && (
        <div className={classes['notice']} data-kind="error">
          <p className={classes['what']}>{words.what}</p>
          <p>{words.next}</p>
          {children}
          {onRetry !== undefined && (
            <Button variant="default" onClick={onRetry} className={classes['action']}>
              {commonWords.tryAgain}
            </Button>
          )}
        </div>
      )}
    </div>
  );
}
