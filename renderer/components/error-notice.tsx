import { Button } from '@mantine/core';
import type { ReactNode } from 'react';

import type { ErrorData } from '#shared/contract/errors.ts';
import { errorWords } from '#shared/words/errors.ts';

import { commonWords } from '../words/common.ts';
import classes from './notice.module.css';

interface ErrorNoticeProps {
  readonly error: Pick<ErrorData, 'code'> | undefined;
  readonly onRetry?: () => void;
  readonly children?: ReactNode;
}

/** A failure where it happened: what is wrong, what was kept, what to do. Read aloud when it appears. */
export function ErrorNotice({ error, onRetry, children }: ErrorNoticeProps) {
  return (
    <div role="alert">
      {error !== undefined && (
        <div className={classes['notice']} data-kind="error">
          <p className={classes['what']}>{errorWords[error.code].what}</p>
          <p>{errorWords[error.code].next}</p>
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
