import { Button } from '@mantine/core';

import type { ImportSummary } from '#shared/contract/importing.ts';

import { formatCount, formatInstant } from '../../components/formats.ts';
import { Panel } from '../../components/panel.tsx';
import { useRoute } from '../../hooks/use-route.tsx';
import { startWords } from '../../words/start.ts';
import classes from './start.module.css';

const { latest: words, units } = startWords;

/** The latest import: which file, when, how many cases, and what was odd in it. */
export function LatestPanel({ latest }: { latest: ImportSummary | null | undefined }) {
  const { go } = useRoute();
  if (latest === null || latest === undefined) {
    return null;
  }
  const { importId, fileName, importedAt, cases, problemCount } = latest;
  return (
    <Panel title={words.title}>
      <p className={classes['figure']}>{formatCount(cases, ...units.case)}</p>
      <p>{fileName}</p>
      <p className={classes['note']}>
        {words.fetched(formatInstant(importedAt))}
        {problemCount > 0 && `. ${words.problems(formatCount(problemCount, ...units.problem))}`}
      </p>
      <div className={classes['foot']}>
        <Button variant="default" onClick={() => go('population', { importId })}>
          {words.toCases}
        </Button>
        <Button variant="default" onClick={() => go('importing')}>
          {words.again}
        </Button>
      </div>
    </Panel>
  );
}
