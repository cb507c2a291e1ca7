import { Button, NativeSelect } from '@mantine/core';

import type { PlanPreview } from '#shared/contract/sampling.ts';
import { type SamplingUnit, samplingUnits } from '#shared/domain/sampling/plan.ts';
import { unitNotes } from '#shared/words/sampling.ts';

import { formatCount, formatFingerprint, formatNumber } from '../../components/formats.ts';
import { Panel } from '../../components/panel.tsx';
import { samplingWords } from '../../words/sampling.ts';
import { planWords } from '../../words/sampling-plan.ts';
import { FramePicture } from './frame-picture.tsx';
import planClasses from './plan.module.css';
import classes from './sampling.module.css';

/** What counts as one in the list that is drawn from. */
export function PlanUnit({ unit, onChange }: { unit: SamplingUnit; onChange: (unit: SamplingUnit) => void }) {
  return (
    <NativeSelect
      className={planClasses['unit']}
      label={samplingWords.unit}
      description={unitNotes[unit]}
      value={unit}
      data={samplingUnits.map((value) => ({ value, label: samplingWords.units[value] }))}
      onChange={(event) => onChange(event.currentTarget.value as SamplingUnit)}
    />
  );
}

/** What one would stumble over after the draw, said before it. */
export function PlanRemarks({ remarks }: { remarks: readonly string[] }) {
  return (
    <output className={planClasses['remarks']}>
      {remarks.length > 0 && <strong>{planWords.remarks.title}</strong>}
      {remarks.map((remark) => (
        <span key={remark} className={planClasses['line']}>
          {remark}
        </span>
      ))}
    </output>
  );
}

interface PlanCeremonyProps {
  readonly preview: PlanPreview;
  /** False while the plan is being written and the preview is of the one before. */
  readonly ready: boolean;
  readonly onDraw: () => void;
}

/** The fingerprint of the list stands before the seed is known; the button is always in sight. */
export function PlanCeremony({ preview, ready, onDraw }: PlanCeremonyProps) {
  const cases = preview.parts.reduce((sum, part) => sum + part.drawn, 0);
  return (
    <section className={planClasses['bar']} aria-label={samplingWords.ceremony}>
      <p className={classes['quiet']}>
        {samplingWords.number(preview.drawNumber)} · {samplingWords.fingerprint.toLowerCase()}{' '}
        <code>{formatFingerprint(preview.populationFingerprint)}</code>
      </p>
      <Button disabled={!ready || cases === 0} onClick={onDraw}>
        {samplingWords.drawButton(formatCount(cases, 'sag', 'sager'))}
      </Button>
    </section>
  );
}

/** The frame of each part as dots; `stale` while the plan is being written and the picture is of the one before. */
export function PlanPicture({ preview, stale }: { preview: PlanPreview; stale: boolean }) {
  const several = preview.parts.length > 1;
  return (
    <div className={classes['right']}>
      {stale && <p className={classes['quiet']}>{planWords.stale}</p>}
      {preview.parts.map((part) => {
        const drawn =
          several && part.kind === 'targeted' ? planWords.atMost(formatNumber(part.drawn)) : formatNumber(part.drawn);
        const title = samplingWords.frame(formatCount(part.frameSize, 'sag', 'sager'), drawn);
        return (
          <Panel key={part.partIndex} title={several ? planWords.partFrame(part.partIndex + 1, title) : title}>
            <FramePicture strata={part.strata} drawn={false} />
          </Panel>
        );
      })}
    </div>
  );
}
