import type { ReactNode } from 'react';

import { Panel } from '../../components/panel.tsx';
import classes from './importing.module.css';

interface StepProps {
  readonly title: string;
  /** What stands there until the step is reached. */
  readonly waiting: string;
  readonly reached: boolean;
  readonly note?: ReactNode;
  readonly flush?: boolean;
  readonly children: ReactNode;
}

/** One of the four steps: its place is there from the start, its content when it is reached. */
export function Step({ title, waiting, reached, note, flush = false, children }: StepProps) {
  return reached ? (
    <Panel title={title} note={note} flush={flush} className={flush ? classes['flush'] : undefined}>
      {children}
    </Panel>
  ) : (
    <Panel title={title} className={classes['waiting']} note={waiting}>
      {null}
    </Panel>
  );
}
