import { NativeSelect } from '@mantine/core';

import { answerValues } from '#shared/domain/review/answer.ts';
import { type AnsweredCondition, type FactCondition, factNames } from '#shared/domain/review/conditions.ts';
import type { TemplateItem } from '#shared/domain/review/template.ts';
import { conditionLabels } from '#shared/words/review-conditions.ts';
import { answerLabels } from '#shared/words/review.ts';

import { templateWords } from '../../words/templates.ts';
import { CheckList } from './check-list.tsx';
import { newStatement, parametersOf, parameterValue, type StatementName, withParameter } from './condition-parts.ts';
import { ParameterField } from './parameter-field.tsx';
import classes from './templates.module.css';

const words = templateWords.condition;

const choices: readonly { readonly value: StatementName; readonly label: string }[] = [
  ...factNames.map((value) => ({ value, label: conditionLabels[value] })),
  { value: 'answered', label: words.answered },
];

interface StatementFieldsProps {
  readonly statement: FactCondition | AnsweredCondition;
  readonly items: readonly TemplateItem[];
  readonly onChange: (statement: FactCondition | AnsweredCondition) => void;
}

/** One condition of the list and what it asks for. */
export function StatementFields({ statement, items, onChange }: StatementFieldsProps) {
  return (
    <>
      <NativeSelect
        aria-label={words.what}
        className={classes['statement']}
        value={'fact' in statement ? statement.fact : 'answered'}
        data={items.length === 0 ? choices.slice(0, -1) : choices}
        onChange={(event) => onChange(newStatement(event.currentTarget.value as StatementName, items[0]?.id ?? ''))}
      />
      {'fact' in statement ? (
        (parametersOf[statement.fact] ?? []).map((parameter) => (
          <ParameterField
            key={`${statement.fact} ${parameter}`}
            fact={statement.fact}
            name={parameter}
            value={parameterValue(statement, parameter)}
            onChange={(value) => onChange(withParameter(statement, parameter, value))}
          />
        ))
      ) : (
        <AnsweredFields statement={statement} items={items} onChange={onChange} />
      )}
    </>
  );
}

function AnsweredFields({
  statement: { answered },
  items,
  onChange,
}: StatementFieldsProps & { statement: AnsweredCondition }) {
  return (
    <>
      <NativeSelect
        className={classes['wide']}
        label={words.parameters.item}
        value={answered.item}
        data={items.map(({ id, question }) => ({ value: id, label: question === '' ? id : question }))}
        onChange={(event) => onChange({ answered: { ...answered, item: event.currentTarget.value } })}
      />
      <CheckList
        label={words.parameters.values}
        options={answerValues.map((value) => ({ value, label: answerLabels[value] }))}
        chosen={answered.values}
        onChange={(values) =>
          onChange({ answered: { ...answered, values: answerValues.filter((each) => values.includes(each)) } })
        }
      />
    </>
  );
}
