import { NativeSelect } from '@mantine/core';

import { targetedRuleWords } from '#shared/words/targeted-rules.ts';

import { samplingWords } from '../../words/sampling.ts';
import { planWords } from '../../words/sampling-plan.ts';
import type { KnownValues } from './plan-condition.ts';
import { CountField } from './plan-fields.tsx';
import { byConditions, ownRule, type TargetedForm } from './plan-form.ts';
import classes from './plan.module.css';
import { RuleBuilder } from './rule-builder.tsx';

const words = planWords.sentence;
const rules = Object.entries(targetedRuleWords).map(([value, label]) => ({ value, label }));
const isTheme = ({ value }: { readonly value: string }): boolean => value.startsWith('tema-');
const ruleChoices = [
  { group: planWords.rules.single, items: rules.filter((rule) => !isTheme(rule)) },
  { group: planWords.rules.themes, items: rules.filter(isTheme) },
  {
    group: planWords.rules.other,
    items: [
      { value: byConditions, label: planWords.rules.byConditions },
      { value: ownRule, label: planWords.rules.own },
    ],
  },
];

interface TargetedPartProps {
  readonly part: TargetedForm;
  readonly known: KnownValues;
  readonly onChange: (part: TargetedForm) => void;
}

/** Cases drawn on purpose: by a rule on the dates, a theme, conditions alone or a rule of one's own. */
export function TargetedSentence({ part, known, onChange }: TargetedPartProps) {
  const note =
    part.rule === ownRule
      ? planWords.ruleNotes.own
      : part.rule === byConditions
        ? planWords.ruleNotes.byConditions
        : planWords.ruleNotes.rule;
  return (
    <>
      <div className={classes['sentence']}>
        {words.choose}{' '}
        <CountField
          label={samplingWords.targetedSize}
          value={part.size}
          onChange={(size) => onChange({ ...part, size })}
        />{' '}
        {part.size === 1 ? words.one : words.many} {words.targetedWhere}{' '}
        <NativeSelect
          className={classes['choice']}
          aria-label={samplingWords.targeted}
          value={part.rule}
          data={ruleChoices}
          onChange={(event) => onChange({ ...part, rule: event.currentTarget.value })}
        />
      </div>
      {part.rule === ownRule && (
        <RuleBuilder rule={part.own} known={known} onChange={(own) => onChange({ ...part, own })} />
      )}
      <p className={classes['quiet']}>
        {samplingWords.targetedNote} {note}
      </p>
    </>
  );
}
