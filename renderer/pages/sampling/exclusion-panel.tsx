import { Button, NativeSelect } from '@mantine/core';
import { useState } from 'react';

import type { PlanPreview } from '#shared/contract/sampling.ts';
import { notStated } from '#shared/words/population.ts';

import { formatCount } from '../../components/formats.ts';
import { samplingWords } from '../../words/sampling.ts';
import { planWords } from '../../words/sampling-plan.ts';
import { ExclusionCases, ExclusionGroups } from './exclusion-lists.tsx';
import type { KnownValues } from './plan-condition.ts';
import { ValueList } from './plan-fields.tsx';
import type { ExclusionForm } from './plan-form.ts';
import classes from './plan.module.css';

const words = planWords.exclusion;
const months = [0, 6, 12, 24];

interface ExclusionPanelProps {
  readonly form: ExclusionForm;
  readonly known: KnownValues;
  /** What the core counted for the plan that was last complete. */
  readonly excluded: PlanPreview['excluded'];
  readonly onChange: (form: ExclusionForm) => void;
}

/** Who is not to be drawn at all, by any part, each with its reason and its number of cases. */
export function ExclusionPanel({ form, known, excluded, onChange }: ExclusionPanelProps) {
  const [open, setOpen] = useState(false);
  return (
    <div className={classes['exclusions']}>
      <div className={classes['sentence']}>
        {words.reviewed}{' '}
        <NativeSelect
          className={classes['choice']}
          aria-label={words.months}
          value={String(form.reviewedWithinMonths)}
          data={months.map((count) => ({
            value: String(count),
            label: words.monthChoice(count),
          }))}
          onChange={(event) => onChange({ ...form, reviewedWithinMonths: Number(event.currentTarget.value) })}
        />
        .
      </div>
      {excluded.length > 0 && (
        <ul className={classes['counts']} aria-label={words.counts}>
          {excluded.map(({ reason, count }) => (
            <li key={reason}>{samplingWords.excluded(formatCount(count, 'sag', 'sager'), reason)}</li>
          ))}
        </ul>
      )}
      <Button
        variant="subtle"
        size="compact-md"
        className={classes['toggle']}
        aria-expanded={open}
        onClick={() => setOpen(!open)}
      >
        {words.more}
      </Button>
      {open && (
        <div className={classes['exclusionForms']}>
          <OwnCases form={form} known={known} onChange={onChange} />
          <ExclusionGroups groups={form.groups} known={known} onChange={(groups) => onChange({ ...form, groups })} />
          <ExclusionCases cases={form.cases} onChange={(cases) => onChange({ ...form, cases })} />
        </div>
      )}
    </div>
  );
}

function OwnCases({ form, known, onChange }: Omit<ExclusionPanelProps, 'excluded'>) {
  const caseworkers = known.caseworker ?? [];
  const named = caseworkers.filter(({ value }) => value !== notStated);
  return (
    <section className={classes['exclusionForm']} aria-label={words.own}>
      <h3>{words.own}</h3>
      <p className={classes['quiet']}>{named.length === 0 ? words.ownNone : words.ownHint}</p>
      {named.length > 0 && (
        <ValueList
          label={words.ownWho}
          values={named}
          chosen={form.ownCaseworkers}
          onChange={(ownCaseworkers) => onChange({ ...form, ownCaseworkers })}
        />
      )}
    </section>
  );
}
