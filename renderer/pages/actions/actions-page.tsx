import { Button } from '@mantine/core';
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
import classes from './actions.module.css';

/** Handlinger: what did we promise, and is it done? Critical first, then by deadline. */
export function ActionsPage() {
  const actions = useQuery('review.actions', {});
  const rounds = useQuery('sampling.rounds', {});
  const [adding, setAdding] = useState(false);
  const roundId = rounds.data?.[0]?.roundId;
  const add =
    roundId === undefined || adding ? undefined : (
      <Button variant="default" onClick={() => setAdding(true)}>
        {actionWords.newPractice}
      </Button>
    );
  return (
    <Page title={actionWords.title} actions={add}>
      {adding && roundId !== undefined && (
        <Panel title={actionWords.newPractice}>
          <ActionForm
            draft={{
              roundId,
              caseId: null,
              itemId: null,
              kind: 'practice',
              text: '',
              owner: '',
              due: null,
              category: null,
            }}
            onDone={() => setAdding(false)}
          />
        </Panel>
      )}
      <QueryView query={actions} height={320}>
        {(list) => <Register actions={list} hasRound={roundId !== undefined} />}
      </QueryView>
    </Page>
  );
}

function Register({ actions, hasRound }: { actions: readonly Action[]; hasRound: boolean }) {
  const { go } = useRoute();
  const overview = useQuery('workspace.overview', {});
  if (actions.length === 0) {
    return (
      <EmptyState text={actionWords.empty}>
        {hasRound && <Button onClick={() => go('review')}>{actionWords.toReview}</Button>}
      </EmptyState>
    );
  }
  const open = actions.filter(({ done }) => done === null).toSorted(byUrgency);
  const done = actions.filter((action) => action.done !== null);
  const line = (action: Action) => (
    <li key={action.id}>
      <ActionLine
        action={action}
        {...(overview.data === undefined ? {} : { today: overview.data.today })}
        onOpenCase={(caseId) => go('review', { roundId: action.roundId, caseId })}
      />
    </li>
  );
  const critical = open.filter((action) => action.critical).length;
  return (
    <>
      <Panel title={actionWords.open} note={actionWords.summary(open.length, critical)}>
        {open.length === 0 ? <p>{actionWords.noneOpen}</p> : <ul className={classes['list']}>{open.map(line)}</ul>}
      </Panel>
      {done.length > 0 && (
        <Panel title={actionWords.done}>
          <ul className={classes['list']}>{done.map(line)}</ul>
        </Panel>
      )}
    </>
  );
}

function byUrgency(a: Action, b: Action): number {
  const due = (action: Action): string => action.due ?? '9999-12-31';
  return Number(b.critical) - Number(a.critical) || (due(a) < due(b) ? -1 : 1);
}
