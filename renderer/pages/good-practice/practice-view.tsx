import { Panel } from '../../components/panel.tsx';
import { QueryView } from '../../components/query-view.tsx';
import { useQuery } from '../../hooks/use-query.ts';

/** The catalogue of good practice. */
export function PracticeView() {
  const catalogue = useQuery('goodPractice.list', { text: '', areaId: null });
  return (
    <QueryView query={catalogue} height={320}>
      {({ entries }) => (
        <Panel>
          <ul>
            {entries.map(({ roundId, caseId, itemId, what }) => (
              <li key={`${roundId} ${caseId} ${itemId}`}>{what}</li>
            ))}
          </ul>
        </Panel>
      )}
    </QueryView>
  );
}
