import { Button } from '@mantine/core';

import type { ReportFormat, ReportKind } from '#shared/contract/report.ts';

import { ErrorNotice } from '../../components/error-notice.tsx';
import { formatPercent } from '../../components/formats.ts';
import { ProgressPanel } from '../../components/progress-panel.tsx';
import { StatusMark } from '../../components/status-mark.tsx';
import { reportWords as words } from '../../words/report.ts';
import classes from './report.module.css';
import { turnedOff } from './turned-off.ts';
import type { ReportWriting } from './use-report-writing.ts';

interface SaveButtonsProps {
  readonly kind: ReportKind;
  readonly writing: ReportWriting;
  /** The id of the text that says why nothing can be written; undefined where it can. */
  readonly stoppedBy: string | undefined;
  readonly onSave: (format: ReportFormat) => void;
}

/** What a report is written as: the committee's also as PDF and as the text of the agenda item. */
export function formatsOf(kind: ReportKind): readonly ReportFormat[] {
  return kind === 'political' || kind === 'year' ? ['xlsx', 'pdf', 'docx'] : ['xlsx'];
}

/** The ways to save a report, and how the saving goes. The buttons keep the focus while they cannot be used. */
export function SaveButtons({ kind, writing, stoppedBy, onSave }: SaveButtonsProps) {
  const { state } = writing;
  const off = stoppedBy !== undefined || state.status === 'running';
  return (
    <>
      <div className={classes['buttons']}>
        {formatsOf(kind).map((format) => (
          <Button
            key={format}
            variant={format === 'xlsx' ? 'filled' : 'default'}
            {...(off ? turnedOff : {})}
            aria-describedby={stoppedBy}
            onClick={() => {
              if (!off) onSave(format);
            }}
          >
            {words.save[format]}
          </Button>
        ))}
      </div>
      {state.status === 'running' && (
        <ProgressPanel
          label={words.saving(
            state.name,
            words.steps[state.progress?.label ?? ''] ?? words.steps['report.build'] ?? '',
          )}
          progress={state.progress}
          count={({ done, total }) => formatPercent(done / total)}
          cancelling={state.cancelling}
          onCancel={writing.cancel}
        />
      )}
      <output>
        {state.status === 'saved' && <StatusMark kind="done">{words.saved(state.name)}</StatusMark>}
        {state.status === 'cancelled' && words.cancelled}
      </output>
      <ErrorNotice error={state.status === 'failed' ? state.error : undefined} />
    </>
  );
}
