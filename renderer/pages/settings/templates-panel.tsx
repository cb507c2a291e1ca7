import { Button } from '@mantine/core';

import { Panel } from '../../components/panel.tsx';
import { useRoute } from '../../hooks/use-route.tsx';
import { templateWords } from '../../words/templates.ts';
import classes from './settings.module.css';

const words = templateWords.settings;

/** The way to the templates: they are set up now and then, so they have no place of their own on the rail. */
export function TemplatesPanel() {
  const { go } = useRoute();
  return (
    <Panel title={words.title}>
      <div className={classes['form']}>
        <p>{words.text}</p>
        <Button variant="default" onClick={() => go('templates')}>
          {words.button}
        </Button>
      </div>
    </Panel>
  );
}
