import { Button, Checkbox, NativeSelect, TextInput } from '@mantine/core';
import { useId } from 'react';

import type { FieldId } from '#shared/domain/importing/fields.ts';
import { fieldWords } from '#shared/words/importing.ts';

import { DateField } from '../../components/date-field.tsx';
import { capitalise } from '../../components/formats.ts';
import { planWords } from '../../words/sampling-plan.ts';
import {
  commonFields,
  type Condition,
  type ConditionKind,
  isFlag,
  kindsOf,
  type KnownValues,
  newCondition,
  otherFields,
} from './plan-condition.ts';
import { ValueList } from './plan-fields.tsx';
import { useFocusLater } from './plan-focus.ts';
import classes from './plan.module.css';

const words = planWords.condition;
const named = (field: FieldId) => ({ value: field, label: capitalise(fieldWords[field]) });
export const fieldChoices = [
  { group: words.common, items: commonFields.map(named) },
  { group: words.others, items: otherFields.map(named) },
];

interface ConditionListProps {
  readonly label: string;
  readonly conditions: readonly Condition[];
  readonly known: KnownValues;
  readonly onChange: (conditions: readonly Condition[]) => void;
}

/** Which cases are meant, without code: a field, what is asked of it, and the values or dates. */
export function ConditionList({ label, conditions, known, onChange }: ConditionListProps) {
  const id = useId();
  const focus = useFocusLater();
  const add = (): void => {
    const condition = newCondition();
    onChange([...conditions, condition]);
    focus(`${id}-${condition.key}`, true);
  };
  const remove = (key: number): void => {
    onChange(conditions.filter((other) => other.key !== key));
    focus(`${id}-add`);
  };
  return (
    <section className={classes['conditions']} aria-label={label}>
      {conditions.map((condition) => (
        <div key={condition.key} id={`${id}-${condition.key}`} className={classes['condition']}>
          <ConditionFields
            condition={condition}
            known={known}
            onChange={(changed) => onChange(conditions.map((one) => (one.key === changed.key ? changed : one)))}
          />
          <Button
            variant="subtle"
            size="compact-md"
            aria-label={words.remove(fieldWords[condition.field])}
            onClick={() => remove(condition.key)}
          >
            {planWords.remove}
          </Button>
        </div>
      ))}
      {conditions.length > 1 && <p className={classes['quiet']}>{words.all}</p>}
      <Button id={`${id}-add`} variant="default" onClick={add}>
        {words.add}
      </Button>
    </section>
  );
}

interface ConditionFieldsProps {
  readonly condition: Condition;
  readonly known: KnownValues;
  readonly onChange: (condition: Condition) => void;
}

function ConditionFields({ condition, known, onChange }: ConditionFieldsProps) {
  return (
    <>
      <NativeSelect
        label={words.field}
        value={condition.field}
        data={fieldChoices}
        onChange={(event) => onChange({ ...newCondition(event.currentTarget.value as FieldId), key: condition.key })}
      />
      <NativeSelect
        label={words.how}
        value={condition.kind}
        data={kindsOf(condition.field).map((value) => ({ value, label: words.kinds[value] }))}
        onChange={(event) => onChange({ ...condition, kind: event.currentTarget.value as ConditionKind })}
      />
      <ConditionValues condition={condition} known={known} onChange={onChange} />
    </>
  );
}

function ConditionValues({ condition, known, onChange }: ConditionFieldsProps) {
  const { field, kind, values, text } = condition;
  if (kind === 'filled' || kind === 'empty') {
    return null;
  }
  if (kind === 'between') {
    return <Period condition={condition} onChange={onChange} />;
  }
  if (isFlag(field)) {
    return <FlagValues values={values} onChange={(chosen) => onChange({ ...condition, values: chosen })} />;
  }
  const counted = known[field];
  if (counted === undefined) {
    return (
      <TextInput
        className={classes['wide']}
        label={words.text}
        description={words.textHint}
        value={text}
        maxLength={500}
        onChange={(event) => onChange({ ...condition, text: event.currentTarget.value })}
      />
    );
  }
  return (
    <ValueList
      label={words.values}
      values={counted}
      chosen={values}
      onChange={(chosen) => onChange({ ...condition, values: chosen })}
    />
  );
}

function FlagValues({
  values,
  onChange,
}: Pick<Condition, 'values'> & { onChange: (values: readonly string[]) => void }) {
  return (
    <fieldset className={classes['values']} aria-label={words.values}>
      {(['ja', 'nej'] as const).map((value) => (
        <Checkbox
          key={value}
          size="sm"
          label={words.flags[value]}
          checked={values.includes(value)}
          onChange={({ currentTarget }) =>
            onChange(currentTarget.checked ? [...values, value] : values.filter((other) => other !== value))
          }
        />
      ))}
    </fieldset>
  );
}

function Period({ condition, onChange }: Omit<ConditionFieldsProps, 'known'>) {
  const { from, to } = condition;
  const turned = from !== '' && to !== '' && to < from;
  return (
    <>
      <DateField
        className={classes['dateField']}
        label={words.from}
        value={from}
        onChange={(day) => onChange({ ...condition, from: day })}
      />
      <DateField
        className={classes['dateField']}
        label={words.to}
        value={to}
        onChange={(day) => onChange({ ...condition, to: day })}
      />
      {turned && (
        <p role="alert" className={classes['wrong']}>
          {words.turned}
        </p>
      )}
    </>
  );
}
