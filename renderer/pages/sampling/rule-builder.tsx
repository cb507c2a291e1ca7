import { NativeSelect, TextInput } from '@mantine/core';

import { type FieldId, fieldKinds } from '#shared/domain/importing/fields.ts';
import { fieldWords } from '#shared/words/importing.ts';

import { planWords } from '../../words/sampling-plan.ts';
import { isFlag, type KnownValues } from './plan-condition.ts';
import { ConditionList, fieldChoices } from './plan-conditions.tsx';
import type { OwnRuleForm } from './plan-form.ts';
import classes from './plan.module.css';

const words = planWords.own;
const rankChoices = [
  { value: '', label: words.byTicket },
  ...fieldChoices.map(({ group, items }) => ({
    group,
    items: items.map(({ value }) => ({ value, label: words.by(fieldWords[value]) })),
  })),
];

interface RuleBuilderProps {
  readonly rule: OwnRuleForm;
  readonly known: KnownValues;
  readonly onChange: (rule: OwnRuleForm) => void;
}

/** A rule of the user's own, from the fields of the export and without code. */
export function RuleBuilder({ rule, known, onChange }: RuleBuilderProps) {
  const orders = rule.rankBy === '' ? undefined : orderWords(rule.rankBy);
  return (
    <fieldset className={classes['builder']}>
      <legend>{words.title}</legend>
      <TextInput
        label={words.name}
        description={words.nameHint}
        value={rule.name}
        maxLength={80}
        onChange={(event) => onChange({ ...rule, name: event.currentTarget.value })}
      />
      <ConditionList
        label={words.which}
        conditions={rule.conditions}
        known={known}
        onChange={(conditions) => onChange({ ...rule, conditions })}
      />
      <div className={classes['condition']}>
        <NativeSelect
          label={words.rankBy}
          value={rule.rankBy}
          data={rankChoices}
          onChange={(event) => onChange({ ...rule, rankBy: event.currentTarget.value as OwnRuleForm['rankBy'] })}
        />
        {orders !== undefined && (
          <NativeSelect
            label={words.order}
            value={rule.order}
            data={[
              { value: 'ascending', label: orders.ascending },
              { value: 'descending', label: orders.descending },
            ]}
            onChange={(event) => onChange({ ...rule, order: event.currentTarget.value as OwnRuleForm['order'] })}
          />
        )}
      </div>
    </fieldset>
  );
}

function orderWords(field: FieldId) {
  if (isFlag(field)) {
    return words.flags;
  }
  return fieldKinds[field] === 'text' || fieldKinds[field] === 'cpr' ? words.texts : words.dates;
}
