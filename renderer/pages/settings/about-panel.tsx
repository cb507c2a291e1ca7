import { FactList } from '../../components/fact-list.tsx';
import { Panel } from '../../components/panel.tsx';
import { QueryView } from '../../components/query-view.tsx';
import { useQuery } from '../../hooks/use-query.ts';
import { settingsWords } from '../../words/settings.ts';

const words = settingsWords.about;

/** Which edition, where the data lie, and that nothing goes over a network. */
export function AboutPanel() {
  const about = useQuery('system.about', {});
  return (
    <Panel title={words.title}>
      <QueryView query={about} height={144}>
        {({ program, version, host, workspaceFolder, logFile }) => (
          <FactList
            facts={[
              { name: words.version, value: `${program} ${version}` },
              { name: words.folder, value: workspaceFolder },
              { name: words.log, value: <LogFile path={logFile} /> },
              { name: words.host, value: words.hosts[host] },
              { name: words.network, value: words.noNetwork },
            ]}
          />
        )}
      </QueryView>
    </Panel>
  );
}

function LogFile({ path }: { path: string }) {
  return (
    <>
      {path}
      <br />
      {words.logHolds}
    </>
  );
}
