import { NativeSelect, NumberInput, TextInput } from '@mantine/core';
import { useState } from 'react';

import { conditionDays, dateFieldIds, type FactName } from '#shared/domain/review/conditions.ts';
import { fieldWords } from '#shared/words/importing.ts';

import { templateWords } from '../../words/templates.ts';
import { CheckList } from './check-list.tsx';
import { isOptional, type ParameterName } from './condition-parts.ts';
import { ruleChoices } from './rule-label.ts';
import classes from './templates.module.css';

const words = templateWords.condition;

interface ParameterFieldProps {
  readonly fact: FactName;
  readonly name: ParameterName;
  readonly value: unknown;
  readonly onChange: (value: unknown) => void;
}

/** One parameter of a condition, in the kind of field it needs. */
export function ParameterField(props: ParameterFieldProps) {
  const { name, value, onChange } = props;
  const label = words.parameters[name];
  switch (name) {
    case 'what':
    case 'name':
      return <TextParameter {...props} />;
    case 'contains':
      return <WordsField label={label} value={textsOf(value)} onChange={onChange} />;
    case 'months':
    case 'withinMonths':
    case 'years':
      return <NumberParameter {...props} />;
    case 'kinds':
    case 'verdicts':
      return <CheckList label={label} options={several[name]} chosen={textsOf(value)} onChange={onChange} />;
    case 'field':
    case 'at':
    case 'law':
    case 'rule':
      return (
        <NativeSelect
          label={label}
          value={String(value)}
          data={[...selectable[name]]}
          onChange={(event) => onChange(event.currentTarget.value)}
        />
      );
  }
}

function TextParameter({ name, value, onChange }: ParameterFieldProps) {
  return (
    <TextInput
      className={classes['wide']}
      label={words.parameters[name]}
      value={String(value)}
      maxLength={name === 'what' ? 300 : 200}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}

function NumberParameter({ fact, name, value, onChange }: ParameterFieldProps) {
  const inYears = name === 'years';
  return (
    <NumberInput
      className={classes['numberField']}
      label={words.parameters[name]}
      description={isOptional(fact, name) ? words.optional : undefined}
      value={typeof value === 'number' ? value : ''}
      min={inYears ? 0 : 1}
      max={inYears ? 30 : 240}
      allowDecimal={false}
      hideControls
      onChange={(next) => onChange(typeof next === 'number' ? next : undefined)}
    />
  );
}

const several = { kinds: optionsOf(words.decisions), verdicts: optionsOf(words.verdicts) } as const;

const selectable = {
  field: dateFieldIds.map((id) => ({ value: id, label: fieldWords[id] })),
  at: conditionDays.map((day) => ({ value: day, label: words.days[day] })),
  law: optionsOf(words.laws),
  rule: ruleChoices,
} as const;

function optionsOf(known: Readonly<Record<string, string>>) {
  return Object.entries(known).map(([value, label]) => ({ value, label }));
}

function textsOf(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.map(String) : [];
}

/** Words with semicolons between; what is being written stays as it is written. */
function WordsField({
  label,
  value,
  onChange,
}: {
  label: string;
  value: readonly string[];
  onChange: (value: readonly string[]) => void;
}) {
  const [text, setText] = useState(value.join('; '));
  return (
    <TextInput
      className={classes['wide']}
      label={label}
      value={text}
      maxLength={500}
      onChange={({ currentTarget }) => {
        setText(currentTarget.value);
        onChange(
          currentTarget.value
            .split(';')
            .map((each) => each.trim())
            .filter((each) => each !== ''),
        );
      }}
    />
  );
}
