import { Button } from '@mantine/core';

import { EmptyState } from '../../components/empty-state.tsx';
import { ErrorNotice } from '../../components/error-notice.tsx';
import { formatPercent } from '../../components/formats.ts';
import { ProgressPanel } from '../../components/progress-panel.tsx';
import { useCommand } from '../../hooks/use-command.ts';
import { useRoute } from '../../hooks/use-route.tsx';
import { startWords } from '../../words/start.ts';
import classes from './start.module.css';

/** The empty workspace: one sentence, the real thing, cases that somebody has sent, and a way to try it without real cases. */
export function FirstTime() {
  const { go } = useRoute();
  const { state, run, cancel } = useCommand('importing.example');

  const tryExample = async (): Promise<void> => {
    const summary = await run({});
    if (summary !== undefined) {
      go('population', { importId: summary.importId });
    }
  };

  return (
    <div>
      <EmptyState text={startWords.empty}>
        <Button onClick={() => go('importing')}>{startWords.fetch}</Button>
        <Button variant="default" onClick={() => go('exchange', { part: 'receive' })}>
          {startWords.receive}
        </Button>
        <Button variant="default" onClick={tryExample} disabled={state.status === 'running'}>
          {startWords.tryExample}
        </Button>
      </EmptyState>
      <p className={classes['note']}>{startWords.exampleNote}</p>
      {state.status === 'running' && (
        <ProgressPanel
          label={startWords.makingExample}
          progress={state.progress}
          count={({ done, total }) => formatPercent(done / total)}
          cancelling={state.cancelling}
          onCancel={cancel}
        />
      )}
      <ErrorNotice error={state.status === 'failed' ? state.error : undefined} onRetry={tryExample} />
    </div>
  );
}
