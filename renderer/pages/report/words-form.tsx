import { Button, Textarea } from '@mantine/core';
import { type FormEvent } from 'react';

import type { CommitteeWords } from '#shared/contract/report.ts';
import type { PersonDataHit } from '#shared/domain/report/person-data.ts';

import { ErrorNotice } from '../../components/error-notice.tsx';
import { Panel } from '../../components/panel.tsx';
import { useCommand } from '../../hooks/use-command.ts';
import { useQuery } from '../../hooks/use-query.ts';
import { useNamedState } from '../../hooks/use-named-state.ts';
import { reportWords } from '../../words/report.ts';
import type { ReportSet } from './report-choice.ts';
import classes from './report.module.css';

interface WordsFormProps {
  readonly set: ReportSet;
  /** What may not stand in the report: marked on the field that holds it. */
  readonly hits: readonly PersonDataHit[];
}

/** The words of the committee page: a proposal made from the figures, which a person may change line by line. */
export function WordsForm({ set, hits }: WordsFormProps) {
  const words = useQuery('report.words', set);
  if (words.data === undefined) {
    return <ErrorNotice error={words.error} onRetry={words.refetch} />;
  }
  return <Form key={JSON.stringify(words.data.words)} set={set} hits={hits} stored={words.data.words} />;
}

const lines = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');

/** What the text holds of that which stops the report; null where nothing does. */
function foundIn(text: string, hits: readonly PersonDataHit[]): string | null {
  const held = new Set(hits.map(({ found }) => found));
  const own = [...held].filter((found) => text.toLocaleLowerCase('da').includes(found.toLocaleLowerCase('da')));
  return own.length === 0 ? null : reportWords.hits.field(own.join(', '));
}

function Form({ set, hits, stored }: WordsFormProps & { stored: CommitteeWords }) {
  const [conclusion, setConclusion] = useNamedState(stored.conclusion);
  const [works, setWorks] = useNamedState(stored.works.join('\n'));
  const [improve, setImprove] = useNamedState(stored.improve.join('\n'));
  const [recommendation, setRecommendation] = useNamedState(stored.recommendation);
  const saving = useCommand('report.setWords');
  const save = (event: FormEvent): void => {
    event.preventDefault();
    const words = { conclusion, works: lines(works), improve: lines(improve), recommendation };
    void saving.run({ ...set, words });
  };
  // Where the proposal is what is stored, nothing new arrives from the core: the draft must give way to it here.
  const putProposalBack = async (): Promise<void> => {
    const outcome = await saving.run({ ...set, words: null });
    if (outcome !== undefined) {
      setConclusion(outcome.words.conclusion);
      setWorks(outcome.words.works.join('\n'));
      setImprove(outcome.words.improve.join('\n'));
      setRecommendation(outcome.words.recommendation);
    }
  };
  const field = (label: string, value: string, change: (text: string) => void) => (
    <Textarea
      label={label}
      autosize
      minRows={2}
      maxLength={1_500}
      value={value}
      error={foundIn(value, hits)}
      onChange={(event) => change(event.currentTarget.value)}
    />
  );
  return (
    <Panel title={reportWords.words}>
      <form className={classes['words']} onSubmit={save}>
        <p className={classes['quiet']}>{reportWords.wordsNote}</p>
        {field(reportWords.conclusion, conclusion, setConclusion)}
        {field(reportWords.works, works, setWorks)}
        {field(reportWords.improve, improve, setImprove)}
        {field(reportWords.recommendation, recommendation, setRecommendation)}
        <ErrorNotice error={saving.state.status === 'failed' ? saving.state.error : undefined} />
        <div className={classes['buttons']}>
          <Button type="submit" loading={saving.state.status === 'running'}>
            {reportWords.saveWords}
          </Button>
          <Button variant="default" onClick={() => void putProposalBack()}>
            {reportWords.useProposal}
          </Button>
        </div>
      </form>
    </Panel>
  );
}
