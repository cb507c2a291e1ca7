import { useState } from 'react';

import type { PopulationSummary } from '#shared/contract/population.ts';

import { type Since, SinceLast } from '../../components/since-last.tsx';
import { useKeys } from '../../hooks/use-keys.tsx';
import { useRoute } from '../../hooks/use-route.tsx';
import { populationWords as words } from '../../words/population.ts';
import { CaseListPanel } from './case-list-panel.tsx';
import { CasePanel } from './case-panel.tsx';
import { CountsPanel } from './counts-panel.tsx';
import classes from './population.module.css';
import { DateCheckPanel } from './date-check-panel.tsx';
import { type Narrowing, narrowingOf } from './narrowing.ts';

/** The counts, the signals, and the list; a row of it opens beside the list. */
export function PopulationView({ summary }: { summary: PopulationSummary }) {
  const { route } = useRoute();
  const [openCase, setOpenCase] = useState<string | null>(route.params['caseId'] ?? null);
  const [narrowing, setNarrowing] = useState<Narrowing | null>(() => narrowingOf(route.params['since']));
  const close = (): void => setOpenCase(null);
  const showSince = (since: Since): void => setNarrowing({ kind: 'since', since });
  const [asked, setAsked] = useState(route.params['caseId']);
  if (asked !== route.params['caseId']) {
    setAsked(route.params['caseId']);
    setOpenCase(route.params['caseId'] ?? null);
  }
  useKeys([
    { keys: 'Escape', words: words.keys.close, group: words.panel.group, run: close, enabled: openCase !== null },
  ]);

  return (
    <>
      <SinceLast importId={summary.importId} onShow={showSince} />
      <div className={classes['counts']}>
        <div className={classes['who']}>
          <CountsPanel title={words.teams} values={summary.teams} />
          <CountsPanel title={words.types} values={summary.caseTypes} />
        </div>
        <DateCheckPanel importId={summary.importId} onShow={setNarrowing} />
      </div>
      <div className={classes['cases']} data-open={openCase !== null || undefined}>
        <CaseListPanel
          summary={summary}
          narrowing={narrowing}
          onWiden={() => setNarrowing(null)}
          openCase={openCase}
          onOpen={setOpenCase}
        />
        {openCase !== null && (
          <CasePanel key={openCase} importId={summary.importId} caseId={openCase} onClose={close} />
        )}
      </div>
    </>
  );
}
