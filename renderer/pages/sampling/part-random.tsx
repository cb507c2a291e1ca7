import { NativeSelect, NumberInput } from '@mantine/core';

import { stratifiers } from '#shared/domain/sampling/plan.ts';
import { allocationNotes } from '#shared/words/sampling.ts';

import { samplingWords } from '../../words/sampling.ts';
import { planWords } from '../../words/sampling-plan.ts';
import type { KnownValues } from './plan-condition.ts';
import { CountField } from './plan-fields.tsx';
import type { Picking, RandomForm } from './plan-form.ts';
import { hasMinimum } from './plan-input.ts';
import classes from './plan.module.css';

const words = { ...samplingWords.sentence, ...planWords.sentence };

interface RandomPartProps {
  readonly part: RandomForm;
  readonly onChange: (part: RandomForm) => void;
}

/** A random part in words that read as a sentence; each underlined word is a choice. */
export function RandomSentence({ part, known, onChange }: RandomPartProps & { readonly known: KnownValues }) {
  const change = (changed: Partial<RandomForm>): void => onChange({ ...part, ...changed });
  const census = part.picking === 'everything';
  const label = part.allocation === 'perStratum' ? words.perStratum : words.size;
  return (
    <div className={classes['sentence']}>
      {census ? words.take : words.draw}{' '}
      {!census && (
        <>
          <CountField label={label} value={part.size} onChange={(size) => change({ size })} />{' '}
          {part.size === 1 ? words.one : words.many}{' '}
        </>
      )}
      <NativeSelect
        className={classes['choice']}
        aria-label={words.picking}
        value={part.picking}
        data={Object.entries(planWords.picking).map(([value, text]) => ({ value, label: text }))}
        onChange={(event) => change({ picking: event.currentTarget.value as Picking })}
      />
      {!census && <Allocation part={part} onChange={onChange} />} {words.among}{' '}
      <NativeSelect
        className={classes['choice']}
        aria-label={words.status}
        value={part.status}
        data={[
          { value: '', label: samplingWords.allStatuses },
          ...(known.status ?? []).map(({ value }) => ({ value, label: samplingWords.withStatus(value) })),
        ]}
        onChange={(event) => change({ status: event.currentTarget.value })}
      />
      .
    </div>
  );
}

function Allocation({ part, onChange }: RandomPartProps) {
  const { allocation, stratifyBy, minimum } = part;
  const each = allocation === 'perStratum';
  return (
    <>
      ,{' '}
      <NativeSelect
        className={classes['choice']}
        aria-label={words.allocation}
        value={allocation}
        data={[
          { value: 'none', label: samplingWords.allocation.none },
          { value: 'proportional', label: samplingWords.allocation.proportional },
          { value: 'equal', label: samplingWords.allocation.equal },
          { value: 'perStratum', label: planWords.perStratum },
        ]}
        onChange={(event) => onChange({ ...part, allocation: event.currentTarget.value as RandomForm['allocation'] })}
      />{' '}
      {allocation !== 'none' && (
        <>
          {!each && `${words.by} `}
          <NativeSelect
            className={classes['choice']}
            aria-label={words.stratum}
            value={stratifyBy}
            data={stratifiers.map((value) => ({
              value,
              label: each ? planWords.eachStratum[value] : samplingWords.strata[value],
            }))}
            onChange={(event) =>
              onChange({ ...part, stratifyBy: event.currentTarget.value as RandomForm['stratifyBy'] })
            }
          />
        </>
      )}
      {hasMinimum(part) && words.minimum(String(minimum))}
      {allocation === 'none' ? '' : ','}
    </>
  );
}

/** What the sentence leaves to the small print: the smallest number from a group, and what the words mean. */
export function RandomMore({ part, onChange }: RandomPartProps) {
  const { allocation, picking, minimum } = part;
  const census = picking === 'everything';
  const shared = !census && (allocation === 'proportional' || allocation === 'equal');
  return (
    <>
      {shared && (
        <NumberInput
          className={classes['minimum']}
          label={planWords.minimum}
          description={planWords.minimumHint}
          min={1}
          max={1000}
          allowDecimal={false}
          value={minimum === 0 ? '' : minimum}
          onChange={(count) => onChange({ ...part, minimum: Number(count) })}
        />
      )}
      {picking === 'systematic' && <p className={classes['quiet']}>{planWords.pickingNotes.systematic}</p>}
      {census && <p className={classes['quiet']}>{allocationNotes.everything}</p>}
      {!census && allocation !== 'none' && <p className={classes['quiet']}>{allocationNotes[allocation]}</p>}
    </>
  );
}
