import { Button, SegmentedControl } from '@mantine/core';
import { useState } from 'react';

import type { Action } from '#shared/domain/review/action.ts';

import { EmptyState } from '../../components/empty-state.tsx';
import { Page } from '../../components/page.tsx';
import { Panel } from '../../components/panel.tsx';
import { QueryView } from '../../components/query-view.tsx';
import { useQuery } from '../../hooks/use-query.ts';
import { useRoute } from '../../hooks/use-route.tsx';
import { actionWords } from '../../words/actions.ts';
import { ActionForm } from './action-form.tsx';
import { ActionLine } from './action-line.tsx';
import { type ActionFilter, actionFilters, filterActions } from './filter-actions.ts';
import classes from './actions.module.css';

/** Handlinger: what did we promise, and is it done? Critical first, then by deadline. */
export function ActionsPage() {
  const actions = useQuery('review.actions', {});
  const rounds = useQuery('sampling.rounds', {});
  const [adding, setAdding] = useState(false);
  const roundId = (rounds.data?.find(({ role }) => role !== 'collected') ?? rounds.data?.[0])?.roundId;
  const add =
    roundId === undefined || adding ? undefined : (
      <Button variant="default" onClick={() => setAdding(true)}>
        {actionWords.newPractice}
      </Button>
    );
  const blank = {
    caseId: null,
    itemId: null,
    kind: 'practice',
    text: '',
    owner: '',
    due: null,
    category: null,
  } as const;
  return (
    <Page title={actionWords.title} actions={add}>
      {adding && roundId !== undefined && (
        <Panel title={actionWords.newPractice}>
          <ActionForm draft={{ roundId, ...blank }} onDone={() => setAdding(false)} />
        </Panel>
      )}
      <QueryView query={actions} height={320}>
        {(list) => <Register actions={list} hasRound={roundId !== undefined} />}
      </QueryView>
    </Page>
  );
}

function Register({ actions, hasRound }: { actions: readonly Action[]; hasRound: boolean }) {
  const { go, route } = useRoute();
  const overview = useQuery('workspace.overview', {});
  const wanted = actionFilters.find((name) => name === route.params['show']) ?? 'open';
  const [filter, setFilter] = useState<ActionFilter>(wanted);
  if (actions.length === 0) {
    return (
      <EmptyState text={actionWords.empty}>
        {hasRound && <Button onClick={() => go('review')}>{actionWords.toReview}</Button>}
      </EmptyState>
    );
  }
  const today = overview.data?.today;
  const shown = filterActions(actions, filter, today);
  const critical = shown.filter((action) => action.critical).length;
  const counts = actionFilters.map((name) => ({
    value: name,
    label: actionWords.filterCount(actionWords.filters[name], filterActions(actions, name, today).length),
  }));
  return (
    <>
      <SegmentedControl
        className={classes['filter']}
        aria-label={actionWords.filter}
        value={filter}
        onChange={(name) => setFilter(name as ActionFilter)}
        data={counts}
      />
      <Panel
        title={actionWords.filters[filter]}
        note={filter === 'open' ? actionWords.summary(shown.length, critical) : undefined}
      >
        {shown.length === 0 ? (
          <p>{actionWords.none[filter]}</p>
        ) : (
          <ul className={classes['list']}>
            {shown.map((action) => (
              <li key={action.id}>
                <ActionLine
                  action={action}
                  {...(today === undefined ? {} : { today })}
                  onOpenCase={(caseId) => go('review', { roundId: action.roundId, caseId })}
                />
              </li>
            ))}
          </ul>
        )}
      </Panel>
    </>
  );
}
