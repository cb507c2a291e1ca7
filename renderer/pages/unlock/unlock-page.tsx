import { useEffect, useState } from 'react';

import type { WorkspaceStatus } from '#shared/contract/workspace.ts';

import { Notice } from '../../components/notice.tsx';
import { commonWords } from '../../words/common.ts';
import { unlockWords } from '../../words/settings.ts';
import { CreateForm } from './create-form.tsx';
import { DamagedFile } from './damaged-file.tsx';
import { ForgottenForm } from './forgotten-form.tsx';
import { RestoreChoice } from './restore-choice.tsx';
import { UnlockForm } from './unlock-form.tsx';
import classes from './unlock-page.module.css';

/** Before a workspace is open: create one, unlock the one that is there, or put a copy in the place of a broken one. */
export function UnlockPage({ status }: { status: WorkspaceStatus }) {
  const { state, damaged, slots, place } = status;
  const [way, setWay] = useState<'unlock' | 'forgotten' | 'restore'>('unlock');
  const words = damaged ? unlockWords.damaged : state === 'missing' ? unlockWords.create : unlockWords[way];
  useEffect(() => {
    document.title = `${words.title} – ${commonWords.program}`;
  }, [words]);
  const back = (): void => setWay('unlock');
  return (
    <main className={classes['place']}>
      <p className={classes['program']}>{commonWords.program}</p>
      <div className={classes['card']}>
        <h1 className={classes['title']}>{words.title}</h1>
        <p className={classes['text']}>{words.text}</p>
        <PlaceWarning place={place} />
        {damaged ? (
          <DamagedFile />
        ) : state === 'missing' ? (
          <CreateForm />
        ) : way === 'forgotten' ? (
          <ForgottenForm slots={slots} onBack={back} />
        ) : way === 'restore' ? (
          <RestoreChoice onBack={back} />
        ) : (
          <UnlockForm slots={slots} onForgotten={() => setWay('forgotten')} onRestore={() => setWay('restore')} />
        )}
      </div>
    </main>
  );
}

/** Where other computers write to the folder too, it is said before anything is typed. */
function PlaceWarning({ place }: Pick<WorkspaceStatus, 'place'>) {
  if (place === 'local') return null;
  const { title, text } = unlockWords.place[place];
  return (
    <div className={classes['warning']}>
      <Notice title={title}>{text}</Notice>
    </div>
  );
}
