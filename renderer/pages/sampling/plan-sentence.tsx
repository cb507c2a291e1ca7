import { Button, NativeSelect, NumberInput } from '@mantine/core';

import type { CountedValue } from '#shared/contract/population.ts';
import { samplingUnits, stratifiers } from '#shared/domain/sampling/plan.ts';
import { allocationNotes, unitNotes } from '#shared/words/sampling.ts';
import { targetedRuleWords } from '#shared/words/targeted-rules.ts';

import { DateField } from '../../components/date-field.tsx';
import { samplingWords } from '../../words/sampling.ts';
import type { PlanForm } from './plan-form.ts';
import classes from './sampling.module.css';

interface PlanSentenceProps {
  readonly form: PlanForm;
  readonly statuses: readonly CountedValue[];
  readonly onChange: (form: PlanForm) => void;
}

const words = samplingWords.sentence;
const months = [0, 6, 12, 24];

/** The plan in words that read as a sentence; each underlined part is a choice. */
export function PlanSentence({ form, statuses, onChange }: PlanSentenceProps) {
  const change = (part: Partial<PlanForm>): void => onChange({ ...form, ...part });
  const fixed = form.allocation === 'perStratum';
  return (
    <div className={classes['sentence']}>
      {words.draw}{' '}
      <NumberInput
        className={classes['number']}
        aria-label={fixed ? words.perStratum : words.size}
        min={1}
        max={100_000}
        allowDecimal={false}
        value={form.size}
        onChange={(size) => change({ size: Number(size) })}
      />{' '}
      {fixed ? words.perStratumCases : words.cases}{' '}
      <NativeSelect
        className={classes['choice']}
        aria-label={words.allocation}
        value={form.allocation}
        data={Object.entries(samplingWords.allocation).map(([value, label]) => ({ value, label }))}
        onChange={(event) => change({ allocation: event.currentTarget.value as PlanForm['allocation'] })}
      />{' '}
      {form.allocation !== 'none' && (
        <>
          {words.by}{' '}
          <NativeSelect
            className={classes['choice']}
            aria-label={words.stratum}
            value={form.stratifyBy}
            data={stratifiers.map((value) => ({ value, label: samplingWords.strata[value] }))}
            onChange={(event) => change({ stratifyBy: event.currentTarget.value as PlanForm['stratifyBy'] })}
          />
          ,{' '}
        </>
      )}
      {words.among}{' '}
      <NativeSelect
        className={classes['choice']}
        aria-label={words.status}
        value={form.status}
        data={[
          { value: '', label: samplingWords.allStatuses },
          ...statuses.map(({ value }) => ({ value, label: samplingWords.withStatus(value) })),
        ]}
        onChange={(event) => change({ status: event.currentTarget.value })}
      />
      , {words.notReviewed}{' '}
      <NativeSelect
        className={classes['choice']}
        aria-label={words.months}
        value={String(form.reviewedWithinMonths)}
        data={months.map((count) => ({
          value: String(count),
          label: count === 0 ? samplingWords.monthChoices.none : samplingWords.monthChoices.months(count),
        }))}
        onChange={(event) => change({ reviewedWithinMonths: Number(event.currentTarget.value) })}
      />
      , {samplingWords.withDecision}{' '}
      <DateField
        className={classes['date']}
        aria-label={samplingWords.decisionFrom}
        value={form.decidedFrom}
        onChange={(decidedFrom) => change({ decidedFrom })}
      />
    </div>
  );
}

/** What the sentence leaves to the small print: what counts as one, and what happens where a group is small. */
export function PlanNotes({ form, onChange }: Omit<PlanSentenceProps, 'statuses'>) {
  return (
    <div className={classes['notes']}>
      <NativeSelect
        label={samplingWords.unit}
        description={unitNotes[form.unit]}
        value={form.unit}
        data={samplingUnits.map((value) => ({ value, label: samplingWords.units[value] }))}
        onChange={(event) => onChange({ ...form, unit: event.currentTarget.value as PlanForm['unit'] })}
      />
      {form.allocation !== 'none' && <p className={classes['quiet']}>{allocationNotes[form.allocation]}</p>}
    </div>
  );
}

/** Cases drawn on purpose by a rule on the dates; kept apart from the random part for ever. */
export function TargetedParts({ form, onChange }: Omit<PlanSentenceProps, 'statuses'>) {
  const rules = Object.entries(targetedRuleWords);
  const first = rules[0]?.[0] ?? '';
  const replace = (index: number, part: PlanForm['targeted'][number] | null): void => {
    const others = form.targeted.map((old, at) => (at === index ? part : old));
    onChange({ ...form, targeted: others.filter((kept) => kept !== null) });
  };
  return (
    <div className={classes['targeted']}>
      {form.targeted.map((part, index) => (
        <div key={index} className={classes['targetedPart']}>
          <NativeSelect
            label={samplingWords.targeted}
            description={samplingWords.targetedNote}
            value={part.rule}
            data={rules.map(([value, label]) => ({ value, label }))}
            onChange={(event) => replace(index, { ...part, rule: event.currentTarget.value })}
          />
          <NumberInput
            label={samplingWords.targetedSize}
            className={classes['targetedSize']}
            min={1}
            max={1_000}
            allowDecimal={false}
            value={part.size}
            onChange={(size) => replace(index, { ...part, size: Math.max(1, Number(size)) })}
          />
          <Button variant="default" onClick={() => replace(index, null)}>
            {samplingWords.removeTargeted}
          </Button>
        </div>
      ))}
      <Button
        variant="default"
        onClick={() => onChange({ ...form, targeted: [...form.targeted, { rule: first, size: 5 }] })}
      >
        {samplingWords.addTargeted}
      </Button>
    </div>
  );
}
