import { NativeSelect } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useMemo, useState } from 'react';

import type { AppError } from '#shared/contract/errors.ts';
import type { ImportSummary } from '#shared/contract/importing.ts';
import type { PlanPreview, RoundSummary } from '#shared/contract/sampling.ts';
import { isCensus, type PlanPart, type SamplingPlanInput } from '#shared/domain/sampling/plan.ts';

import { ErrorNotice } from '../../components/error-notice.tsx';
import { formatCount, formatInstant } from '../../components/formats.ts';
import { Notice } from '../../components/notice.tsx';
import { Panel } from '../../components/panel.tsx';
import { useQuery } from '../../hooks/use-query.ts';
import { samplingWords } from '../../words/sampling.ts';
import { planWords } from '../../words/sampling-plan.ts';
import { DrawDialog } from './draw-dialog.tsx';
import { ExclusionPanel } from './exclusion-panel.tsx';
import { PartList } from './part-list.tsx';
import { knownValues } from './plan-condition.ts';
import { firstPlan } from './plan-form.ts';
import { planOf } from './plan-input.ts';
import { PlanCeremony, PlanPicture, PlanRemarks, PlanUnit } from './plan-panels.tsx';
import { remarksOf } from './plan-remarks.ts';
import planClasses from './plan.module.css';
import classes from './sampling.module.css';
import { TellsPanel } from './tells-panel.tsx';

interface PlanViewProps {
  readonly imports: readonly ImportSummary[];
  /** The import to draw from at first; the newest where it is not there. */
  readonly from: string | undefined;
  readonly onDrawn: (round: RoundSummary) => void;
}

/** Text is written letter by letter; the core is asked when the hand rests. */
const restMilliseconds = 250;

/** Before the draw: the plan in sentences, what it can tell, and the frame as dots. */
export function PlanView({ imports, from, onDrawn }: PlanViewProps) {
  const [importId, setImportId] = useState(
    (imports.find((one) => one.importId === from) ?? imports[0])?.importId ?? '',
  );
  const [form, setForm] = useState(firstPlan);
  const [confirming, setConfirming] = useState(false);
  const summary = useQuery('population.summary', { importId });
  const known = useMemo(() => knownValues(summary.data), [summary.data]);
  const { plan, missing } = useMemo(() => planOf(form, known), [form, known]);
  const { preview, shown, error, settled } = usePlanPreview(importId, plan);
  const told = plan === null || preview === undefined ? undefined : toldBy(plan, preview);
  return (
    <div className={classes['columns']}>
      <div className={classes['left']}>
        <Panel title={samplingWords.plan}>
          <SourceChoice imports={imports} importId={importId} onChoose={setImportId} />
          <PartList parts={form.parts} known={known} onChange={(parts) => setForm({ ...form, parts })} />
          <ExclusionPanel
            form={form.exclusions}
            known={known}
            excluded={shown?.excluded ?? []}
            onChange={(exclusions) => setForm({ ...form, exclusions })}
          />
          <PlanUnit unit={form.unit} onChange={(unit) => setForm({ ...form, unit })} />
          <PlanTrouble missing={missing} error={error} />
          {plan !== null && preview !== undefined && <PlanRemarks remarks={remarksOf(plan, preview)} />}
        </Panel>
        {told !== undefined && <TellsPanel {...told} />}
        {preview !== undefined && <PlanCeremony preview={preview} onDraw={() => setConfirming(true)} />}
      </div>
      {shown !== undefined && <PlanPicture preview={shown} stale={preview === undefined} />}
      {preview !== undefined && plan !== null && (
        <DrawDialog
          importId={importId}
          plan={plan}
          preview={preview}
          settled={settled}
          opened={confirming}
          onClose={() => setConfirming(false)}
          onDrawn={onDrawn}
        />
      )}
    </div>
  );
}

/**
 * What the core says of the plan. `preview` only while the plan is complete and can be drawn; `shown` is what was last
 * said, so that the picture stays while one writes; `settled` is true when `preview` is of this very plan.
 */
function usePlanPreview(importId: string, plan: SamplingPlanInput | null) {
  const [asked, setAsked] = useState(plan);
  if (plan !== null && plan !== asked) {
    setAsked(plan);
  }
  const [rested] = useDebouncedValue(asked, restMilliseconds);
  const query = useQuery('sampling.preview', rested === null ? null : { importId, plan: rested }, {
    keepPrevious: true,
  });
  const [shown, setShown] = useState<PlanPreview>();
  const current = query.error === undefined ? query.data : undefined;
  if (current !== undefined && current !== shown) {
    setShown(current);
  }
  return {
    preview: plan === null ? undefined : current,
    shown,
    error: plan === null ? undefined : query.error,
    settled: plan === rested && !query.loading,
  };
}

/** What the sample will be able to tell: of the first part that is a sample, or else of the first that is random. */
function toldBy(plan: SamplingPlanInput, preview: PlanPreview) {
  const random = preview.parts.filter(({ kind }) => kind === 'random');
  const census = ({ partIndex }: PlanPreview['parts'][number]): boolean => {
    const part = plan.parts[partIndex];
    return part !== undefined && isCensus(part as PlanPart);
  };
  const part = random.find((one) => !census(one)) ?? random[0];
  return part === undefined
    ? undefined
    : { frame: part.frameSize, read: part.drawn, stratified: part.strata.length > 1, strata: part.strata };
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
