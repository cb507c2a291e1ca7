import { Button } from '@mantine/core';

import type { RoundExchange } from '#shared/contract/exchange.ts';
import type { RoundSummary } from '#shared/contract/sampling.ts';

import { EmptyState } from '../../components/empty-state.tsx';
import { Panel } from '../../components/panel.tsx';
import { useRoute } from '../../hooks/use-route.tsx';
import { exchangeWords } from '../../words/exchange.ts';
import { CollectLines } from './collect-lines.tsx';
import { ConflictView } from './conflict-view.tsx';
import classes from './exchange.module.css';
import { PackageDrop } from './package-drop.tsx';
import { StatusPanel } from './status-panel.tsx';
import { useCollecting } from './use-collecting.ts';

const words = exchangeWords.collect;

interface CollectTabProps {
  readonly rounds: readonly RoundSummary[];
  readonly status: readonly RoundExchange[];
}

/** Packages in, who has sent and who is missing, and the ways to what must be decided. */
export function CollectTab({ rounds, status }: CollectTabProps) {
  const { route, go } = useRoute();
  const { lines, add, retry } = useCollecting();
  const deciding = route.params['view'] === 'conflicts' ? route.params['roundId'] : undefined;
  const round = status.find(({ roundId }) => roundId === deciding);
  if (round !== undefined) return <ConflictView key={round.roundId} round={round} />;
  return (
    <>
      <Panel title={words.title}>
        <div className={classes['stack']}>
          <PackageDrop label={words.choose} hint={words.drop} multiple onFiles={add} />
          <CollectLines lines={lines} onPassphrase={retry} />
        </div>
      </Panel>
      {status.length === 0 && (
        <EmptyState text={words.none}>
          <Button variant="default" onClick={() => go('exchange', { part: 'send' })}>
            {words.toSend}
          </Button>
        </EmptyState>
      )}
      {status.map((one) => (
        <StatusPanel key={one.roundId} round={one} summary={rounds.find(({ roundId }) => roundId === one.roundId)} />
      ))}
    </>
  );
}
