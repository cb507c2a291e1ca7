import type { ReactNode } from 'react';

import classes from './notice.module.css';

/** A quiet word to the reader that is no failure; read aloud when it appears. */
export function Notice({ title, children }: { title?: string; children?: ReactNode }) {
  return (
    <output className={classes['notice']}>
      {title !== undefined && <strong className={classes['what']}>{title}</strong>}
      {children}
    </output>
  );
}
