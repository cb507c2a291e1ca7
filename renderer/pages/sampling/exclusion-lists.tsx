import { Button, TextInput } from '@mantine/core';

import { planWords } from '../../words/sampling-plan.ts';
import { type KnownValues, newCondition } from './plan-condition.ts';
import { ConditionList } from './plan-conditions.tsx';
import { useFocusLater } from './plan-focus.ts';
import type { ExcludedCase, ExcludedGroup } from './plan-form.ts';
import { newKey } from './plan-keys.ts';
import classes from './plan.module.css';

const words = planWords.exclusion;

interface Keyed {
  readonly key: number;
}

/** Adds, changes and removes lines; focus follows to the new line, and to the button that adds where one was removed. */
function useLines<L extends Keyed>(lines: readonly L[], prefix: string, onChange: (lines: readonly L[]) => void) {
  const focus = useFocusLater();
  const idOf = (key: number): string => `${prefix}-${key}`;
  const addId = `${prefix}-add`;
  return {
    idOf,
    addId,
    add: (line: L): void => {
      onChange([...lines, line]);
      focus(idOf(line.key), true);
    },
    change: (line: L): void => onChange(lines.map((other) => (other.key === line.key ? line : other))),
    remove: (key: number): void => {
      onChange(lines.filter((line) => line.key !== key));
      focus(addId);
    },
  };
}

interface ExclusionGroupsProps {
  readonly groups: readonly ExcludedGroup[];
  readonly known: KnownValues;
  readonly onChange: (groups: readonly ExcludedGroup[]) => void;
}

/** Cases held out because of what the export says of them, each kind with its reason in words. */
export function ExclusionGroups({ groups, known, onChange }: ExclusionGroupsProps) {
  const { idOf, addId, add, change, remove } = useLines(groups, 'excluded-group', onChange);
  return (
    <section className={classes['exclusionForm']} aria-label={words.groups}>
      <h3>{words.groups}</h3>
      <p className={classes['quiet']}>{words.groupsHint}</p>
      {groups.map((group, index) => (
        <fieldset
          key={group.key}
          id={idOf(group.key)}
          className={classes['builder']}
          aria-label={words.group(index + 1)}
        >
          <ConditionList
            label={planWords.condition.title}
            conditions={group.conditions}
            known={known}
            onChange={(conditions) => change({ ...group, conditions })}
          />
          <TextInput
            label={words.reason}
            description={words.reasonHint}
            value={group.reason}
            maxLength={200}
            onChange={(event) => change({ ...group, reason: event.currentTarget.value })}
          />
          <Button variant="subtle" onClick={() => remove(group.key)}>
            {words.removeGroup}
          </Button>
        </fieldset>
      ))}
      <Button
        id={addId}
        variant="default"
        onClick={() => add({ key: newKey(), conditions: [newCondition()], reason: '' })}
      >
        {words.addGroup}
      </Button>
    </section>
  );
}

interface ExclusionCasesProps {
  readonly cases: readonly ExcludedCase[];
  readonly onChange: (cases: readonly ExcludedCase[]) => void;
}

/** Single cases held out by number, each with its reason. */
export function ExclusionCases({ cases, onChange }: ExclusionCasesProps) {
  const { idOf, addId, add, change, remove } = useLines(cases, 'excluded-case', onChange);
  return (
    <section className={classes['exclusionForm']} aria-label={words.single}>
      <h3>{words.single}</h3>
      <p className={classes['quiet']}>{words.singleHint}</p>
      {cases.map((one) => (
        <div key={one.key} id={idOf(one.key)} className={classes['condition']}>
          <TextInput
            label={words.caseId}
            value={one.caseId}
            maxLength={100}
            onChange={(event) => change({ ...one, caseId: event.currentTarget.value })}
          />
          <TextInput
            className={classes['wide']}
            label={words.reason}
            value={one.reason}
            maxLength={200}
            onChange={(event) => change({ ...one, reason: event.currentTarget.value })}
          />
          <Button variant="subtle" aria-label={words.removeCase(one.caseId)} onClick={() => remove(one.key)}>
            {planWords.remove}
          </Button>
        </div>
      ))}
      <Button id={addId} variant="default" onClick={() => add({ key: newKey(), caseId: '', reason: '' })}>
        {words.addCase}
      </Button>
    </section>
  );
}
