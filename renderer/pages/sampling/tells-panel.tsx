import { useMemo } from 'react';

import { casesToSee } from '#shared/domain/statistics/chance-of-seeing.ts';
import { hypergeometricInterval } from '#shared/domain/statistics/hypergeometric.ts';

import { formatNumber } from '../../components/formats.ts';
import { Panel } from '../../components/panel.tsx';
import { samplingWords } from '../../words/sampling.ts';
import classes from './sampling.module.css';

interface TellsPanelProps {
  readonly frame: number;
  readonly read: number;
  readonly stratified: boolean;
}

/** What the sample will be able to tell, before it is drawn: in whole cases, by the same code as the reports. */
export function TellsPanel({ frame, read, stratified }: TellsPanelProps) {
  const positive = Math.round(0.8 * read);
  const interval = useMemo(
    () => (read > 0 && read < frame ? hypergeometricInterval({ population: frame, sample: read, positive }) : null),
    [frame, read, positive],
  );
  const affected = useMemo(() => smallestSeen(frame, read), [frame, read]);
  if (read === 0) {
    return null;
  }
  if (interval === null) {
    return (
      <Panel title={samplingWords.tells}>
        <p>{samplingWords.tellsAll(formatNumber(frame))}</p>
      </Panel>
    );
  }
  const percent = (cases: number): string => `${(100 * cases) / frame}%`;
  return (
    <Panel title={samplingWords.tells}>
      <p>
        {samplingWords.tellsSentence(formatNumber(read), formatNumber(positive))}{' '}
        <strong>{samplingWords.tellsRange(formatNumber(interval.low), formatNumber(interval.high))}</strong>{' '}
        {samplingWords.tellsEnd(formatNumber(frame))}
      </p>
      <div className={classes['scale']} aria-hidden="true">
        <span
          className={classes['range']}
          style={{ left: percent(interval.low), right: percent(frame - interval.high) }}
        />
        <span className={classes['point']} style={{ left: percent((positive / read) * frame) }} />
      </div>
      <p className={classes['ends']} aria-hidden="true">
        <span>{samplingWords.scaleZero}</span>
        <span>{formatNumber(frame)}</span>
      </p>
      {affected !== null && (
        <p className={classes['quiet']}>
          {samplingWords.tellsChance(formatNumber(read), formatNumber(affected))}
          {stratified && ` ${samplingWords.tellsStratified}`}
        </p>
      )}
    </Panel>
  );
}

/** The fewest affected cases of the frame that `read` cases show at least one of with 95 per cent; by halving. */
function smallestSeen(frame: number, read: number): number | null {
  let [low, high] = [1, frame];
  const seen = (affected: number): boolean => (casesToSee({ frame, affected }) ?? Infinity) <= read;
  if (read <= 0 || !seen(high)) {
    return null;
  }
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if (seen(middle)) {
      high = middle;
    } else {
      low = middle + 1;
    }
  }
  return low;
}
