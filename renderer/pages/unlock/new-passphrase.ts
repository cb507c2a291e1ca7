import { minimumPassphrase } from '#shared/contract/workspace.ts';

import { unlockWords } from '../../words/settings.ts';

export interface NewPassphrase {
  readonly passphrase: string;
  readonly repeated: string;
}

/** What stands in the way of a new passphrase, by field. Its length is the only rule: longer is better, signs are not. */
export function checkPassphrase({ passphrase, repeated }: NewPassphrase): Partial<NewPassphrase> {
  const missing = minimumPassphrase - passphrase.length;
  return {
    ...(missing > 0 ? { passphrase: unlockWords.create.tooShort(missing) } : {}),
    ...(repeated === passphrase ? {} : { repeated: unlockWords.create.different }),
  };
}
