import { Page } from '../../components/page.tsx';
import { QueryView } from '../../components/query-view.tsx';
import { useLatestImport } from '../../hooks/use-latest-import.ts';
import { useQuery } from '../../hooks/use-query.ts';
import { pageTitles } from '../../words/common.ts';
import { CriticalPanel } from './critical-panel.tsx';
import { FirstTime } from './first-time.tsx';
import { LatestPanel } from './latest-panel.tsx';
import { MeasuringPanel } from './measuring-panel.tsx';
import { RemindersPanel } from './reminders-panel.tsx';
import { RoundPanel } from './round-panel.tsx';
import classes from './start.module.css';

/** What needs me today: critical actions, then the month's cases, then the latest import. */
export function StartPage() {
  const overview = useQuery('workspace.overview', {});
  const { latest } = useLatestImport();
  return (
    <Page title={pageTitles.start}>
      <QueryView query={overview} height={360}>
        {({ today, openActions, imports, round, retention }) =>
          imports === 0 && round === null ? (
            <FirstTime />
          ) : (
            <div className={classes['panels']}>
              <CriticalPanel actions={openActions} today={today} />
              <RoundPanel round={round} />
              <LatestPanel latest={latest} />
              <MeasuringPanel actions={openActions} today={today} />
              <RemindersPanel retention={retention} />
            </div>
          )
        }
      </QueryView>
    </Page>
  );
}
