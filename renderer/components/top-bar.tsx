import { useLatestImport } from '../hooks/use-latest-import.ts';
import { useQuery } from '../hooks/use-query.ts';
import { useSaveState } from '../hooks/use-save-state.ts';
import { commonWords } from '../words/common.ts';
import { openFind } from './find-dialog.tsx';
import { KeyHint } from './key-hint.tsx';
import { PrivacyMarks } from './privacy-marks.tsx';
import { SaveMark } from './save-mark.tsx';
import { StatusMark } from './status-mark.tsx';
import classes from './top-bar.module.css';

/** Which workspace and round this is, whether it is example data, and when it was last saved; always in the same place. */
export function TopBar() {
  const status = useQuery('workspace.status', {}).data;
  // Only the round's name is shown, so nothing is counted anew while somebody answers.
  const overview = useQuery('workspace.overview', {}, { staleOn: ['importing', 'population', 'sampling'] }).data;
  const { latest } = useLatestImport();
  const saveState = useSaveState(status?.savedAt ?? null);
  const place = [status?.municipality, status?.department, overview?.round?.name]
    .filter((part) => part !== undefined && part !== '')
    .join(' · ');
  return (
    <header className={classes['bar']}>
      <span className={classes['program']}>{commonWords.program}</span>
      <span className={classes['place']} title={place}>
        {place}
      </span>
      {latest?.example === true && (
        <span title={commonWords.exampleHint} className={classes['example']}>
          <StatusMark kind="neutral">{commonWords.exampleMark}</StatusMark>
        </span>
      )}
      <PrivacyMarks />
      <button type="button" className={classes['find']} onClick={openFind} aria-keyshortcuts="Control+K">
        {commonWords.find.label} <KeyHint keys="Ctrl+K" />
      </button>
      <SaveMark state={saveState} />
    </header>
  );
}
