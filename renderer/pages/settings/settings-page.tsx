import { NamesPanel } from './names-panel.tsx';
import { AboutPanel } from './about-panel.tsx';
import { LockPanel } from './lock-panel.tsx';
import { ScreenPanel } from './screen-panel.tsx';
import { TemplatesPanel } from './templates-panel.tsx';
import classes from './settings.module.css';
import { Page } from '../../components/page.tsx';
import { pageTitles } from '../../words/common.ts';

/** Names, screen and keys, lock, and what this program is. */
export function SettingsPage() {
  return (
    <Page title={pageTitles.settings}>
      <div className={classes['panels']}>
        <NamesPanel />
        <ScreenPanel />
        <TemplatesPanel />
        <LockPanel />
        <AboutPanel />
      </div>
    </Page>
  );
}
