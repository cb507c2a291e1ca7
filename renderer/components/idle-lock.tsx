import { useEffect, useEffectEvent } from 'react';

import { useApplication } from '../hooks/application.tsx';
import { useHostSettings } from '../hooks/settings-context.tsx';
import { useIdleLock } from '../hooks/use-idle-lock.ts';
import { useLock } from '../hooks/use-lock.ts';
import { lockWords } from '../words/lock.ts';
import classes from './idle-lock.module.css';

/**
 * Locks a workspace that nobody works in; says so half a minute before, read aloud once and not every second. Locks at once
 * when the computer says that the person leaves.
 */
export function IdleLock() {
  const { settings } = useHostSettings();
  const { lock } = useLock();
  const left = useIdleLock(settings.lockAfterMinutes, () => void lock());
  const { subscribe } = useApplication();
  const leave = useEffectEvent(() => void lock());
  useEffect(() => subscribe(({ name }) => name === 'leaving' && leave()), [subscribe]);
  return (
    <div role="alert" className={classes['place']}>
      {left !== null && (
        <div className={classes['warning']}>
          <p className="visually-hidden">{lockWords.soonSpoken}</p>
          <p aria-hidden="true" className={classes['what']}>
            {lockWords.soon(left)}
          </p>
          <p aria-hidden="true">{lockWords.stay}</p>
        </div>
      )}
    </div>
  );
}
