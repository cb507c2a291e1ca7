import { Button, NativeSelect, Switch } from '@mantine/core';

import { lockMinutes } from '#shared/domain/policy.ts';

import { KeyHint } from '../../components/key-hint.tsx';
import { Panel } from '../../components/panel.tsx';
import { useNames } from '../../hooks/application.tsx';
import { useHostSettings } from '../../hooks/settings-context.tsx';
import { useLock } from '../../hooks/use-lock.ts';
import { useQuery } from '../../hooks/use-query.ts';
import { hiddenNameWords } from '../../words/hidden-names.ts';
import { lockWords } from '../../words/lock.ts';
import { securityWords } from '../../words/security.ts';
import classes from './security.module.css';

const words = securityWords.screen;

/** What others may see of the window, and when it locks. What the organisation has decided is shown and cannot be changed. */
export function ScreenTab() {
  const { settings, save } = useHostSettings();
  const policy = useQuery('system.policy', {}).data;
  const host = useQuery('system.about', {}).data?.host;
  const { hidden, setHidden } = useNames();
  const { lock, locking } = useLock();
  const longest = policy?.lockAfterMinutes ?? null;
  const choices = lockMinutes.filter((count) => longest === null || count <= longest);
  return (
    <Panel title={words.title}>
      <div className={classes['stack']}>
        {host === 'loopback' ? (
          <p className={classes['text']}>{words.captureBrowser}</p>
        ) : (
          <Switch
            label={policy?.allowScreenCapture === false ? words.captureForbidden : words.capture}
            description={policy?.allowScreenCapture === false ? securityWords.byPolicy : words.captureHint}
            checked={settings.screenCapture}
            disabled={policy === undefined || policy.allowScreenCapture === false}
            onChange={(event) => void save({ ...settings, screenCapture: event.currentTarget.checked })}
          />
        )}
        <div className={classes['fields']}>
          <NativeSelect
            label={words.lockAfter}
            description={longest === null ? words.lockHint : `${words.lockHint} ${words.longest(longest)}`}
            value={String(settings.lockAfterMinutes)}
            data={choices.map((count) => ({ value: String(count), label: words.minutes(count) }))}
            onChange={(event) => {
              const lockAfterMinutes = lockMinutes.find((count) => String(count) === event.currentTarget.value);
              if (lockAfterMinutes !== undefined) void save({ ...settings, lockAfterMinutes });
            }}
          />
        </div>
        <Switch
          label={words.names}
          description={words.namesText}
          checked={hidden}
          aria-keyshortcuts={hiddenNameWords.keys}
          onChange={(event) => setHidden(event.currentTarget.checked)}
        />
        <div className={classes['ways']}>
          <Button
            variant="default"
            onClick={() => void lock()}
            disabled={locking}
            rightSection={<KeyHint keys={lockWords.keys} />}
          >
            {words.lock}
          </Button>
          <span className={classes['quiet']}>{words.lockText}</span>
        </div>
      </div>
    </Panel>
  );
}
