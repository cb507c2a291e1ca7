import { MantineProvider } from '@mantine/core';

import { cssVariablesResolver, theme } from '../theme.ts';
import { commonWords } from '../words/common.ts';
import classes from './lost-connection.module.css';

/** The whole window when the program behind it is gone: what was saved, and what to do. */
export function LostConnection({ nonce }: { nonce: string }) {
  return (
    <MantineProvider
      theme={theme}
      cssVariablesResolver={cssVariablesResolver}
      defaultColorScheme="auto"
      getStyleNonce={() => nonce}
    >
      <main className={classes['place']} role="alert">
        <h1>{commonWords.disconnected.title}</h1>
        <p>{commonWords.disconnected.text}</p>
      </main>
    </MantineProvider>
  );
}
