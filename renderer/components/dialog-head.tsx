import type { ReactNode } from 'react';

import classes from './dialog-head.module.css';

/** The top of a dialog: its title and the button that closes it. No `header` element: that would be a second banner. */
export function DialogHead({ title, children }: { title: ReactNode; children: ReactNode }) {
  return (
    <div className={classes['head']}>
      <div className={classes['title']}>{title}</div>
      {children}
    </div>
  );
}
