import { Notice } from '../../components/notice.tsx';
import { unlockWords } from '../../words/settings.ts';
import { RestoreChoice } from './restore-choice.tsx';
import classes from './unlock-page.module.css';

const words = unlockWords.damaged;

/** What was found, what is kept, and the copies. Nothing is replaced unless the person says so. */
export function DamagedFile() {
  return (
    <div className={classes['form']}>
      <Notice title={words.found}>{words.kept}</Notice>
      <RestoreChoice />
    </div>
  );
}
