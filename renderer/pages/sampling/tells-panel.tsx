import { useDeferredValue, useMemo, useState } from 'react';

import { plannerAnswer, type PlannedStratum, shareLike } from '#shared/domain/sampling/planner.ts';

import { formatNumber } from '../../components/formats.ts';
import { Panel } from '../../components/panel.tsx';
import { plannerWords } from '../../words/planner.ts';
import { samplingWords } from '../../words/sampling.ts';
import { PlannerPicture } from './planner-picture.tsx';
import { PlannerRead } from './planner-read.tsx';
import { PlannerSay } from './planner-say.tsx';
import { PlannerStrata } from './planner-strata.tsx';
import classes from './planner.module.css';

interface TellsPanelProps {
  /** Cases of the frame, and how many of them the plan reads. */
  readonly frame: number;
  readonly read: number;
  readonly stratified: boolean;
  /** The groups of the plan with what is drawn of each. */
  readonly strata?: readonly PlannedStratum[];
  /** Makes the plan read so many cases in all. Without it the number is only tried out. */
  readonly onRead?: (size: number) => void;
}

const noStrata: readonly PlannedStratum[] = [];

/**
 * The planner: how many cases can be read, what they will be able to tell, and how many it takes to say more; in whole
 * cases, by the same code as the reports. A number that is tried out stands until the plan has another.
 */
export function TellsPanel({ frame, read, stratified, strata = noStrata, onRead }: TellsPanelProps) {
  const plan = `${read} ${frame}`;
  const [tried, setTried] = useState({ plan, size: read });
  const size = tried.plan === plan ? Math.min(tried.size, frame) : read;
  const tryOut = (cases: number): void => setTried({ plan, size: Math.min(frame, Math.max(1, cases)) });
  const choose = (cases: number): void => {
    const next = Math.min(frame, Math.max(1, cases));
    setTried({ plan, size: next });
    if (next !== read) onRead?.(next);
  };
  // The slider moves at once; a picture of many groups may come a frame later.
  const shown = useDeferredValue(size);
  const groups = useMemo(() => (shown === read ? strata : (shareLike(strata, shown) ?? strata)), [strata, shown, read]);
  const answer = useMemo(() => plannerAnswer(frame, shown, groups), [frame, shown, groups]);
  if (frame === 0 || read === 0) {
    return null;
  }
  return (
    <Panel title={samplingWords.tells} className={classes['planner']}>
      <PlannerRead frame={frame} size={size} onTry={tryOut} onChoose={choose} />
      {onRead === undefined && size !== read && <p className={classes['quiet']}>{plannerWords.read.onlyTried}</p>}
      <PlannerPicture frame={frame} read={shown} answer={answer} />
      {stratified && strata.length > 1 && <PlannerStrata strata={answer.strata} />}
      {stratified && shown < frame && <p className={classes['quiet']}>{samplingWords.tellsStratified}</p>}
      <PlannerSay frame={frame} read={shown} onChoose={choose} />
      {answer.seenFrom !== null && shown < frame && (
        <p className={classes['quiet']}>
          {samplingWords.tellsChance(formatNumber(shown), formatNumber(answer.seenFrom))}
        </p>
      )}
    </Panel>
  );
}
