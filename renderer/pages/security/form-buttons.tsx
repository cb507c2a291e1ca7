import { Button } from '@mantine/core';

import { commonWords } from '../../words/common.ts';
import classes from './security.module.css';

interface FormButtonsProps {
  /** What the form does. */
  readonly label: string;
  readonly ready: boolean;
  readonly running: boolean;
  readonly onCancel: () => void;
}

/** The last line of a form: what it does, and the way out. */
export function FormButtons({ label, ready, running, onCancel }: FormButtonsProps) {
  return (
    <div className={classes['ways']}>
      <Button type="submit" disabled={!ready} loading={running}>
        {label}
      </Button>
      <Button variant="default" onClick={onCancel}>
        {commonWords.cancel}
      </Button>
    </div>
  );
}
