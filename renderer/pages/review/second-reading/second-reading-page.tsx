import { Button } from '@mantine/core';

import type { RoundSummary } from '#shared/contract/sampling.ts';

import { Page } from '../../../components/page.tsx';
import { QueryView } from '../../../components/query-view.tsx';
import { useQuery } from '../../../hooks/use-query.ts';
import { useRoute } from '../../../hooks/use-route.tsx';
import { secondReadingWords as words } from '../../../words/second-reading.ts';
import { AgreementPanel } from './agreement-panel.tsx';
import { ComparisonPage } from './comparison-page.tsx';
import { DrawSecondPanel } from './draw-second-panel.tsx';
import { SecondReadingList } from './second-reading-list.tsx';

/** Andenlæsning: how many cases are read twice, how far they are, and how far the two readers agree. */
export function SecondReadingPage({ round }: { readonly round: RoundSummary }) {
  const { route, go } = useRoute();
  const { roundId, name } = round;
  const caseId = route.params['caseId'];
  const readings = useQuery('review.secondReadings', { roundId });
  if (caseId !== undefined) return <ComparisonPage roundId={roundId} caseId={caseId} />;
  return (
    <Page
      title={words.title}
      note={name === '' ? undefined : words.about(name)}
      actions={
        <>
          <Button variant="subtle" onClick={() => go('review', { roundId })}>
            {words.toReview}
          </Button>
          <Button variant="subtle" onClick={() => go('review', { view: 'practice', roundId })}>
            {words.toPractice}
          </Button>
        </>
      }
    >
      <QueryView query={readings} height={480}>
        {(found) => (
          <>
            {found.lines.length > 0 && <SecondReadingList roundId={roundId} readings={found} />}
            {found.lines.length > 0 && <AgreementPanel roundId={roundId} />}
            <DrawSecondPanel key={found.lines.length} roundId={roundId} readings={found} />
          </>
        )}
      </QueryView>
    </Page>
  );
}
