import { Kbd } from '@mantine/core';
import { memo } from 'react';

import type { Keys } from '../hooks/match-key.ts';
import { keyNames } from '../words/common.ts';
import classes from './key-hint.module.css';

/** A shortcut as the person reads it: `Ctrl ↵`. Read aloud only where `spoken`; beside a button it is decoration. */
export const KeyHint = memo(function KeyHint({ keys, spoken = false }: { keys: Keys; spoken?: boolean }) {
  const words = keys
    .split('+')
    .map((part) => keyNames[part] ?? (part.length === 1 ? part.toUpperCase() : part))
    .join(' ');
  return (
    <Kbd className={classes['hint']} aria-hidden={spoken ? undefined : true}>
      {words}
    </Kbd>
  );
});
