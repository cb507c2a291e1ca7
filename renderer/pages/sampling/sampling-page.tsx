import { Button, Tabs } from '@mantine/core';
import { useState } from 'react';

import type { ImportSummary } from '#shared/contract/importing.ts';
import type { RoundSummary } from '#shared/contract/sampling.ts';

import { EmptyState } from '../../components/empty-state.tsx';
import { Page } from '../../components/page.tsx';
import { QueryView } from '../../components/query-view.tsx';
import { useQuery } from '../../hooks/use-query.ts';
import { type Route, useRoute } from '../../hooks/use-route.tsx';
import { samplingWords } from '../../words/sampling.ts';
import { DrawnView } from './drawn-view.tsx';
import { PlanView } from './plan-view.tsx';
import { RecordSheet } from './record-sheet.tsx';
import classes from './sampling-page.module.css';
import { VerifyView } from './verify-view.tsx';
import { YearView } from './year-view.tsx';

const views = ['plan', 'drawn', 'year', 'verify'] as const;
type View = (typeof views)[number];

/** Stikprøve: which cases, and what will they be able to tell? */
export function SamplingPage() {
  const imports = useQuery('importing.list', {});
  const rounds = useQuery('sampling.rounds', {});
  return (
    <QueryView query={imports} height={600}>
      {(sources) => (
        <QueryView query={rounds} height={600}>
          {(list) => <SamplingViews sources={sources} rounds={list} />}
        </QueryView>
      )}
    </QueryView>
  );
}

/** Who comes from an import that is named in the route has come to plan; else the newest draw, where there is one. */
function firstView({ params }: Route, drawn: number): View {
  const named = views.find((view) => view === params['view']);
  return named ?? (params['importId'] !== undefined || drawn === 0 ? 'plan' : 'drawn');
}

interface SamplingViewsProps {
  readonly sources: readonly ImportSummary[];
  readonly rounds: readonly RoundSummary[];
}

/** The plan, the draws, the year and the check; a plan that is begun stays as it is while one looks at the others. */
function SamplingViews({ sources, rounds: listed }: SamplingViewsProps) {
  const { route, go } = useRoute();
  const [view, setView] = useState<View>(() => firstView(route, listed.length));
  const [roundId, setRoundId] = useState(route.params['roundId']);
  const [draws, setDraws] = useState(0);
  const [sheet, setSheet] = useState(false);
  const [made, setMade] = useState<RoundSummary>();
  // Until the list has been read again it lacks the new draw, and an older one must not stand in its place.
  const isListed = made === undefined || listed.some(({ roundId: each }) => each === made.roundId);
  const rounds = isListed ? listed : [made, ...listed];
  const newest = rounds.find(({ role }) => role === 'own') ?? rounds[0];
  const round = rounds.find((one) => one.roundId === roundId) ?? newest;
  const show = (drawn: RoundSummary): void => {
    setMade(drawn);
    setRoundId(drawn.roundId);
    setDraws(draws + 1);
    setView('drawn');
  };
  if (sheet && round !== undefined) {
    return <RecordSheet round={round} onBack={() => setSheet(false)} />;
  }
  const toImport = (
    <EmptyState text={samplingWords.empty}>
      <Button onClick={() => go('importing')}>{samplingWords.toImport}</Button>
    </EmptyState>
  );
  return (
    <Page title={samplingWords.title}>
      <Tabs
        value={view}
        onChange={(next) => setView(views.find((one) => one === next) ?? 'plan')}
        keepMounted={false}
        classNames={{ panel: classes['view'] ?? '', tab: classes['tab'] ?? '' }}
      >
        <Tabs.List aria-label={samplingWords.views.label}>
          {views.map((name) => (
            <Tabs.Tab key={name} value={name}>
              {samplingWords.views[name]}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        <Tabs.Panel value="plan" keepMounted>
          {sources.length === 0 ? (
            toImport
          ) : (
            <PlanView key={draws} imports={sources} from={route.params['importId']} onDrawn={show} />
          )}
        </Tabs.Panel>
        <Tabs.Panel value="drawn">
          {round === undefined ? (
            <EmptyState text={samplingWords.nothingDrawn}>
              <Button onClick={() => setView('plan')}>{samplingWords.toPlan}</Button>
            </EmptyState>
          ) : (
            <DrawnView
              key={round.roundId}
              rounds={rounds}
              round={round}
              onChoose={setRoundId}
              onNew={() => setView('plan')}
              onSheet={() => setSheet(true)}
            />
          )}
        </Tabs.Panel>
        <Tabs.Panel value="year">
          {sources.length === 0 ? toImport : <YearView imports={sources} onDrawn={show} />}
        </Tabs.Panel>
        <Tabs.Panel value="verify">
          <VerifyView />
        </Tabs.Panel>
      </Tabs>
    </Page>
  );
}
