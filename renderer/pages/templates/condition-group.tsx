import { Button, NativeSelect } from '@mantine/core';

import type { Condition } from '#shared/domain/review/conditions.ts';
import type { TemplateItem } from '#shared/domain/review/template.ts';

import { templateWords } from '../../words/templates.ts';
import { StatementFields } from './condition-fields.tsx';
import { type ConditionPart, type Joint, mostDepth, readPart, writePart } from './condition-parts.ts';
import { conditionWords } from './condition-words.ts';
import classes from './templates.module.css';

const words = templateWords.condition;

interface ConditionGroupProps {
  readonly parts: readonly Condition[];
  readonly depth: number;
  readonly items: readonly TemplateItem[];
  readonly version: number;
  readonly onChange: (parts: readonly Condition[]) => void;
}

/** The parts of a group, each a line; a group inside the group is set in. */
export function ConditionGroup({ parts, depth, items, version, onChange }: ConditionGroupProps) {
  return (
    <div className={classes['parts']} data-inner={depth > 1 || undefined}>
      {parts.map((condition, index) => (
        <PartFields
          // A part has no id of its own; its fields begin again when another one goes, and after every undo.
          key={`${index} of ${parts.length} ${version}`}
          part={readPart(condition, depth)}
          depth={depth}
          items={items}
          version={version}
          onChange={(part) => onChange(parts.with(index, writePart(part)))}
          onRemove={() => onChange(parts.toSpliced(index, 1))}
        />
      ))}
      <div className={classes['adding']}>
        <Button variant="default" onClick={() => onChange([...parts, { fact: 'decision-made' }])}>
          {words.add}
        </Button>
        {depth < mostDepth && (
          <Button variant="subtle" onClick={() => onChange([...parts, { any: [{ fact: 'decision-made' }] }])}>
            {words.addGroup}
          </Button>
        )}
      </div>
    </div>
  );
}

interface PartFieldsProps extends Omit<ConditionGroupProps, 'parts' | 'onChange'> {
  readonly part: ConditionPart;
  readonly onChange: (part: ConditionPart) => void;
  readonly onRemove: () => void;
}

function PartFields({ part, depth, items, version, onChange, onRemove }: PartFieldsProps) {
  const questionOf = (id: string): string => items.find((item) => item.id === id)?.question ?? id;
  const said = conditionWords(writePart(part), questionOf);
  const remove = (
    <Button
      variant="subtle"
      size="compact-md"
      className={classes['removePart']}
      aria-label={words.removeOf(said)}
      onClick={onRemove}
    >
      {words.remove}
    </Button>
  );
  if (part.kind === 'kept') {
    return (
      <div className={classes['part']}>
        <p>
          {words.kept} {said}
        </p>
        {remove}
      </div>
    );
  }
  return (
    <fieldset className={classes['part']} aria-label={said}>
      <NativeSelect
        aria-label={words.negated}
        className={classes['negated']}
        value={part.negated ? 'no' : 'yes'}
        data={[
          { value: 'yes', label: words.yes },
          { value: 'no', label: words.no },
        ]}
        onChange={(event) => onChange({ ...part, negated: event.currentTarget.value === 'no' })}
      />
      {part.kind === 'statement' ? (
        <StatementFields
          statement={part.statement}
          items={items}
          onChange={(statement) => onChange({ ...part, statement })}
        />
      ) : (
        <NativeSelect
          aria-label={words.inGroup}
          className={classes['statement']}
          value={part.joint}
          data={[
            { value: 'all', label: `${words.group}: ${words.joints.all.toLowerCase()}` },
            { value: 'any', label: `${words.group}: ${words.joints.any.toLowerCase()}` },
          ]}
          onChange={(event) => onChange({ ...part, joint: event.currentTarget.value as Joint })}
        />
      )}
      {remove}
      {part.kind === 'group' && (
        <ConditionGroup
          parts={part.parts}
          depth={depth + 1}
          items={items}
          version={version}
          onChange={(parts) => (parts.length === 0 ? onRemove() : onChange({ ...part, parts }))}
        />
      )}
    </fieldset>
  );
}
