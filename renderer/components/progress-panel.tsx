import { Button, Progress } from '@mantine/core';
import { useEffect, useRef } from 'react';

import { useDelayed } from '../hooks/use-delayed.ts';
import { commonWords } from '../words/common.ts';
import { formatNumber } from './formats.ts';
import classes from './progress-panel.module.css';

interface ProgressShown {
  readonly done: number;
  readonly total: number;
  /** Rows of a file that were read so far. */
  readonly rows?: number | undefined;
}

interface ProgressPanelProps {
  /** What is being done: "Læser filen". */
  readonly label: string;
  /** How far; null while it is not known. */
  readonly progress: ProgressShown | null;
  /** How far in words; default: "21 af 420". */
  readonly count?: (progress: ProgressShown) => string;
  readonly cancelling?: boolean;
  readonly onCancel?: () => void;
}

/**
 * Long work: a bar, a count and "Annuller". Keeps its place from the start and appears
 * after 300 ms; "Annuller" takes the focus that the button which started it has lost.
 */
export function ProgressPanel(props: ProgressPanelProps) {
  const { label, progress, count = countOf, cancelling = false, onCancel } = props;
  const shown = useDelayed(true);
  const cancel = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (shown && document.activeElement === document.body) {
      cancel.current?.focus();
    }
  }, [shown]);
  const share = progress === null || progress.total === 0 ? 0 : progress.done / progress.total;
  const shownCount = progress === null || progress.total === 0 ? '' : count(progress);
  return (
    <div className={classes['progress']} data-shown={shown || undefined}>
      <div className={classes['line']}>
        <output>{cancelling ? commonWords.cancelling : label}</output>
        <span className={classes['count']}>{shownCount}</span>
      </div>
      <Progress.Root size="md" className={classes['bar']}>
        <Progress.Section value={Math.round(share * 100)} aria-label={label} color="var(--accent-fill)" />
      </Progress.Root>
      {onCancel !== undefined && (
        <Button ref={cancel} variant="default" onClick={onCancel} disabled={cancelling} className={classes['cancel']}>
          {commonWords.cancel}
        </Button>
      )}
    </div>
  );
}

function countOf({ done, total }: ProgressShown): string {
  return commonWords.progress(formatNumber(done), formatNumber(total));
}
