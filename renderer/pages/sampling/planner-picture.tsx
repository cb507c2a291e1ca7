import { type PlannerAnswer, type PossibleResult, toldApart } from '#shared/domain/sampling/planner.ts';

import { formatNumber } from '../../components/formats.ts';
import { plannerWords } from '../../words/planner.ts';
import { samplingWords } from '../../words/sampling.ts';
import classes from './planner.module.css';

interface PlannerPictureProps {
  readonly frame: number;
  readonly read: number;
  readonly answer: PlannerAnswer;
}

const words = plannerWords.picture;

/** What the sample can and cannot tell: for each result that may be seen, the whole list as one bar of three parts. */
export function PlannerPicture({ frame, read, answer }: PlannerPictureProps) {
  if (read >= frame) {
    return <p>{samplingWords.tellsAll(formatNumber(frame))}</p>;
  }
  return (
    <div className={classes['picture']}>
      {answer.results.map((result) => (
        <ResultBar key={result.positive} frame={frame} read={read} result={result} />
      ))}
      <Legend />
      <ToldApart results={answer.results} read={read} />
    </div>
  );
}

function ResultBar({ frame, read, result }: { frame: number; read: number; result: PossibleResult }) {
  const { low, high } = result.interval;
  const percent = (cases: number): string => `${(100 * cases) / frame}%`;
  return (
    <div>
      <p>
        {samplingWords.tellsSentence(formatNumber(read), formatNumber(result.positive))}{' '}
        <strong>{samplingWords.tellsRange(formatNumber(low), formatNumber(high))}</strong>{' '}
        {samplingWords.tellsEnd(formatNumber(frame))}
      </p>
      <div className={classes['bar']} aria-hidden="true">
        <span className={classes['sure']} style={{ width: percent(low) }} />
        <span className={classes['open']} style={{ width: percent(high - low) }} />
      </div>
    </div>
  );
}

function Legend() {
  return (
    <ul className={classes['legend']} aria-label={words.legend}>
      {(['sure', 'open', 'sureNot'] as const).map((part) => (
        <li key={part}>
          <span className={classes['swatch']} aria-hidden="true">
            <span className={classes[part]} />
          </span>
          {words[part]}
        </li>
      ))}
    </ul>
  );
}

/** Which of the results the sample tells from each other, in words. */
function ToldApart({ results, read }: { results: readonly PossibleResult[]; read: number }) {
  const pairs = results.flatMap((a, index) => results.slice(index + 1).map((b) => ({ a, b, apart: toldApart(a, b) })));
  const named = (apart: boolean): string =>
    pairs
      .filter((pair) => pair.apart === apart)
      .map(({ a, b }) => words.pair(formatNumber(a.positive), formatNumber(b.positive)))
      .join(words.or);
  return (
    <p className={classes['quiet']}>
      {pairs.length > 0 && `${apartSentence(named(true), named(false), formatNumber(read), pairs.length)} `}
      {words.safe}
    </p>
  );
}

function apartSentence(can: string, cannot: string, read: string, pairs: number): string {
  if (cannot === '') {
    return words.allApart;
  }
  if (can === '') {
    return pairs > 1 ? words.noneApart : words.cannot(cannot, read);
  }
  return `${words.cannot(cannot, read)} ${words.can(can, read)}`;
}
