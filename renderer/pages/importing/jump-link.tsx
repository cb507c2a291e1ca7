import { columnPlace } from './column-row.tsx';
import classes from './importing.module.css';

/** Leads from a message to the choice of the column that it is about. */
export function JumpLink({ index, children }: { index: number; children: string }) {
  const jump = (): void => {
    const field = document.getElementById(columnPlace(index));
    field?.closest('tr')?.scrollIntoView({ block: 'center' });
    field?.focus({ preventScroll: true });
  };
  return (
    <button type="button" className={classes['link']} onClick={jump}>
      {children}
    </button>
  );
}
