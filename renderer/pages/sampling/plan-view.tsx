import { Button, NativeSelect } from '@mantine/core';
import { useState } from 'react';

import type { AppError } from '#shared/contract/errors.ts';
import type { ImportSummary } from '#shared/contract/importing.ts';
import type { PlanPreview, RoundSummary } from '#shared/contract/sampling.ts';

import { ErrorNotice } from '../../components/error-notice.tsx';
import { formatCount, formatFingerprint, formatInstant, formatNumber } from '../../components/formats.ts';
import { Notice } from '../../components/notice.tsx';
import { Panel } from '../../components/panel.tsx';
import { useQuery } from '../../hooks/use-query.ts';
import { samplingWords } from '../../words/sampling.ts';
import { DrawDialog } from './draw-dialog.tsx';
import { FramePicture } from './frame-picture.tsx';
import { firstPlan, planOf } from './plan-form.ts';
import { PlanNotes, PlanSentence, TargetedParts } from './plan-sentence.tsx';
import classes from './sampling.module.css';
import { TellsPanel } from './tells-panel.tsx';

interface PlanViewProps {
  readonly imports: readonly ImportSummary[];
  /** The import to draw from at first; the newest where it is not there. */
  readonly from: string | undefined;
  readonly onDrawn: (round: RoundSummary) => void;
}

/** Before the draw: the plan as a sentence, what it can tell, and the frame as dots. */
export function PlanView({ imports, from, onDrawn }: PlanViewProps) {
  const [importId, setImportId] = useState(
    (imports.find((one) => one.importId === from) ?? imports[0])?.importId ?? '',
  );
  const [form, setForm] = useState(firstPlan);
  const [confirming, setConfirming] = useState(false);
  const summary = useQuery('population.summary', { importId });
  const plan = planOf(form);
  const preview = useQuery('sampling.preview', plan === null ? null : { importId, plan }, { keepPrevious: true });
  const data = preview.error === undefined ? preview.data : undefined;
  const random = data?.parts.find(({ kind }) => kind === 'random');
  return (
    <div className={classes['columns']}>
      <div className={classes['left']}>
        <Panel title={samplingWords.plan}>
          <SourceChoice imports={imports} importId={importId} onChoose={setImportId} />
          <PlanSentence form={form} statuses={summary.data?.statuses ?? []} onChange={setForm} />
          <PlanNotes form={form} onChange={setForm} />
          <TargetedParts form={form} onChange={setForm} />
          <PlanTrouble finished={plan !== null} error={preview.error} />
        </Panel>
        {random !== undefined && (
          <TellsPanel frame={random.frameSize} read={random.drawn} stratified={form.allocation !== 'none'} />
        )}
        {data !== undefined && <Ceremony preview={data} onDraw={() => setConfirming(true)} />}
      </div>
      {data !== undefined && <PreviewPicture preview={data} />}
      {data !== undefined && plan !== null && (
        <DrawDialog
          importId={importId}
          plan={plan}
          preview={data}
          opened={confirming}
          onClose={() => setConfirming(false)}
          onDrawn={onDrawn}
        />
      )}
    </div>
  );
}

/** What stands in the way of drawing: an unfinished sentence, or what the core says of the plan. */
function PlanTrouble({ finished, error }: { finished: boolean; error: AppError | undefined }) {
  return finished ? <ErrorNotice error={error} /> : <Notice title={samplingWords.invalidPlan} />;
}

interface SourceChoiceProps {
  readonly imports: readonly ImportSummary[];
  readonly importId: string;
  readonly onChoose: (importId: string) => void;
}

/** Which export to draw from, where there are several. */
function SourceChoice({ imports, importId, onChoose }: SourceChoiceProps) {
  if (imports.length < 2) {
    return null;
  }
  return (
    <NativeSelect
      label={samplingWords.source}
      value={importId}
      data={imports.map((one) => ({
        value: one.importId,
        label: `${one.fileName}, ${formatCount(one.cases, 'sag', 'sager')}, ${formatInstant(one.importedAt)}`,
      }))}
      onChange={(event) => onChoose(event.currentTarget.value)}
    />
  );
}

/** The fingerprint of the list stands before the seed is known. */
function Ceremony({ preview, onDraw }: { preview: PlanPreview; onDraw: () => void }) {
  const cases = preview.parts.reduce((sum, part) => sum + part.drawn, 0);
  return (
    <Panel title={samplingWords.ceremony}>
      <p className={classes['quiet']}>
        {samplingWords.fingerprint} <code>{formatFingerprint(preview.populationFingerprint)}</code>
        <br />
        {samplingWords.number(preview.drawNumber)}
      </p>
      <Button className={classes['drawButton']} disabled={cases === 0} onClick={onDraw}>
        {samplingWords.drawButton(formatCount(cases, 'sag', 'sager'))}
      </Button>
    </Panel>
  );
}

function PreviewPicture({ preview }: { preview: PlanPreview }) {
  return (
    <div className={classes['right']}>
      {preview.parts.map((part) => (
        <Panel
          key={part.partIndex}
          title={samplingWords.frame(formatCount(part.frameSize, 'sag', 'sager'), formatNumber(part.drawn))}
        >
          <FramePicture strata={part.strata} drawn={false} />
        </Panel>
      ))}
      {preview.excluded.map(({ reason, count }) => (
        <p key={reason} className={classes['quiet']}>
          {samplingWords.excluded(formatCount(count, 'sag', 'sager'), reason)}
        </p>
      ))}
    </div>
  );
}
