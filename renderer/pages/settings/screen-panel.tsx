import { Radio, Switch } from '@mantine/core';

import { hostSettings } from '#shared/contract/system.ts';

import { Panel } from '../../components/panel.tsx';
import { useHostSettings } from '../../hooks/settings-context.tsx';
import { settingsWords } from '../../words/settings.ts';
import classes from './settings.module.css';

const words = settingsWords.page;
const { colorScheme: schemes } = hostSettings.shape;

/** Colours and single-letter shortcuts of this PC; in force and saved at once. */
export function ScreenPanel() {
  const { settings, save } = useHostSettings();
  return (
    <Panel title={words.title}>
      <div className={classes['form']}>
        <Radio.Group
          label={words.colorScheme}
          value={settings.colorScheme}
          onChange={(value) => void save({ ...settings, colorScheme: schemes.parse(value) })}
        >
          <div className={classes['choices']}>
            {schemes.options.map((scheme) => (
              <Radio key={scheme} value={scheme} label={words.schemes[scheme]} />
            ))}
          </div>
        </Radio.Group>
        <Switch
          label={words.singleKeys}
          description={words.singleKeysHint}
          checked={settings.singleKeys}
          onChange={(event) => void save({ ...settings, singleKeys: event.currentTarget.checked })}
        />
      </div>
    </Panel>
  );
}
