import { Button, Slider, Title } from '@mantine/core';
import { useState } from 'react';

import { casesInTime } from '#shared/domain/sampling/planner.ts';

import { formatCount, formatNumber } from '../../components/formats.ts';
import { useQuery } from '../../hooks/use-query.ts';
import { plannerWords } from '../../words/planner.ts';
import { PlannerField } from './planner-field.tsx';
import classes from './planner.module.css';

interface PlannerReadProps {
  readonly frame: number;
  readonly size: number;
  /** While the number is being moved. */
  readonly onTry: (size: number) => void;
  /** When it is meant. */
  readonly onChoose: (size: number) => void;
}

const words = plannerWords.read;
/** The slider's own end where the frame is larger: few read more in a month, and it stays fine enough to hit. */
const sliderEnd = 100;

/** "Hvor mange sager kan I læse?": by number, or by the time there is. */
export function PlannerRead({ frame, size, onTry, onChoose }: PlannerReadProps) {
  const [written, setWritten] = useState({ of: size, value: size });
  const value = written.of === size ? written.value : size;
  const write = (cases: number): void => {
    const next = cases >= 1 ? Math.min(frame, cases) : size;
    setWritten({ of: next, value: cases });
    if (next !== size) onTry(next);
  };
  return (
    <div className={classes['question']}>
      <Title order={3}>{words.title}</Title>
      <div className={classes['slide']}>
        <Slider
          className={classes['slider']}
          thumbLabel={words.slider}
          label={null}
          min={1}
          max={Math.max(2, Math.min(frame, Math.max(sliderEnd, size)))}
          value={size}
          onChange={onTry}
          onChangeEnd={onChoose}
        />
        <PlannerField
          label={words.number}
          value={value}
          max={frame}
          onChange={write}
          onDone={() => {
            setWritten({ of: size, value: size });
            onChoose(size);
          }}
        />
        <span>{words.ofFrame(formatNumber(frame))}</span>
      </div>
      <PlannerMinutes frame={frame} onChoose={onChoose} />
    </div>
  );
}

/** The same number from the minutes one has; minutes per case as past reviews took, until another is written. */
function PlannerMinutes({ frame, onChoose }: Pick<PlannerReadProps, 'frame' | 'onChoose'>) {
  const { data: pace } = useQuery('sampling.pace', {});
  const [minutes, setMinutes] = useState(Number.NaN);
  const [perCase, setPerCase] = useState<number>();
  const median = pace?.medianMinutes ?? Number.NaN;
  const cases = casesInTime(minutes, perCase ?? median);
  const enough = cases === null ? null : Math.min(frame, cases);
  return (
    <>
      <div className={classes['sentence']}>
        {words.have} <PlannerField label={words.minutes} value={minutes} max={100_000} onChange={setMinutes} />{' '}
        {words.perMonth}{' '}
        <PlannerField label={words.perCase} value={perCase ?? median} max={10_000} decimals onChange={setPerCase} />{' '}
        {words.enough} {enough !== null && <strong>{words.result(formatCount(enough, 'sag', 'sager'))}</strong>}
        {enough !== null && enough > 0 && <UseButton size={enough} onChoose={onChoose} />}
      </div>
      {pace !== undefined && (
        <p className={classes['quiet']}>
          {pace.medianMinutes === null
            ? words.notMeasured
            : words.measured(formatCount(pace.cases, 'gennemgang', 'gennemgange'))}
        </p>
      )}
    </>
  );
}

/** Takes a number that was worked out as the number of cases to read. */
export function UseButton({ size, onChoose }: { size: number; onChoose: (size: number) => void }) {
  return (
    <Button className={classes['use']} variant="default" size="compact-sm" onClick={() => onChoose(size)}>
      {plannerWords.use(formatNumber(size))}
    </Button>
  );
}
