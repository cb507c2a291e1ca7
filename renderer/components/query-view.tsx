import { Skeleton } from '@mantine/core';
import type { ReactNode } from 'react';

import type { OperationName, Output } from '#shared/contract/operations.ts';

import { useDelayed } from '../hooks/use-delayed.ts';
import type { Query } from '../hooks/use-query.ts';
import { commonWords } from '../words/common.ts';
import { ErrorNotice } from './error-notice.tsx';
import classes from './query-view.module.css';

interface QueryViewProps<N extends OperationName> {
  readonly query: Query<N>;
  /** How tall the answer usually is, in pixels, so that nothing moves when it arrives. */
  readonly height: number;
  readonly children: (data: Output<N>) => ReactNode;
}

/** Shows an answer, a failure with "Prøv igen", or the place of an answer that takes more than 300 ms. */
export function QueryView<N extends OperationName>({ query, height, children }: QueryViewProps<N>) {
  const waiting = useDelayed(query.data === undefined && query.error === undefined);
  if (query.data !== undefined) {
    return children(query.data);
  }
  if (query.error !== undefined) {
    return <ErrorNotice error={query.error} onRetry={query.refetch} />;
  }
  return (
    <div style={{ height }} className={classes['place']} aria-busy="true">
      {waiting && (
        <>
          <span className="visually-hidden">{commonWords.loading}</span>
          <Skeleton height={20} width="40%" animate={false} />
          <Skeleton height={height - 36} animate={false} />
        </>
      )}
    </div>
  );
}
