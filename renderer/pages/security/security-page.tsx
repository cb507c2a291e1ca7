import { Tabs } from '@mantine/core';
import type { ComponentType } from 'react';

import { Page } from '../../components/page.tsx';
import { useRoute } from '../../hooks/use-route.tsx';
import { pageTitles } from '../../words/common.ts';
import { securityWords } from '../../words/security.ts';
import { BackupsTab } from './backups/backups-tab.tsx';
import { DeletionTab } from './deletion/deletion-tab.tsx';
import { KeysTab } from './keys/keys-tab.tsx';
import { LogTab } from './log/log-tab.tsx';
import { ScreenTab } from './screen-tab.tsx';
import classes from './security.module.css';

const parts = {
  keys: KeysTab,
  backups: BackupsTab,
  deletion: DeletionTab,
  log: LogTab,
  screen: ScreenTab,
} as const satisfies Readonly<Record<keyof typeof securityWords.tabs, ComponentType>>;
type Part = keyof typeof parts;

function isPart(value: string | null | undefined): value is Part {
  return value !== null && value !== undefined && Object.hasOwn(parts, value);
}

/** Sikkerhed: what opens the workspace, what is kept, what must go, who did what, and what others may see. */
export function SecurityPage() {
  const { route, go } = useRoute();
  const wanted = route.params['part'];
  const part: Part = isPart(wanted) ? wanted : 'keys';
  const Shown = parts[part];
  return (
    <Page title={pageTitles.security}>
      <Tabs
        value={part}
        onChange={(next) => {
          if (isPart(next)) go('security', { part: next });
        }}
        keepMounted={false}
      >
        <Tabs.List aria-label={securityWords.tabsLabel}>
          {Object.entries(securityWords.tabs).map(([value, label]) => (
            <Tabs.Tab key={value} value={value}>
              {label}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        <Tabs.Panel value={part}>
          <div className={classes['panels']}>
            <Shown />
          </div>
        </Tabs.Panel>
      </Tabs>
    </Page>
  );
}
