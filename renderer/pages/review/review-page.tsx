import { Button } from '@mantine/core';
import { useCallback } from 'react';

import type { QueueLine } from '#shared/contract/review.ts';
import type { RoundSummary } from '#shared/contract/sampling.ts';

import { EmptyState } from '../../components/empty-state.tsx';
import { Page } from '../../components/page.tsx';
import { QueryView } from '../../components/query-view.tsx';
import { useQuery } from '../../hooks/use-query.ts';
import { useRoute } from '../../hooks/use-route.tsx';
import { practiceWords } from '../../words/practice.ts';
import { reviewWords } from '../../words/review.ts';
import { roundMark } from '../../words/rounds.ts';
import { CaseReviewView } from './case-review-view.tsx';
import { ConversationPage } from './conversation/conversation-page.tsx';
import { PracticePage } from './practice/practice-page.tsx';
import { SecondReadingCase } from './second-reading/second-reading-case.tsx';
import { SecondReadingPage } from './second-reading/second-reading-page.tsx';

/** Gennemgang: is this case as it should be? Opens the newest round and its next case unless told otherwise. */
export function ReviewPage() {
  const { route } = useRoute();
  const rounds = useQuery('sampling.rounds', {}, { staleOn: ['importing', 'population', 'sampling'] });
  if (route.params['view'] === 'practice') return <PracticePage />;
  return (
    <QueryView query={rounds} height={600}>
      {(list) => <ReviewRound rounds={list} />}
    </QueryView>
  );
}

function ReviewRound({ rounds }: { rounds: readonly RoundSummary[] }) {
  const { route, go } = useRoute();
  const round = rounds.find(({ roundId }) => roundId === route.params['roundId']) ?? newestToRead(rounds);
  const view = roundView(route.params);
  const ofRound = round === undefined || view !== 'case' ? null : { roundId: round.roundId };
  const queue = useQuery('review.queue', ofRound, { calmMs: 250 });
  if (round === undefined) {
    return (
      <Page title={reviewWords.title}>
        <EmptyState text={reviewWords.empty}>
          <Button onClick={() => go('sampling')}>{reviewWords.toSampling}</Button>
          <Button variant="default" onClick={() => go('review', { view: 'practice' })}>
            {practiceWords.heading}
          </Button>
        </EmptyState>
      </Page>
    );
  }
  const { view: wantedView, caseId } = route.params;
  if (wantedView === 'conversation' && caseId !== undefined) {
    return <ConversationPage roundId={round.roundId} caseId={caseId} />;
  }
  if (view === 'second-readings') return <SecondReadingPage round={round} />;
  if (view === 'second-reading') return <SecondReadingCase roundId={round.roundId} params={route.params} />;
  return (
    <QueryView query={queue} height={600}>
      {(lines) => <ReviewCase round={round} queue={lines} wanted={route.params['caseId']} />}
    </QueryView>
  );
}

/** Answers that were collected have been read already: they are shown where they are asked for. */
function newestToRead(rounds: readonly RoundSummary[]): RoundSummary | undefined {
  return rounds.find(({ role }) => role !== 'collected') ?? rounds[0];
}

interface ReviewCaseProps {
  readonly round: RoundSummary;
  readonly queue: readonly QueueLine[];
  readonly wanted: string | undefined;
}

function ReviewCase({ round, queue, wanted }: ReviewCaseProps) {
  const { roundId } = round;
  const { go } = useRoute();
  const caseId = wantedCase(queue, wanted);
  const open = useCallback((next: string) => go('review', { roundId, caseId: next }), [go, roundId]);
  if (caseId === undefined) {
    return <Page title={reviewWords.title}>{null}</Page>;
  }
  return (
    <CaseReviewView
      key={`${roundId}/${caseId}`}
      roundId={roundId}
      caseId={caseId}
      origin={roundMark(round)}
      queue={queue}
      onOpen={open}
    />
  );
}

/** What the route shows of a round: a case as usual, its second readings, or one case read a second time. */
function roundView(params: Readonly<Record<string, string>>): 'case' | 'second-readings' | 'second-reading' {
  if (params['reading'] === '2') return 'second-reading';
  return params['view'] === 'second' ? 'second-readings' : 'case';
}

/** The case asked for, else the one in progress, else the first not begun, else the first. */
function wantedCase(queue: readonly QueueLine[], wanted: string | undefined): string | undefined {
  const current = queue.filter(({ replacedBy }) => replacedBy === null);
  const found =
    current.find((line) => line.caseId === wanted) ??
    current.find(({ state }) => state === 'draft' || state === 'reopened') ??
    current.find(({ state }) => state === 'not-started') ??
    current[0];
  return found?.caseId;
}
