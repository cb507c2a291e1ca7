import { Button } from '@mantine/core';

import type { QueueLine } from '#shared/contract/review.ts';
import type { RoundSummary } from '#shared/contract/sampling.ts';

import { EmptyState } from '../../components/empty-state.tsx';
import { Page } from '../../components/page.tsx';
import { QueryView } from '../../components/query-view.tsx';
import { useQuery } from '../../hooks/use-query.ts';
import { useRoute } from '../../hooks/use-route.tsx';
import { reviewWords } from '../../words/review.ts';
import { CaseReviewView } from './case-review-view.tsx';

/** Gennemgang: is this case as it should be? Opens the newest round and its next case unless told otherwise. */
export function ReviewPage() {
  const rounds = useQuery('sampling.rounds', {});
  return (
    <QueryView query={rounds} height={600}>
      {(list) => <ReviewRound rounds={list} />}
    </QueryView>
  );
}

function ReviewRound({ rounds }: { rounds: readonly RoundSummary[] }) {
  const { route, go } = useRoute();
  const round = rounds.find(({ roundId }) => roundId === route.params['roundId']) ?? rounds[0];
  const queue = useQuery('review.queue', round === undefined ? null : { roundId: round.roundId });
  if (round === undefined) {
    return (
      <Page title={reviewWords.title}>
        <EmptyState text={reviewWords.empty}>
          <Button onClick={() => go('sampling')}>{reviewWords.toSampling}</Button>
        </EmptyState>
      </Page>
    );
  }
  return (
    <QueryView query={queue} height={600}>
      {(lines) => <ReviewCase roundId={round.roundId} queue={lines} wanted={route.params['caseId']} />}
    </QueryView>
  );
}

interface ReviewCaseProps {
  readonly roundId: string;
  readonly queue: readonly QueueLine[];
  readonly wanted: string | undefined;
}

function ReviewCase({ roundId, queue, wanted }: ReviewCaseProps) {
  const { go } = useRoute();
  const caseId = wantedCase(queue, wanted);
  if (caseId === undefined) {
    return <Page title={reviewWords.title}>{null}</Page>;
  }
  return (
    <CaseReviewView
      key={`${roundId}/${caseId}`}
      roundId={roundId}
      caseId={caseId}
      queue={queue}
      onOpen={(next) => go('review', { roundId, caseId: next })}
    />
  );
}

/** The case asked for, else the one in progress, else the first not begun, else the first. */
function wantedCase(queue: readonly QueueLine[], wanted: string | undefined): string | undefined {
  const current = queue.filter(({ replacedBy }) => replacedBy === null);
  const found =
    current.find((line) => line.caseId === wanted) ??
    current.find(({ state }) => state === 'draft') ??
    current.find(({ state }) => state === 'not-started') ??
    current[0];
  return found?.caseId;
}
