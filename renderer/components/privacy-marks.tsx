import { useNames } from '../hooks/application.tsx';
import { useHostSettings } from '../hooks/settings-context.tsx';
import { hiddenNameWords } from '../words/hidden-names.ts';
import { securityWords } from '../words/security.ts';
import { KeyHint } from './key-hint.tsx';
import classes from './privacy-marks.module.css';
import { StatusMark } from './status-mark.tsx';

/** In the top bar: whether names are hidden, with the button that does it; and that the window can be recorded, where it can. */
export function PrivacyMarks() {
  const { hidden, setHidden } = useNames();
  const { settings } = useHostSettings();
  return (
    <span className={classes['marks']}>
      {settings.screenCapture && (
        <span title={securityWords.screen.capturableHint}>
          <StatusMark kind="info">{securityWords.screen.capturable}</StatusMark>
        </span>
      )}
      <button
        type="button"
        className={classes['button']}
        aria-pressed={hidden}
        aria-keyshortcuts={hiddenNameWords.keys}
        title={hiddenNameWords.hint}
        onClick={() => setHidden(!hidden)}
      >
        {hiddenNameWords.hide} <KeyHint keys={hiddenNameWords.keys} />
      </button>
    </span>
  );
}
