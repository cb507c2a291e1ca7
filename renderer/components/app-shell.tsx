import { type ReactNode, useEffect, useState } from 'react';

import { useNames } from '../hooks/application.tsx';
import { type KeyBinding, useKeyList, useKeys } from '../hooks/use-keys.tsx';
import { useLock } from '../hooks/use-lock.ts';
import { type PageName, pageNames, useRoute } from '../hooks/use-route.tsx';
import { commonWords, pageTitles } from '../words/common.ts';
import { hiddenNameWords } from '../words/hidden-names.ts';
import { lockWords } from '../words/lock.ts';
import classes from './app-shell.module.css';
import { FindDialog, openFind } from './find-dialog.tsx';
import { HelpSheet } from './help-sheet.tsx';
import { IdleLock } from './idle-lock.tsx';
import { Rail } from './rail.tsx';
import { TopBar } from './top-bar.tsx';

const atFoot: readonly PageName[] = ['security', 'settings', 'templates'];
const railPages = pageNames.filter((page) => !atFoot.includes(page));

/** The window: top bar, rail, and the page that the route names. */
export function AppShell({ children }: { children: ReactNode }) {
  const { go } = useRoute();
  const listKeys = useKeyList();
  const [helpKeys, setHelpKeys] = useState<readonly KeyBinding[] | null>(null);
  const openHelp = (): void => setHelpKeys(listKeys());
  const { lock } = useLock();
  const { hidden, setHidden, forget } = useNames();
  useEffect(() => forget, [forget]);

  useKeys([
    { keys: 'F1', words: commonWords.keys.help, group: commonWords.keys.everywhere, run: openHelp },
    { keys: 'Ctrl+K', words: commonWords.keys.find, group: commonWords.keys.everywhere, run: openFind },
    {
      keys: lockWords.keys,
      words: lockWords.now,
      group: commonWords.keys.everywhere,
      run: () => void lock(),
      overDialogs: true,
    },
    {
      keys: hiddenNameWords.keys,
      words: hiddenNameWords.key,
      group: commonWords.keys.everywhere,
      run: () => setHidden(!hidden),
      overDialogs: true,
    },
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
      <FindDialog pages={[...railPages, 'security']} />
      <IdleLock />
    </div>
  );
}

/** The window's address never changes, so the link moves focus itself. */
function skipToContent(event: React.MouseEvent): void {
  event.preventDefault();
  document.querySelector<HTMLElement>('#content')?.focus();
}
