import type { ReactNode } from 'react';

import { ErrorNotice } from '../../components/error-notice.tsx';
import { StatusMark } from '../../components/status-mark.tsx';
import { exchangeWords } from '../../words/exchange.ts';
import classes from './exchange.module.css';
import { SpokenPassphrase } from './spoken-passphrase.tsx';
import type { SavingState } from './use-package-saving.ts';

interface SavedPackageProps<T> {
  readonly state: SavingState<T>;
  readonly children?: (told: T) => ReactNode;
}

/** How saving a package went: where it lies, what else to say of it, and its passphrase. */
export function SavedPackage<T>({ state, children }: SavedPackageProps<T>) {
  return (
    <>
      <output className={classes['line']}>
        {state.status === 'saved' && (
          <>
            <StatusMark kind="done">{exchangeWords.save.saved(state.name)}</StatusMark>
            <span className={classes['quiet']}>{exchangeWords.save.mail}</span>
            {children?.(state.told)}
          </>
        )}
      </output>
      {state.status === 'saved' && state.passphrase !== null && (
        <SpokenPassphrase key={state.passphrase} file={state.name} passphrase={state.passphrase} />
      )}
      <ErrorNotice error={state.status === 'failed' ? state.error : undefined} />
    </>
  );
}
