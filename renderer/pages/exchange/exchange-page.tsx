import { EmptyState } from '../../components/empty-state.tsx';
import { Page } from '../../components/page.tsx';
import { Panel } from '../../components/panel.tsx';
import { QueryView } from '../../components/query-view.tsx';
import { useQuery } from '../../hooks/use-query.ts';
import { pageTitles } from '../../words/common.ts';
import { exchangeWords } from '../../words/exchange.ts';

/** Send og saml: who was sent what, and who has answered. */
export function ExchangePage() {
  const status = useQuery('exchange.status', {});
  return (
    <Page title={pageTitles.exchange}>
      <QueryView query={status} height={320}>
        {(rounds) =>
          rounds.length === 0 ? (
            <EmptyState text={exchangeWords.empty} />
          ) : (
            <Panel>
              <ul>
                {rounds.map(({ roundId, roundName }) => (
                  <li key={roundId}>{roundName}</li>
                ))}
              </ul>
            </Panel>
          )
        }
      </QueryView>
    </Page>
  );
}
