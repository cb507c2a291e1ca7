import { NativeSelect, Title } from '@mantine/core';
import { useState } from 'react';

import { sizeForPrecision, type WishedPrecision } from '#shared/domain/sampling/planner.ts';
import { casesToSee, chanceOfSeeing } from '#shared/domain/statistics/chance-of-seeing.ts';

import { formatCount, formatNumber, formatPercent } from '../../components/formats.ts';
import { plannerWords } from '../../words/planner.ts';
import { PlannerField } from './planner-field.tsx';
import { UseButton } from './planner-read.tsx';
import classes from './planner.module.css';

interface PlannerSayProps {
  readonly frame: number;
  readonly read: number;
  readonly onChoose: (size: number) => void;
}

const words = plannerWords.say;
const ofCases = (count: number): string => formatCount(count, 'sag', 'sager');

/** "Hvad vil I kunne sige?": the cases that a precision takes, and the chance of seeing an error. */
export function PlannerSay(props: PlannerSayProps) {
  return (
    <div className={classes['question']}>
      <Title order={3}>{words.title}</Title>
      <PrecisionLine {...props} />
      <ChanceLine {...props} />
    </div>
  );
}

function PrecisionLine({ frame, onChoose }: PlannerSayProps) {
  const [wished, setWished] = useState<WishedPrecision>({ amount: 10, unit: 'points' });
  const size = sizeForPrecision(frame, wished);
  return (
    <>
      <div className={classes['sentence']}>
        {words.precise}{' '}
        <PlannerField
          label={words.amount}
          value={wished.amount}
          max={wished.unit === 'points' ? 50 : frame}
          decimals={wished.unit === 'points'}
          onChange={(amount) => setWished({ ...wished, amount })}
        />{' '}
        <NativeSelect
          className={classes['unit']}
          aria-label={words.unit}
          value={wished.unit}
          data={Object.entries(words.units).map(([value, label]) => ({ value, label }))}
          onChange={(event) => setWished({ ...wished, unit: event.currentTarget.value as WishedPrecision['unit'] })}
        />{' '}
        {words.either} {size !== null && <strong>{words.needs(ofCases(size))}</strong>}
        {size !== null && <UseButton size={size} onChoose={onChoose} />}
      </div>
      <p className={classes['quiet']}>{words.formula}</p>
    </>
  );
}

function ChanceLine({ frame, read, onChoose }: PlannerSayProps) {
  const [written, setWritten] = useState<number>();
  const affected = written ?? Math.max(1, Math.round(frame / 10));
  const known = affected >= 1 && affected <= frame;
  const size = known ? casesToSee({ frame, affected }) : null;
  return (
    <div className={classes['sentence']}>
      {words.found} <PlannerField label={words.affected} value={affected} max={frame} onChange={setWritten} />{' '}
      {words.ofFrame(formatNumber(frame), known ? formatPercent(affected / frame) : '')}{' '}
      {known && <strong>{words.chance(chanceText(chanceOfSeeing({ frame, affected }, read)), ofCases(read))}</strong>}{' '}
      {size !== null && words.sure(ofCases(size))}
      {size !== null && size !== read && <UseButton size={size} onChoose={onChoose} />}
    </div>
  );
}

/** A chance is never rounded to certain or to impossible. */
function chanceText(chance: number): string {
  if (chance === 0 || chance === 1) return formatPercent(chance);
  return formatPercent(Math.min(0.99, Math.max(0.01, chance)));
}
