import { Button, NativeSelect } from '@mantine/core';
import { useState } from 'react';

import { type ReportKind, reportKinds } from '#shared/contract/report.ts';
import type { RoundSummary } from '#shared/contract/sampling.ts';

import { EmptyState } from '../../components/empty-state.tsx';
import { formatNumber } from '../../components/formats.ts';
import { Page } from '../../components/page.tsx';
import { Panel } from '../../components/panel.tsx';
import { QueryView } from '../../components/query-view.tsx';
import { useQuery } from '../../hooks/use-query.ts';
import { useRoute } from '../../hooks/use-route.tsx';
import { reportWords } from '../../words/report.ts';
import { ReportCard } from './report-card.tsx';
import classes from './report.module.css';
import { WordsForm } from './words-form.tsx';
import { WorkbookPreview } from './workbook-preview.tsx';

/** Rapport: what do I hand over, and to whom? */
export function ReportPage() {
  const rounds = useQuery('sampling.rounds', {});
  const { go } = useRoute();
  return (
    <QueryView query={rounds} height={600}>
      {(list) => {
        const [first] = list;
        return first === undefined ? (
          <Page title={reportWords.title}>
            <EmptyState text={reportWords.empty}>
              <Button onClick={() => go('sampling')}>{reportWords.toSampling}</Button>
            </EmptyState>
          </Page>
        ) : (
          <Reports rounds={list} first={first} />
        );
      }}
    </QueryView>
  );
}

function Reports({ rounds, first }: { rounds: readonly RoundSummary[]; first: RoundSummary }) {
  const [roundId, setRoundId] = useState(first.roundId);
  const [kind, setKind] = useState<ReportKind>('political');
  const round = rounds.find((one) => one.roundId === roundId) ?? first;
  const preview = useQuery('report.preview', { roundId: round.roundId, kind });
  return (
    <Page
      title={reportWords.title}
      note={reportWords.progress(formatNumber(round.closed), formatNumber(round.drawn))}
      actions={
        rounds.length > 1 && (
          <NativeSelect
            aria-label={reportWords.round}
            value={round.roundId}
            data={rounds.map((one) => ({ value: one.roundId, label: one.name }))}
            onChange={(event) => setRoundId(event.currentTarget.value)}
          />
        )
      }
    >
      <div className={classes['cards']}>
        {reportKinds.map((one) => (
          <ReportCard key={one} kind={one} round={round} shown={one === kind} onShow={() => setKind(one)} />
        ))}
      </div>
      <div className={classes['columns']} data-words={kind === 'political' || undefined}>
        <Panel title={reportWords.preview} note={reportWords.kinds[kind].title}>
          <QueryView query={preview} height={800}>
            {({ workbook }) => <WorkbookPreview key={kind} workbook={workbook} />}
          </QueryView>
        </Panel>
        {kind === 'political' && <WordsForm roundId={round.roundId} />}
      </div>
    </Page>
  );
}
