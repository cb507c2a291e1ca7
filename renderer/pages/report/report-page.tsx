import { Button } from '@mantine/core';
import { useState } from 'react';

import type { ReportKind } from '#shared/contract/report.ts';
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
import {
  beginning,
  type ChoiceChange,
  isForCommittee,
  kindsFor,
  type ReportChoice,
  type ReportSet,
  reportSet,
} from './report-choice.ts';
import classes from './report.module.css';
import { RoundChoice, SeveralRounds } from './round-choice.tsx';
import { type ReportWriting, useReportWriting } from './use-report-writing.ts';
import { type ReportRounds, useReportRounds } from './use-report-rounds.ts';
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

interface ReportsProps {
  readonly rounds: readonly RoundSummary[];
  readonly first: RoundSummary;
}

/** A report of one round needs no other: it can be made also where the rounds of others cannot be told. */
function Reports({ rounds, first }: ReportsProps) {
  const choices = useQuery('compile.choices', {});
  const known = choices.data?.rounds ?? [];
  const writing = useReportWriting();
  const chosen = useReportRounds({ rounds, first, choices: known, onChange: writing.forget });
  const [newest, ...others] = chosen.rounds;
  return (
    <Page
      title={words.title}
      note={words.progress(total(chosen, 'closed'), total(chosen, 'drawn'))}
      actions={<RoundChoice rounds={rounds} chosen={chosen} several={known.length > 1} />}
    >
      {chosen.selection !== null && (
        <QueryView query={choices} height={140}>
          {(all) => <SeveralRounds choices={all.rounds} chosen={chosen} />}
        </QueryView>
      )}
      {newest !== undefined && <ReportsOf rounds={[newest, ...others]} writing={writing} />}
    </Page>
  );
}

function total({ rounds }: ReportRounds, count: 'closed' | 'drawn'): string {
  return formatNumber(rounds.reduce((sum, round) => sum + round[count], 0));
}

interface ReportsOfProps {
  readonly rounds: readonly [RoundSummary, ...RoundSummary[]];
  readonly writing: ReportWriting;
}

function ReportsOf({ rounds, writing }: ReportsOfProps) {
  const set = reportSet(rounds);
  const kinds = kindsFor(rounds[0]);
  const [choice, setChoice] = useChoice(JSON.stringify(set), kinds);
  const preview = usePreview(choice, set);
  const change = (part: ChoiceChange): void => setChoice({ ...choice, target: null, ...part });
  const choose = (kind: ReportKind): void => {
    setChoice(beginning(kind));
    writing.forget();
  };
  const hits = preview.data === undefined ? [] : asWritten(preview.data.workbook, preview.data.hits);
  const show = ({ sheet, row }: PersonDataHit): void => change({ sheet, target: { row } });
  return (
    <>
      {rounds.every(({ closed }) => closed === 0) && <Notice>{words.nothingClosed}</Notice>}
      <div className={classes['columns']}>
        <div className={classes['side']}>
          <ReaderChoice kinds={kinds} kind={choice.kind} onChange={choose} />
          <ChosenPanel choice={choice} rounds={rounds} hits={hits} writing={writing} onChange={change} onShow={show} />
          {isForCommittee(choice.kind) && <WordsForm set={set} hits={hits} />}
        </div>
        <PreviewPanel choice={choice} preview={preview} hits={hits} onChange={change} />
      </div>
    </>
  );
}

/** What is shown of these rounds; the reader stays when the rounds are others, where they have that report. */
function useChoice(rounds: string, kinds: readonly ReportKind[]) {
  const [kept, setKept] = useState({ rounds, choice: beginning('political') });
  const { kind } = kept.choice;
  const allowed = kinds.includes(kind) ? kind : (kinds[0] ?? kind);
  const choice = kept.rounds === rounds && allowed === kind ? kept.choice : beginning(allowed);
  return [choice, (next: ReportChoice): void => setKept({ rounds, choice: next })] as const;
}

function usePreview({ kind, team, format }: ReportChoice, set: ReportSet) {
  return useQuery('report.preview', {
    ...set,
    kind,
    rows: mostRows,
    ...(team === null ? {} : { team }),
    ...(format === 'docx' ? { format } : {}),
  });
}
