import type { ReactNode } from 'react';

import classes from './second-reading.module.css';

/** What scrolls sideways where the window is narrow: it takes the focus, and has a name of its own. */
export function Scrolled({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    <div className={classes['scroll']} {...regionOf(label)}>
      {children}
    </div>
  );
}

function regionOf(label: string) {
  return { role: 'region', 'aria-label': label, tabIndex: 0 };
}
