import { useEffect } from 'react';

import type { QueueLine } from '#shared/contract/review.ts';
import type { SecondReadingLine, SecondReadings } from '#shared/contract/second-reading.ts';
import { isSameReader } from '#shared/domain/review/second-reading.ts';

import { ErrorNotice } from '../../../components/error-notice.tsx';
import { Page } from '../../../components/page.tsx';
import { QueryView } from '../../../components/query-view.tsx';
import { useCommand } from '../../../hooks/use-command.ts';
import { useQuery } from '../../../hooks/use-query.ts';
import { useRoute } from '../../../hooks/use-route.tsx';
import { secondReadingWords as words } from '../../../words/second-reading.ts';
import { CaseReviewView } from '../case-review-view.tsx';
import { ReviewWays } from './review-ways.tsx';

interface SecondReadingCaseProps {
  readonly roundId: string;
  readonly params: Readonly<Record<string, string>>;
}

/** A case as its second reader sees it: the ordinary review, among the cases that this reader may read. */
export function SecondReadingCase({ roundId, params }: SecondReadingCaseProps) {
  const readings = useQuery('review.secondReadings', { roundId });
  const { reader = '', caseId = '' } = params;
  return (
    <QueryView query={readings} height={600}>
      {(found) => <BegunCase roundId={roundId} caseId={caseId} reader={reader} readings={found} />}
    </QueryView>
  );
}

interface BegunCaseProps {
  readonly roundId: string;
  readonly caseId: string;
  readonly reader: string;
  readonly readings: SecondReadings;
}

function BegunCase({ roundId, caseId, reader, readings }: BegunCaseProps) {
  const { go } = useRoute();
  const begun = readings.lines.some((line) => line.caseId === caseId && line.secondReader !== '');
  const { state, run } = useCommand('review.startSecond');
  useEffect(() => {
    if (!begun) void run({ roundId, caseId, reader });
  }, [begun, run, roundId, caseId, reader]);
  if (!begun) {
    return (
      <Page title={words.caseTitle(caseId)} actions={<ReviewWays roundId={roundId} reading={2} />}>
        <ErrorNotice error={state.status === 'failed' ? state.error : undefined} />
      </Page>
    );
  }
  return (
    <CaseReviewView
      key={`${roundId}/${caseId}`}
      roundId={roundId}
      caseId={caseId}
      reading={2}
      queue={secondQueue(readings, reader)}
      onOpen={(next) => go('review', { roundId, caseId: next, reading: '2', reader })}
    />
  );
}

/** The picked cases that this reader may read, with how far the second reading is; nothing of the first. */
function secondQueue({ lines }: SecondReadings, reader: string): readonly QueueLine[] {
  return lines
    .filter((line) => mayRead(line, reader))
    .map(({ caseId, secondState, answered, items, minutes }, index) => ({
      caseId,
      part: 'random',
      stratum: '',
      rank: index + 1,
      state: secondState,
      answered,
      items,
      replacedBy: null,
      second: null,
      minutes,
    }));
}

function mayRead({ firstReader, secondReader }: SecondReadingLine, reader: string): boolean {
  return secondReader === '' ? !isSameReader(firstReader, reader) : isSameReader(secondReader, reader);
}
