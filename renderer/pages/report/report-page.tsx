import { Button, NativeSelect } from '@mantine/core';
import { useState } from 'react';

import type { RoundSummary } from '#shared/contract/sampling.ts';
import type { PersonDataHit } from '#shared/domain/report/person-data.ts';

import { EmptyState } from '../../components/empty-state.tsx';
import { formatNumber } from '../../components/formats.ts';
import { Notice } from '../../components/notice.tsx';
import { Page } from '../../components/page.tsx';
import { QueryView } from '../../components/query-view.tsx';
import { useQuery } from '../../hooks/use-query.ts';
import { useRoute } from '../../hooks/use-route.tsx';
import { reportWords as words } from '../../words/report.ts';
import { asWritten } from './as-written.ts';
import { ChosenPanel } from './chosen-panel.tsx';
import { PreviewPanel } from './preview-panel.tsx';
import { ReaderChoice } from './reader-choice.tsx';
import { beginning, type ChoiceChange, isForCommittee, type ReportChoice } from './report-choice.ts';
import classes from './report.module.css';
import { useReportWriting } from './use-report-writing.ts';
import { WordsForm } from './words-form.tsx';

/** So many rows of a sheet are shown: a data sheet of a large round has tens of thousands. */
const mostRows = 200;

/** Rapport: what do I hand over, and to whom? */
export function ReportPage() {
  const rounds = useQuery('sampling.rounds', {});
  const { go } = useRoute();
  return (
    <QueryView query={rounds} height={600}>
      {(list) => {
        const [first] = list;
        return first === undefined ? (
          <Page title={words.title}>
            <EmptyState text={words.empty}>
              <Button onClick={() => go('sampling')}>{words.toSampling}</Button>
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
  const [choice, setChoice] = useState(() => beginning(first.roundId, 'political'));
  const writing = useReportWriting();
  const round = rounds.find(({ roundId }) => roundId === choice.roundId) ?? first;
  const preview = usePreview(choice, round.roundId);
  const begin = (next: ReportChoice): void => {
    setChoice(next);
    writing.forget();
  };
  const change = (part: ChoiceChange): void => setChoice((now) => ({ ...now, target: null, ...part }));
  const hits = preview.data === undefined ? [] : asWritten(preview.data.workbook, preview.data.hits);
  const show = ({ sheet, row }: PersonDataHit): void => change({ sheet, target: { row } });
  return (
    <Page
      title={words.title}
      note={words.progress(formatNumber(round.closed), formatNumber(round.drawn))}
      actions={
        <RoundChoice rounds={rounds} roundId={round.roundId} onChange={(id) => begin(beginning(id, choice.kind))} />
      }
    >
      {round.closed === 0 && <Notice>{words.nothingClosed}</Notice>}
      <div className={classes['columns']}>
        <div className={classes['side']}>
          <ReaderChoice kind={choice.kind} onChange={(kind) => begin(beginning(round.roundId, kind))} />
          <ChosenPanel choice={choice} round={round} hits={hits} writing={writing} onChange={change} onShow={show} />
          {isForCommittee(choice.kind) && <WordsForm roundId={round.roundId} hits={hits} />}
        </div>
        <PreviewPanel choice={choice} preview={preview} hits={hits} onChange={change} />
      </div>
    </Page>
  );
}

function usePreview({ kind, team, format }: ReportChoice, roundId: string) {
  return useQuery('report.preview', {
    roundId,
    kind,
    rows: mostRows,
    ...(team === null ? {} : { team }),
    ...(format === 'docx' ? { format } : {}),
  });
}

interface RoundChoiceProps {
  readonly rounds: readonly RoundSummary[];
  readonly roundId: string;
  readonly onChange: (roundId: string) => void;
}

function RoundChoice({ rounds, roundId, onChange }: RoundChoiceProps) {
  return rounds.length < 2 ? null : (
    <NativeSelect
      aria-label={words.round}
      value={roundId}
      data={rounds.map((one) => ({ value: one.roundId, label: one.name }))}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}
