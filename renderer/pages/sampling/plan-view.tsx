import { NativeSelect } from '@mantine/core';
import { useMemo, useState } from 'react';

import type { AppError } from '#shared/contract/errors.ts';
import type { ImportSummary } from '#shared/contract/importing.ts';
import type { RoundSummary } from '#shared/contract/sampling.ts';

import { ErrorNotice } from '../../components/error-notice.tsx';
import { formatCount, formatInstant } from '../../components/formats.ts';
import { Notice } from '../../components/notice.tsx';
import { Panel } from '../../components/panel.tsx';
import { useQuery } from '../../hooks/use-query.ts';
import { useNamedState } from '../../hooks/use-named-state.ts';
import { samplingWords } from '../../words/sampling.ts';
import { planWords } from '../../words/sampling-plan.ts';
import { DrawDialog } from './draw-dialog.tsx';
import { ExclusionPanel } from './exclusion-panel.tsx';
import { PartList } from './part-list.tsx';
import { knownValues } from './plan-condition.ts';
import { firstPlan } from './plan-form.ts';
import { planOf } from './plan-input.ts';
import { PlanCeremony, PlanPicture, PlanRemarks, PlanUnit } from './plan-panels.tsx';
import { toldBy, usePlanPreview } from './plan-preview.ts';
import { remarksOf } from './plan-remarks.ts';
import { planSize } from './planner-choice.ts';
import planClasses from './plan.module.css';
import classes from './sampling.module.css';
import { TellsPanel } from './tells-panel.tsx';

interface PlanViewProps {
  readonly imports: readonly ImportSummary[];
  /** The import to draw from at first; the newest where it is not there. */
  readonly from: string | undefined;
  readonly onDrawn: (round: RoundSummary) => void;
}

/** Before the draw: the plan in sentences, what it can tell, and the frame as dots. */
export function PlanView({ imports, from, onDrawn }: PlanViewProps) {
  const [importId, setImportId] = useState(
    (imports.find((one) => one.importId === from) ?? imports[0])?.importId ?? '',
  );
  const unitOf = (id: string) => imports.find((one) => one.importId === id)?.unit;
  const [form, setForm] = useNamedState(() => firstPlan(unitOf(importId)));
  const [confirming, setConfirming] = useState(false);
  const chooseImport = (id: string): void => {
    setImportId(id);
    setForm({ ...form, unit: unitOf(id) ?? form.unit });
  };
  const summary = useQuery('population.summary', { importId });
  const known = useMemo(() => knownValues(summary.data), [summary.data]);
  const { plan, missing } = useMemo(() => planOf(form, known), [form, known]);
  const { preview, shown, error, settled } = usePlanPreview(importId, plan);
  const ready = plan === null || preview === undefined ? undefined : { plan, preview };
  const told = ready === undefined ? undefined : toldBy(ready.plan, ready.preview);
  return (
    <div className={planClasses['view']}>
      <div className={classes['columns']}>
        <div className={classes['left']}>
          <Panel title={samplingWords.plan}>
            <SourceChoice imports={imports} importId={importId} onChoose={chooseImport} />
            <PartList parts={form.parts} known={known} onChange={(parts) => setForm({ ...form, parts })} />
            <ExclusionPanel
              form={form.exclusions}
              known={known}
              excluded={shown?.excluded ?? []}
              onChange={(exclusions) => setForm({ ...form, exclusions })}
            />
            <PlanUnit unit={form.unit} onChange={(unit) => setForm({ ...form, unit })} />
            <PlanTrouble missing={missing} error={error} />
            {ready !== undefined && <PlanRemarks remarks={remarksOf(ready.plan, ready.preview)} />}
          </Panel>
          {told !== undefined && <TellsPanel {...told.tells} {...planSize(form, told.partIndex, setForm)} />}
        </div>
        {shown !== undefined && <PlanPicture preview={shown} stale={ready === undefined} />}
      </div>
      {shown !== undefined && (
        <PlanCeremony preview={shown} ready={ready !== undefined} onDraw={() => setConfirming(true)} />
      )}
      {ready !== undefined && (
        <DrawDialog
          importId={importId}
          plan={ready.plan}
          preview={ready.preview}
          settled={settled}
          opened={confirming}
          onClose={() => setConfirming(false)}
          onDrawn={onDrawn}
        />
      )}
    </div>
  );
}

/** What stands in the way of drawing: what the plan still lacks, or what the core says of it. */
function PlanTrouble({ missing, error }: { missing: readonly string[]; error: AppError | undefined }) {
  if (missing.length === 0) {
    return <ErrorNotice error={error} />;
  }
  return (
    <Notice title={planWords.unfinished}>
      {missing.map((sentence) => (
        <span key={sentence} className={planClasses['line']}>
          {sentence}
        </span>
      ))}
    </Notice>
  );
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
