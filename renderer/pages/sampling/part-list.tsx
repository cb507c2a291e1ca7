import { Button } from '@mantine/core';
import { useState } from 'react';

import { planWords } from '../../words/sampling-plan.ts';
import type { KnownValues } from './plan-condition.ts';
import { useFocusLater } from './plan-focus.ts';
import { mostParts, newCensusPart, newRandomPart, newTargetedPart, type PartForm } from './plan-form.ts';
import { PartItem } from './part-item.tsx';
import classes from './plan.module.css';

interface PartListProps {
  readonly parts: readonly PartForm[];
  readonly known: KnownValues;
  readonly onChange: (parts: readonly PartForm[]) => void;
}

const idOf = ({ key }: PartForm): string => `plan-part-${key}`;
const kinds = [
  { label: planWords.addRandom, make: newRandomPart },
  { label: planWords.addCensus, make: newCensusPart },
  { label: planWords.addTargeted, make: newTargetedPart },
] as const;

/** The parts of the plan, each a sentence. Focus follows the part that was added or moved, and the one before a removed one. */
export function PartList({ parts, known, onChange }: PartListProps) {
  const focus = useFocusLater();
  const [told, setTold] = useState('');
  const add = (part: PartForm): void => {
    onChange([...parts, part]);
    setTold('');
    focus(idOf(part), true);
  };
  const remove = (index: number): void => {
    const left = parts.filter((_, at) => at !== index);
    const next = left[Math.max(0, index - 1)];
    onChange(left);
    setTold(planWords.partRemoved(left.length));
    if (next !== undefined) {
      focus(idOf(next));
    }
  };
  const move = (index: number, by: -1 | 1): void => {
    const part = parts[index];
    if (part !== undefined) {
      onChange(parts.toSpliced(index, 1).toSpliced(index + by, 0, part));
      setTold(planWords.partMoved(index + by + 1));
      focus(idOf(part));
    }
  };
  return (
    <>
      <ol className={classes['parts']} aria-label={planWords.parts}>
        {parts.map((part, index) => (
          <PartItem
            key={part.key}
            id={idOf(part)}
            part={part}
            number={index + 1}
            count={parts.length}
            known={known}
            onChange={(changed) => onChange(parts.with(index, changed))}
            onRemove={() => remove(index)}
            onMove={(by) => move(index, by)}
          />
        ))}
      </ol>
      <fieldset className={classes['adding']} aria-label={planWords.add}>
        {kinds.map(({ label, make }) => (
          <Button key={label} variant="default" disabled={parts.length >= mostParts} onClick={() => add(make())}>
            {label}
          </Button>
        ))}
      </fieldset>
      <output className="visually-hidden">{told}</output>
    </>
  );
}
