import { type ReactNode, useState } from 'react';

import { type KeyBinding, useKeyList, useKeys } from '../hooks/use-keys.tsx';
import { pageNames, useRoute } from '../hooks/use-route.tsx';
import { commonWords, pageTitles } from '../words/common.ts';
import classes from './app-shell.module.css';
import { FindDialog, openFind } from './find-dialog.tsx';
import { HelpSheet } from './help-sheet.tsx';
import { Rail } from './rail.tsx';
import { TopBar } from './top-bar.tsx';

const railPages = pageNames.filter((page) => page !== 'settings' && page !== 'templates');

/** The window: top bar, rail, and the page that the route names. */
export function AppShell({ children }: { children: ReactNode }) {
  const { go } = useRoute();
  const listKeys = useKeyList();
  const [helpKeys, setHelpKeys] = useState<readonly KeyBinding[] | null>(null);
  const openHelp = (): void => setHelpKeys(listKeys());

  useKeys([
    { keys: 'F1', words: commonWords.keys.help, group: commonWords.keys.everywhere, run: openHelp },
    { keys: 'Ctrl+K', words: commonWords.keys.find, group: commonWords.keys.everywhere, run: openFind },
    ...railPages.map((page, index) => ({
      keys: `Alt+${index + 1}`,
      words: commonWords.keys.goTo(pageTitles[page]),
      group: commonWords.keys.everywhere,
      run: () => go(page),
    })),
  ]);

  return (
    <div className={classes['shell']}>
      <a href="#content" className={classes['skip']} onClick={skipToContent}>
        {commonWords.skipToContent}
      </a>
      <TopBar />
      <Rail pages={railPages} onHelp={openHelp} />
      <main id="content" tabIndex={-1} className={classes['content']}>
        {children}
      </main>
      <HelpSheet bindings={helpKeys} onClose={() => setHelpKeys(null)} />
      <FindDialog pages={railPages} />
    </div>
  );
}

/** The window's address never changes, so the link moves focus itself. */
function skipToContent(event: React.MouseEvent): void {
  event.preventDefault();
  document.querySelector<HTMLElement>('#content')?.focus();
}
