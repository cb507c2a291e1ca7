import { useEffect } from 'react';

import type { WorkspaceStatus } from '#shared/contract/workspace.ts';

import { commonWords } from '../../words/common.ts';
import { unlockWords } from '../../words/settings.ts';
import { CreateForm } from './create-form.tsx';
import { UnlockForm } from './unlock-form.tsx';
import classes from './unlock-page.module.css';

/** Before a workspace is open: create one, or unlock the one that is there. */
export function UnlockPage({ state }: { state: Exclude<WorkspaceStatus['state'], 'open'> }) {
  const words = state === 'missing' ? unlockWords.create : unlockWords.unlock;
  useEffect(() => {
    document.title = `${words.title} – ${commonWords.program}`;
  }, [words]);
  return (
    <main className={classes['place']}>
      <p className={classes['program']}>{commonWords.program}</p>
      <div className={classes['card']}>
        <h1 className={classes['title']}>{words.title}</h1>
        <p className={classes['text']}>{words.text}</p>
        {state === 'missing' ? <CreateForm /> : <UnlockForm />}
      </div>
    </main>
  );
}
