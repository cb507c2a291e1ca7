import type { RoundSummary } from '#shared/contract/sampling.ts';

import { formatCount, formatFingerprint, formatInstant, formatNumber } from '../../components/formats.ts';
import { Panel } from '../../components/panel.tsx';
import { roundLabel } from '../../words/rounds.ts';
import { samplingWords } from '../../words/sampling.ts';
import classes from './drawn.module.css';

interface DrawnLogProps {
  readonly rounds: readonly RoundSummary[];
  readonly chosen: string;
  readonly onChoose: (roundId: string) => void;
}

/** Every draw there has been, list by list and numbered, with the reason where a list was drawn again. */
export function DrawnLog({ rounds, chosen, onChoose }: DrawnLogProps) {
  return (
    <Panel title={samplingWords.log} note={formatNumber(rounds.length)}>
      {listsOf(rounds).map((draws) => {
        const { populationSize, populationFingerprint } = draws[0].record;
        return (
          <section key={populationFingerprint} className={classes['log']}>
            <h3 className={classes['logList']}>
              {samplingWords.logList(formatCount(populationSize, 'sag', 'sager'))}{' '}
              <code>{formatFingerprint(populationFingerprint)}</code>
            </h3>
            <ul className={classes['draws']}>
              {draws.map((round) => (
                <li key={round.roundId}>
                  <DrawLine round={round} chosen={round.roundId === chosen} onChoose={onChoose} />
                </li>
              ))}
            </ul>
          </section>
        );
      })}
    </Panel>
  );
}

interface DrawLineProps {
  readonly round: RoundSummary;
  readonly chosen: boolean;
  readonly onChoose: (roundId: string) => void;
}

function DrawLine({ round, chosen, onChoose }: DrawLineProps) {
  const { roundId, record, drawn, closed } = round;
  return (
    <button
      type="button"
      className={classes['draw']}
      aria-current={chosen ? 'true' : undefined}
      onClick={() => onChoose(roundId)}
    >
      <strong>{samplingWords.logNumber(record.drawNumber)}</strong>
      <span className={classes['drawWhen']}>{formatInstant(record.drawnAt)}</span>
      <span className={classes['drawName']}>{roundLabel(round)}</span>
      <span className={classes['drawWhen']}>
        {samplingWords.logCases(formatCount(drawn, 'sag', 'sager'), formatNumber(closed))}
      </span>
      {record.redrawReason !== null && (
        <span className={classes['drawReason']}>{samplingWords.redrawBecause(record.redrawReason)}</span>
      )}
    </button>
  );
}

/** The draws of each list, the newest draw first; the lists in the order of their newest draw. */
function listsOf(rounds: readonly RoundSummary[]): readonly (readonly [RoundSummary, ...RoundSummary[]])[] {
  const lists = new Map<string, [RoundSummary, ...RoundSummary[]]>();
  for (const round of rounds.toSorted((a, b) => (a.record.drawnAt < b.record.drawnAt ? 1 : -1))) {
    const list = lists.get(round.record.populationFingerprint);
    if (list === undefined) {
      lists.set(round.record.populationFingerprint, [round]);
    } else {
      list.push(round);
    }
  }
  return [...lists.values()];
}
