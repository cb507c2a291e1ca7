import type { ReactNode } from 'react';

import classes from './empty-state.module.css';

/** Nothing here yet: one sentence that says what to do first, and the buttons that do it. */
export function EmptyState({ text, children }: { text: string; children?: ReactNode }) {
  return (
    <div className={classes['empty']}>
      <p className={classes['text']}>{text}</p>
      {children !== undefined && <div className={classes['actions']}>{children}</div>}
    </div>
  );
}
