import { Panel } from '../../components/panel.tsx';
import { QueryView } from '../../components/query-view.tsx';
import { useQuery } from '../../hooks/use-query.ts';

/** The rounds of the year. */
export function YearView() {
  const year = useQuery('year.show', { year: null, unit: null });
  return (
    <QueryView query={year} height={320}>
      {({ year: shown, months }) => (
        <Panel title={String(shown)}>
          <ul>{months.flatMap(({ rounds }) => rounds.map(({ roundId, name }) => <li key={roundId}>{name}</li>))}</ul>
        </Panel>
      )}
    </QueryView>
  );
}
