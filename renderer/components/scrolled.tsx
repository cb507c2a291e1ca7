import type { ReactNode } from 'react';

import classes from './scrolled.module.css';

interface ScrolledProps {
  readonly label: string;
  /** Where it shall end before its content does: a class that says how high. */
  readonly className?: string | undefined;
  readonly children: ReactNode;
}

/** What scrolls where it has no room: it takes the focus, so that it is reached by keyboard, and has a name of its own. */
export function Scrolled({ label, className, children }: ScrolledProps) {
  return (
    <div className={`${classes['scrolled']} ${className ?? ''}`} {...regionOf(label)}>
      {children}
    </div>
  );
}

function regionOf(label: string) {
  return { role: 'region', 'aria-label': label, tabIndex: 0 };
}
