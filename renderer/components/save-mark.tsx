import type { SaveState } from '../hooks/use-save-state.ts';
import { commonWords } from '../words/common.ts';
import { formatTime } from './formats.ts';
import { StatusMark } from './status-mark.tsx';
import classes from './save-mark.module.css';

/** "Gemt 14.32", always in the same place. Only a failure is read aloud: saving happens after every answer. */
export function SaveMark({ state }: { state: SaveState | null }) {
  return (
    <span className={classes['place']}>
      {state?.state === 'saved' && commonWords.saved(formatTime(state.at))}
      {state?.state === 'saving' && commonWords.saving}
      <span role="alert">
        {state?.state === 'failed' && <StatusMark kind="critical">{commonWords.saveFailed}</StatusMark>}
      </span>
    </span>
  );
}
