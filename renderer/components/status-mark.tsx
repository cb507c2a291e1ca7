import type { ReactNode } from 'react';

import classes from './status-mark.module.css';

/** What a mark says; always told by icon and word, the ground only helps. */
export type StatusKind =
  'kept' | 'partly' | 'broken' | 'critical' | 'unclear' | 'missing' | 'neutral' | 'info' | 'done';

const icons: Readonly<Record<StatusKind, string>> = {
  kept: 'M3 8.5l3.2 3.2L13 4.8',
  done: 'M3 8.5l3.2 3.2L13 4.8',
  partly: 'M8 2.5a5.5 5.5 0 1 0 0 11zM8 2.5a5.5 5.5 0 0 1 0 11',
  broken: 'M4 4l8 8M12 4l-8 8',
  critical: 'M8 2.5l6 10.5H2zM8 6.5v3M8 11.3v.2',
  unclear: 'M5.6 6a2.4 2.4 0 1 1 3.4 2.2c-.7.4-1 .8-1 1.6M8 12.4v.2',
  missing: 'M8 2.8a5.2 5.2 0 1 0 .01 0M5.5 8h5',
  neutral: 'M8 2.8a5.2 5.2 0 1 0 .01 0',
  info: 'M8 7.2v4.6M8 4.2v.2',
};

/** A state in icon and word on a pale ground. The icon is decoration: the word carries the meaning. */
export function StatusMark({ kind, children }: { kind: StatusKind; children: ReactNode }) {
  return (
    <span className={classes['mark']} data-kind={kind}>
      <svg viewBox="0 0 16 16" width="14" height="14" aria-hidden="true" className={classes['icon']}>
        <path d={icons[kind]} />
      </svg>
      {children}
    </span>
  );
}
