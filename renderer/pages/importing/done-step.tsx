import { Button } from '@mantine/core';

import { formatCount } from '../../components/formats.ts';
import { SinceLast } from '../../components/since-last.tsx';
import { useRoute } from '../../hooks/use-route.tsx';
import { importingWords } from '../../words/importing.ts';
import classes from './importing.module.css';
import { Step } from './step.tsx';
import type { ImportFlow } from './use-import-flow.ts';

const words = importingWords.done;

/** The cases are there: go and look at their dates, or draw. */
export function DoneStep({ flow: { summary, startOver } }: { flow: ImportFlow }) {
  const { go } = useRoute();
  return (
    <Step title={importingWords.steps.done} waiting={importingWords.waiting.done} reached={summary !== null}>
      {summary !== null && (
        <div className={classes['done']}>
          <output>
            {importingWords.check.done(formatCount(summary.cases, ...importingWords.units.case))}{' '}
            {summary.mappingName !== null && importingWords.check.remembered(summary.mappingName)}
          </output>
          <SinceLast
            plain
            importId={summary.importId}
            onShow={(since) => go('population', { importId: summary.importId, since })}
          />
          <div className={classes['buttons']}>
            <Button onClick={() => go('population', { importId: summary.importId })}>{words.toDates}</Button>
            <Button variant="default" onClick={() => go('sampling', { importId: summary.importId })}>
              {words.toSampling}
            </Button>
            <Button variant="default" onClick={startOver}>
              {words.another}
            </Button>
          </div>
        </div>
      )}
    </Step>
  );
}
