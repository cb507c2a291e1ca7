import { NativeSelect } from '@mantine/core';

import type { Condition } from '#shared/domain/review/conditions.ts';
import type { TemplateItem } from '#shared/domain/review/template.ts';

import { templateWords } from '../../words/templates.ts';
import { ConditionGroup } from './condition-group.tsx';
import { type Joint, topGroup, writeTop } from './condition-parts.ts';
import classes from './templates.module.css';

const words = templateWords.condition;

interface ConditionEditorProps {
  readonly value: Condition | undefined;
  /** The other questions of the template, whose answers a condition may ask for. */
  readonly items: readonly TemplateItem[];
  readonly version: number;
  readonly error: string | undefined;
  readonly onChange: (condition: Condition | undefined) => void;
}

/** When a question is relevant, from the list of conditions; in every case where there is none. */
export function ConditionEditor({ value, items, version, error, onChange }: ConditionEditorProps) {
  const top = value === undefined ? null : topGroup(value);
  const choose = (choice: string): void => {
    if (choice === '') onChange(undefined);
    else if (top === null) onChange(writeTop(choice as Joint, [{ fact: 'decision-made' }]));
    else onChange(writeTop(choice as Joint, top.parts));
  };
  return (
    <section className={classes['conditions']} aria-label={words.label}>
      <NativeSelect
        label={words.top}
        value={top?.joint ?? ''}
        data={[
          { value: '', label: words.always },
          { value: 'all', label: words.joints.all },
          { value: 'any', label: words.joints.any },
        ]}
        onChange={(event) => choose(event.currentTarget.value)}
      />
      {top !== null && (
        <ConditionGroup
          parts={top.parts}
          depth={1}
          items={items}
          version={version}
          onChange={(parts) => onChange(writeTop(top.joint, parts))}
        />
      )}
      {error !== undefined && <p className={classes['wrong']}>{error}</p>}
    </section>
  );
}
