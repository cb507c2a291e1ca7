import { commonWords } from '../../words/common.ts';

/** Names the eye button of a passphrase field and lets the keyboard reach it. */
export const passwordToggle = { 'aria-label': commonWords.showPassphrase, tabIndex: 0 };
