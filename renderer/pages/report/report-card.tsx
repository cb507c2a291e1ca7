import { Button, Title } from '@mantine/core';

import type { ReportKind } from '#shared/contract/report.ts';
import type { RoundSummary } from '#shared/contract/sampling.ts';

import { ErrorNotice } from '../../components/error-notice.tsx';
import { ProgressPanel } from '../../components/progress-panel.tsx';
import { StatusMark } from '../../components/status-mark.tsx';
import { useCommand } from '../../hooks/use-command.ts';
import { useFiles } from '../../hooks/use-files.ts';
import { reportWords } from '../../words/report.ts';
import classes from './report.module.css';

interface ReportCardProps {
  readonly kind: ReportKind;
  readonly round: RoundSummary;
  readonly shown: boolean;
  readonly onShow: () => void;
}

/** One report: what is in it, who may read it, and the two things to do with it. */
export function ReportCard({ kind, round, shown, onShow }: ReportCardProps) {
  const words = reportWords.kinds[kind];
  const files = useFiles();
  const writing = useCommand('report.write');
  const write = async (): Promise<void> => {
    const target = await files.saveTarget(`${words.file}-${round.record.asOf}.xlsx`);
    if (target !== null && (await writing.run({ roundId: round.roundId, kind, target })) !== undefined) {
      await files.deliver(target);
    }
  };
  const { state } = writing;
  return (
    <section className={classes['card']} aria-label={words.title} data-shown={shown || undefined}>
      <Title order={2}>{words.title}</Title>
      <p>{words.what}</p>
      <p className={classes['quiet']}>{words.who}</p>
      <div className={classes['buttons']}>
        <Button variant="default" aria-pressed={shown} onClick={onShow}>
          {shown ? reportWords.shown : reportWords.show}
        </Button>
        <Button onClick={() => void write()} disabled={state.status === 'running'}>
          {reportWords.save}
        </Button>
      </div>
      {state.status === 'running' && state.progress !== null && (
        <ProgressPanel
          label={reportWords.saving}
          progress={state.progress}
          cancelling={state.cancelling}
          onCancel={writing.cancel}
        />
      )}
      <output>
        {state.status === 'done' && <StatusMark kind="done">{reportWords.saved(state.output.name)}</StatusMark>}
      </output>
      <ErrorNotice error={state.status === 'failed' ? state.error : undefined} />
    </section>
  );
}
