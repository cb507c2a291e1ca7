import { EmptyState } from '../../components/empty-state.tsx';
import { Panel } from '../../components/panel.tsx';
import { QueryView } from '../../components/query-view.tsx';
import { useQuery } from '../../hooks/use-query.ts';
import { compileWords } from '../../words/compile.ts';

/** The rounds that can be put together. */
export function MatrixView() {
  const choices = useQuery('compile.choices', {});
  return (
    <QueryView query={choices} height={320}>
      {({ rounds }) =>
        rounds.length === 0 ? (
          <EmptyState text={compileWords.empty} />
        ) : (
          <Panel>
            <ul>
              {rounds.map(({ roundId, name, unit }) => (
                <li key={roundId}>{[unit, name].filter(Boolean).join(', ')}</li>
              ))}
            </ul>
          </Panel>
        )
      }
    </QueryView>
  );
}
