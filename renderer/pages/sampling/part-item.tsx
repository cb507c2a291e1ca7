import { Button } from '@mantine/core';
import { useState } from 'react';

import { describeConditions } from '#shared/domain/sampling/describe-conditions.ts';

import { planWords } from '../../words/sampling-plan.ts';
import { RandomMore, RandomSentence } from './part-random.tsx';
import { TargetedSentence } from './part-targeted.tsx';
import { allFilters, type KnownValues } from './plan-condition.ts';
import { ConditionList } from './plan-conditions.tsx';
import { byConditions, type PartForm } from './plan-form.ts';
import classes from './plan.module.css';

interface PartItemProps {
  readonly id: string;
  readonly part: PartForm;
  readonly number: number;
  /** How many parts the plan has; a plan of one part is only its sentence. */
  readonly count: number;
  readonly known: KnownValues;
  readonly onChange: (part: PartForm) => void;
  readonly onRemove: () => void;
  readonly onMove: (by: -1 | 1) => void;
}

/** What a part is called beside its number. */
export function kindOf(part: PartForm): string {
  if (part.kind === 'targeted') {
    return planWords.kinds.targeted;
  }
  return part.picking === 'everything' ? planWords.kinds.everything : planWords.kinds.random;
}

/** One part of the plan: its sentence, and below it what the sentence can unfold to. */
export function PartItem({ id, part, number, count, known, onChange, onRemove, onMove }: PartItemProps) {
  const filters = allFilters(part.conditions, known);
  const several = count > 1;
  return (
    <li
      id={id}
      tabIndex={-1}
      className={classes['part']}
      data-several={several || undefined}
      aria-label={planWords.partTitle(number, kindOf(part))}
    >
      {several && (
        <header className={classes['partHead']}>
          <h3>{planWords.partTitle(number, kindOf(part))}</h3>
          <PartButtons number={number} count={count} onRemove={onRemove} onMove={onMove} />
        </header>
      )}
      {part.kind === 'random' ? (
        <RandomSentence part={part} known={known} onChange={onChange} />
      ) : (
        <TargetedSentence part={part} known={known} onChange={onChange} />
      )}
      {filters !== null && filters.length > 0 && <p>{planWords.sentence.onlyWith(describeConditions(filters))}</p>}
      <PartUnfolding part={part} known={known} onChange={onChange} />
    </li>
  );
}

function PartButtons({
  number,
  count,
  onRemove,
  onMove,
}: Pick<PartItemProps, 'number' | 'count' | 'onRemove' | 'onMove'>) {
  const buttons = [
    { text: planWords.up, off: number === 1, act: () => onMove(-1) },
    { text: planWords.down, off: number === count, act: () => onMove(1) },
    { text: planWords.remove, off: false, act: onRemove },
  ];
  return (
    <span className={classes['partButtons']}>
      {buttons.map(({ text, off, act }) => (
        <Button
          key={text}
          variant="subtle"
          size="compact-sm"
          disabled={off}
          aria-label={planWords.onPart(text, number)}
          onClick={act}
        >
          {text}
        </Button>
      ))}
    </span>
  );
}

/** A part that is added for its conditions opens with them; the first sentence stays closed until it is asked. */
function PartUnfolding({ part, known, onChange }: Pick<PartItemProps, 'part' | 'known' | 'onChange'>) {
  const [narrowing, setNarrowing] = useState(part.conditions.length > 0);
  const [more, setMore] = useState(false);
  const needed = part.kind === 'targeted' && part.rule === byConditions;
  const count = part.conditions.length;
  const open = narrowing || needed;
  return (
    <>
      <div className={classes['unfold']}>
        {!needed && (
          <Button
            variant="subtle"
            size="compact-md"
            className={classes['toggle']}
            aria-expanded={open}
            onClick={() => setNarrowing(!narrowing)}
          >
            {count === 0 ? planWords.narrow : planWords.narrowed(count)}
          </Button>
        )}
        {part.kind === 'random' && (
          <Button
            variant="subtle"
            size="compact-md"
            className={classes['toggle']}
            aria-expanded={more}
            onClick={() => setMore(!more)}
          >
            {planWords.more}
          </Button>
        )}
      </div>
      {open && (
        <ConditionList
          label={planWords.condition.title}
          conditions={part.conditions}
          known={known}
          onChange={(conditions) => onChange({ ...part, conditions })}
        />
      )}
      {more && part.kind === 'random' && <RandomMore part={part} onChange={onChange} />}
    </>
  );
}
