import { TextInput } from '@mantine/core';
import { useState } from 'react';

import type { PlanPreview, RoundSummary } from '#shared/contract/sampling.ts';
import type { SamplingPlanInput } from '#shared/domain/sampling/plan.ts';

import { ConfirmDialog } from '../../components/confirm-dialog.tsx';
import { ErrorNotice } from '../../components/error-notice.tsx';
import { formatCount, formatFingerprint } from '../../components/formats.ts';
import { useCommand } from '../../hooks/use-command.ts';
import { samplingWords } from '../../words/sampling.ts';
import { planWords } from '../../words/sampling-plan.ts';
import { ChecklistChoice, usualChecklist } from './checklist-choice.tsx';
import classes from './sampling.module.css';

interface DrawDialogProps {
  readonly importId: string;
  readonly plan: SamplingPlanInput;
  readonly preview: PlanPreview;
  /** False while the preview may be of an earlier plan. */
  readonly settled?: boolean;
  readonly opened: boolean;
  readonly onClose: () => void;
  readonly onDrawn: (round: RoundSummary) => void;
}

/** The draw is a ceremony: the fingerprint stands first, then the seed is chosen, then the cases are what they are. */
export function DrawDialog({ importId, plan, preview, settled = true, opened, onClose, onDrawn }: DrawDialogProps) {
  const [seed, setSeed] = useState('');
  const [reason, setReason] = useState('');
  const [name, setName] = useState('');
  const [templateId, setTemplateId] = useState<string>(usualChecklist);
  const drawing = useCommand('sampling.draw');
  const again = preview.drawNumber > 1;
  const blank = seed !== '' && seed.trim() === '';
  const mixed = new Set(preview.parts.map(({ kind }) => kind)).size > 1;
  const cases = preview.parts.reduce((sum, part) => sum + part.drawn, 0);
  const draw = async (): Promise<void> => {
    const round = await drawing.run({
      importId,
      plan: { ...plan, seed: seed === '' ? null : seed },
      templateId,
      ...(name.trim() === '' ? {} : { name }),
      ...(again ? { redrawReason: reason } : {}),
    });
    if (round !== undefined) {
      onDrawn(round);
    }
  };
  return (
    <ConfirmDialog
      opened={opened}
      title={samplingWords.drawButton(formatCount(cases, 'sag', 'sager'))}
      confirm={samplingWords.confirm}
      busy={drawing.state.status === 'running'}
      disabled={!settled || blank || (again && reason.trim() === '')}
      onConfirm={() => void draw()}
      onClose={onClose}
    >
      <p>
        {samplingWords.confirmText(
          formatCount(cases, 'sag', 'sager'),
          formatCount(preview.populationSize, 'sag', 'sager'),
        )}
      </p>
      {mixed && <p>{planWords.fewerThanPlanned}</p>}
      <p>
        {samplingWords.fingerprint}: <code>{formatFingerprint(preview.populationFingerprint)}</code>
        <br />
        {samplingWords.number(preview.drawNumber)}
      </p>
      <ChecklistChoice value={templateId} onChange={setTemplateId} />
      <TextInput
        label={samplingWords.seed}
        description={seed.trim() === '' ? samplingWords.seedHint : planWords.seedOwn}
        error={blank && planWords.seedBlank}
        value={seed}
        maxLength={200}
        onChange={(event) => setSeed(event.currentTarget.value)}
      />
      <TextInput
        label={samplingWords.name}
        value={name}
        maxLength={100}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      {again && (
        <TextInput
          label={samplingWords.redrawReason}
          description={samplingWords.redraw}
          value={reason}
          maxLength={500}
          required
          onChange={(event) => setReason(event.currentTarget.value)}
        />
      )}
      <div className={classes['dialogError']}>
        <ErrorNotice error={drawing.state.status === 'failed' ? drawing.state.error : undefined} />
      </div>
    </ConfirmDialog>
  );
}
