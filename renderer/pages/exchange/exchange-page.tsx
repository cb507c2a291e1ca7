import { Tabs } from '@mantine/core';
import { type ReactNode, useState } from 'react';

import type { RoundExchange } from '#shared/contract/exchange.ts';
import type { RoundSummary } from '#shared/contract/sampling.ts';

import { Page } from '../../components/page.tsx';
import { QueryView } from '../../components/query-view.tsx';
import { useQuery } from '../../hooks/use-query.ts';
import { useRoute } from '../../hooks/use-route.tsx';
import { pageTitles } from '../../words/common.ts';
import { exchangeWords } from '../../words/exchange.ts';
import { AnswersTab } from './answers-tab.tsx';
import { CollectTab } from './collect-tab.tsx';
import { exchangePart, type ExchangePart, exchangeParts, likelyPart } from './exchange-part.ts';
import classes from './exchange.module.css';
import { ReceiveTab } from './receive-tab.tsx';
import { SendTab } from './send-tab.tsx';

/** Send og saml: cases out to the heads, their answers home, and who is missing. */
export function ExchangePage() {
  const rounds = useQuery('sampling.rounds', {});
  const status = useQuery('exchange.status', {});
  return (
    <Page title={pageTitles.exchange}>
      <QueryView query={rounds} height={480}>
        {(list) => (
          <QueryView query={status} height={480}>
            {(exchanges) => <ExchangeTabs rounds={list} status={exchanges} />}
          </QueryView>
        )}
      </QueryView>
    </Page>
  );
}

interface ExchangeTabsProps {
  readonly rounds: readonly RoundSummary[];
  readonly status: readonly RoundExchange[];
}

/** A tab that was opened stays as it is while one looks at the others: a passphrase is shown only once. */
function ExchangeTabs({ rounds, status }: ExchangeTabsProps) {
  const { route, go } = useRoute();
  const [first] = useState(() => likelyPart(rounds, status));
  const part = exchangePart(route.params['part']) ?? first;
  const [opened, setOpened] = useState<readonly ExchangePart[]>([part]);
  if (!opened.includes(part)) setOpened([...opened, part]);
  const shown: Readonly<Record<ExchangePart, () => ReactNode>> = {
    send: () => <SendTab rounds={rounds} status={status} />,
    receive: () => <ReceiveTab />,
    answers: () => <AnswersTab rounds={rounds} />,
    collect: () => <CollectTab rounds={rounds} status={status} />,
  };
  return (
    <Tabs
      value={part}
      onChange={(next) => {
        const wanted = exchangePart(next);
        if (wanted !== undefined) go('exchange', { part: wanted });
      }}
      keepMounted={false}
    >
      <Tabs.List aria-label={exchangeWords.tabsLabel}>
        {exchangeParts.map((name) => (
          <Tabs.Tab key={name} value={name}>
            {exchangeWords.tabs[name]}
          </Tabs.Tab>
        ))}
      </Tabs.List>
      {exchangeParts.map((name) => (
        <Tabs.Panel key={name} value={name} keepMounted={opened.includes(name)}>
          <div className={classes['panels']}>
            <p className={classes['lead']}>{exchangeWords.lead[name]}</p>
            {shown[name]()}
          </div>
        </Tabs.Panel>
      ))}
    </Tabs>
  );
}
