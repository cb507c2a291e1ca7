import { Button } from '@mantine/core';
import { useState } from 'react';

import { EmptyState } from '../../components/empty-state.tsx';
import { Page } from '../../components/page.tsx';
import { QueryView } from '../../components/query-view.tsx';
import { useQuery } from '../../hooks/use-query.ts';
import { useRoute } from '../../hooks/use-route.tsx';
import { samplingWords } from '../../words/sampling.ts';
import { DrawnView } from './drawn-view.tsx';
import { PlanView } from './plan-view.tsx';

/**
 * Stikprøve: which cases, and what will they be able to tell? Shows the newest draw until a new one is planned; who
 * comes from an import that is named in the route has come to plan.
 */
export function SamplingPage() {
  const { route, go } = useRoute();
  const imports = useQuery('importing.list', {});
  const rounds = useQuery('sampling.rounds', {});
  const [planning, setPlanning] = useState(route.params['importId'] !== undefined);
  return (
    <QueryView query={imports} height={600}>
      {(sources) => (
        <QueryView query={rounds} height={600}>
          {(list) => {
            const round = planning
              ? undefined
              : (list.find((one) => one.roundId === route.params['roundId']) ?? list[0]);
            if (round === undefined && sources.length === 0) {
              return (
                <Page title={samplingWords.title}>
                  <EmptyState text={samplingWords.empty}>
                    <Button onClick={() => go('importing')}>{samplingWords.toImport}</Button>
                  </EmptyState>
                </Page>
              );
            }
            const back =
              planning && list.length > 0 ? (
                <Button variant="default" onClick={() => setPlanning(false)}>
                  {samplingWords.backToDrawn}
                </Button>
              ) : undefined;
            return (
              <Page title={samplingWords.title} actions={back}>
                {round === undefined ? (
                  <PlanView imports={sources} from={route.params['importId']} onDrawn={() => setPlanning(false)} />
                ) : (
                  <DrawnView round={round} onNew={() => setPlanning(true)} />
                )}
              </Page>
            );
          }}
        </QueryView>
      )}
    </QueryView>
  );
}
